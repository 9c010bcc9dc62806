"""``is_preferred`` says which statement counts, of judgements (``is_standing``) and of sides of a conflict (``is_taken``) alike."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0007_labels_of_reading_status'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='judgement', name='one_standing_judgement'),
        migrations.RenameField(model_name='judgement', old_name='is_standing', new_name='is_preferred'),
        migrations.AddConstraint(
            model_name='judgement',
            constraint=models.UniqueConstraint(
                condition=models.Q(('is_preferred', True)),
                fields=('inspection', 'domain', 'scope'),
                name='one_preferred_judgement',
            ),
        ),
        migrations.AlterModelOptions(name='conflictside', options={}),
        migrations.RenameField(model_name='conflictside', old_name='is_taken', new_name='is_preferred'),
        migrations.AlterModelOptions(
            name='conflictside', options={'ordering': ('conflict', '-is_preferred', 'id')}
        ),
    ]
