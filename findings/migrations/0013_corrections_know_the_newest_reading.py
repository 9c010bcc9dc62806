"""Corrections know what the newest reading has in their field, so that lists can show it."""

from typing import Any

from django.db import migrations, models

KINDS = {
    "finding": ("findings", "Finding"),
    "recommendation": ("findings", "Recommendation"),
    "action": ("findings", "Action"),
    "section": ("findings", "Section"),
    "risk": ("findings", "Risk"),
    "judgement": ("inspections", "Judgement"),
    "inspection": ("inspections", "InspectionStatement"),
}


def fill(apps: Any, schema_editor: Any) -> None:
    """Fill in from the reading that the records hold now."""
    for correction in apps.get_model("findings", "Correction").objects.exclude(status="orphaned").iterator():
        row = correction.report
        if correction.kind in KINDS:
            rows = apps.get_model(*KINDS[correction.kind]).objects
            row = rows.filter(report_id=correction.report_id, anchor=correction.anchor).first()
        read = row.read if row else {}
        correction.value_now = read.get(correction.field, correction.value_read)
        correction.save(update_fields=["value_now"])


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0012_orphaned_corrections_give_way"),
        ("inspections", "0015_tables_state_inspections"),
    ]

    operations = [
        migrations.AddField("correction", "value_now", models.JSONField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
