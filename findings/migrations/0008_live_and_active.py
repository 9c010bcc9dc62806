"""Names of indexes and of a constraint: rows are live, corrections are active."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('findings', '0007_answers_by_index'),
        ('inspections', '0008_preferred'),
    ]

    operations = [
        migrations.RenameIndex(model_name='finding', old_name='finding_in_force', new_name='finding_live'),
        migrations.RenameIndex(
            model_name='recommendation', old_name='recommendation_in_force', new_name='recommendation_live'
        ),
        migrations.RemoveConstraint(model_name='correction', name='one_correction_in_force_a_field'),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.UniqueConstraint(
                condition=models.Q(('withdrawn_at__isnull', True)),
                fields=('report', 'kind', 'anchor', 'field'),
                name='one_active_correction_a_field',
            ),
        ),
    ]
