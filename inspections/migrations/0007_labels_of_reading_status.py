"""The labels of how far a file was read, as pages show them; nothing in the database changes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0006_what_other_forms_say'),
    ]

    operations = [
        migrations.AlterField(
            model_name='sourcefile',
            name='status',
            field=models.CharField(choices=[('complete', 'Read completely'), ('partial', 'Read in part'), ('refused', 'Refused')], max_length=10),
        ),
    ]
