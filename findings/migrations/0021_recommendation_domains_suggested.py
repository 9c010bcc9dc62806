from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("findings", "0020_figures")]

    operations = [
        migrations.AddField(
            model_name="recommendation",
            name="is_domain_suggested",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
