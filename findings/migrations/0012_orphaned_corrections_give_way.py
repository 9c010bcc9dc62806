"""An orphaned correction leaves its place to a correction of the record that has its number now."""

from django.db import migrations, models
from django.db.models import Q

STATUS = [
    ("applied", "Applied: the reading is unchanged"),
    ("stale", "Applied, but the reading has changed since"),
    ("moved", "Applied, but the words stand under another number now"),
    ("agreed", "The reading now says the same"),
    ("orphaned", "The record is no longer in the reading"),
]


class Migration(migrations.Migration):
    dependencies = [("findings", "0011_corrections_know_their_words")]

    operations = [
        migrations.AlterField("correction", "status", models.CharField(choices=STATUS, default="applied", max_length=10)),
        migrations.RemoveConstraint("correction", "one_active_correction_a_field"),
        migrations.AddConstraint(
            "correction",
            models.UniqueConstraint(
                condition=Q(withdrawn_at__isnull=True) & ~Q(status="orphaned"),
                fields=("report", "kind", "anchor", "field"),
                name="one_active_correction_a_field",
            ),
        ),
    ]
