"""Corrections keep what identified their record when they were made, so that number and words decide later."""

from typing import Any

from django.db import migrations, models
from django.db.models import F
from rapidfuzz import fuzz, process

NEAR = 90
WORDS = {
    "finding": ("findings", "Finding", "text"),
    "recommendation": ("findings", "Recommendation", "text"),
    "action": ("findings", "Action", "text"),
    "section": ("findings", "Section", "heading"),
    "risk": ("findings", "Risk", "risk"),
    "judgement": ("inspections", "Judgement", "domain_wording"),
}


def _read(row: Any, name: str) -> str:
    return row.read.get(name, getattr(row, name, "")) or ""


def _context(row: Any, kind: str) -> str:
    if kind == "section":
        return _read(row.parent, "heading") if row.parent else ""
    if kind == "judgement":
        return row.statement.anchor if row.statement else ""
    return ""


def remember(apps: Any, schema_editor: Any) -> None:
    """Fill in from the reading that the records hold now, or from what was read when a text was corrected."""
    Correction = apps.get_model("findings", "Correction")
    Correction.objects.update(home=F("anchor"))
    for correction in Correction.objects.filter(kind__in=WORDS).iterator():
        app, model, name = WORDS[correction.kind]
        rows = apps.get_model(app, model).objects.filter(report_id=correction.report_id)
        row = rows.filter(anchor=correction.anchor).first()
        if row is None:
            correction.words = correction.value_read or "" if correction.field == name else ""
            correction.save(update_fields=["words"])
            continue
        context = _context(row, correction.kind)
        same = Correction.objects.filter(
            report_id=correction.report_id, kind=correction.kind, anchor=correction.anchor, field=name,
            withdrawn_at__isnull=True,
        ).first()  # fmt: skip
        correction.words = (same.value_read if same else None) or _read(row, name)
        correction.number = _read(row, "ref") if hasattr(row, "ref") else ""
        correction.context = context
        others = rows.filter(retired_at__isnull=True).exclude(pk=row.pk)
        words = [_read(other, name) for other in others if _context(other, correction.kind) == context]
        near = process.extract(correction.words, words, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
        correction.rivals = [found for found, *_ in near]
        correction.save(update_fields=["words", "number", "context", "rivals"])


class Migration(migrations.Migration):
    dependencies = [("findings", "0010_action_progress_and_notes"), ("inspections", "0015_tables_state_inspections")]

    operations = [
        migrations.AddField("correction", "home", models.CharField(max_length=120, blank=True, default=""), False),
        migrations.AddField("correction", "number", models.CharField(max_length=20, blank=True, default=""), False),
        migrations.AddField("correction", "words", models.TextField(blank=True, default=""), False),
        migrations.AddField("correction", "context", models.TextField(blank=True, default=""), False),
        migrations.AddField("correction", "rivals", models.JSONField(default=list, blank=True)),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
