"""The text of a record that search indexes and shows extracts of."""

from __future__ import annotations

from findings.models import Action, Finding, Recommendation
from inspections.models import Judgement
from inspections.vocabulary import RecordKind

SearchedRecord = Judgement | Recommendation | Finding | Action

MODELS: dict[RecordKind, type[SearchedRecord]] = {
    RecordKind.JUDGEMENT: Judgement,
    RecordKind.RECOMMENDATION: Recommendation,
    RecordKind.FINDING: Finding,
    RecordKind.ACTION: Action,
}
ACTION_FIELDS = (
    "text",
    "lead",
    "partners",
    "due",
    "success_measures",
    "measure",
    "baseline",
    "target",
    "progress",
    "notes",
)


def text_of(record: SearchedRecord) -> str:
    """The text of a record: of a judgement its domain and grade as printed, of an action all its cells."""
    match record:
        case Judgement():
            domain = record.domain.name
            if record.domain_wording.casefold() != domain.casefold():
                domain = f"{domain} ({record.domain_wording})"
            return f"{domain}: {record.grade_wording or record.get_absence_display()}"
        case Action():
            cells = (str(getattr(record, name)).strip() for name in ACTION_FIELDS)
            return "\n".join(cell for cell in cells if cell)
        case _:
            return record.text
