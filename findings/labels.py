"""The names of records as they are cited: "Paragraph 19", "Recommendation 1, item 2", "Action 1.10".

The name has the printed number. Without one, it follows from the anchor: the page and the place on it, or the place in
a list. Citations add that there is no printed number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from findings.models import Action, Finding, Recommendation, Risk, Section
from findings.models.changes import LABELS, label_of_field
from inspections.models import Authority, Judgement, Report, partial_dates
from inspections.vocabulary import FindingKind, ReportKind

Record = Finding | Recommendation | Action | Risk | Section | Judgement

BY_PAGE = re.compile(r"(?:^|/)p(\d+)-(?:item-)?(\d+)(?:~\d+)?$")
BY_SECTION = re.compile(r"(?:^|/)s(\d+)-(\d+)(?:~\d+)?$")
LAST_NUMBER = re.compile(r"(\d+)(?:~\d+)?$")
UNNUMBERED = {
    FindingKind.FINDING: "Unnumbered finding",
    FindingKind.SUMMARY: "Summary",
    FindingKind.CONTEXT: "Context",
    FindingKind.PROGRESS: "Progress",
}

# The words for the fields of a record, where pages name them.
FIELD_NAMES = {
    "text": "Text",
    "ref": "Number",
    "kind": "Kind",
    "domain": "Domain",
    "heading": "Heading",
    "addressee": "Addressed to",
    "timescale": "Timescale",
    "grade": "Grade",
    "grade_wording": "Grade as printed",
    "absence": "Why there is no grade",
    "domain_wording": "Domain as printed",
    "scope": "Scope",
    "priority": "Priority",
    "lead": "Lead",
    "partners": "Partners",
    "due": "Due",
    "success_measures": "Success measures",
    "resources": "Resources",
    "measure": "Measure",
    "baseline": "Baseline",
    "target": "Target",
    "progress": "Progress",
    "notes": "Other columns",
    "rag": "Rating",
    "risk": "Risk",
    "description": "Description",
    "mitigation": "Mitigation",
    "rating": "Rating",
    "title": "Title",
    "published": "Published",
    "licence": "Licence",
    "authority": "Authority",
    "framework": "Framework",
    "started": "First day",
    "ended": "Last day",
    "lead_inspector": "Lead inspector",
    **LABELS,
}


def field_label(name: str) -> str:
    """The words for a field of a record, or for another change of it; its own name where it has none."""
    return label_of_field(name) or FIELD_NAMES.get(name, name)


def _finding(finding: Finding) -> str:
    if finding.ref:
        part = "Annex, paragraph" if finding.anchor.startswith("annex/") else "Paragraph"
        return f"{part} {finding.ref}"
    name = UNNUMBERED[FindingKind(finding.kind)]
    if found := BY_PAGE.search(finding.anchor):
        return f"{name}, page {found[1]}, item {found[2]}"
    if found := BY_SECTION.search(finding.anchor):
        section = "before the first section" if found[1] == "0" else f"section {found[1]}"
        return f"{name}, {section}, item {found[2]}"
    return name


def label_with_section(record: Record) -> str:
    """The name of a record where it stands alone; without a printed number, the heading of its section comes first."""
    section = record.section if isinstance(record, Finding) and not record.ref else None
    if section is None:
        return label_of(record)
    name = label_of(record)
    return f"“{section.heading}”, {name[:1].lower()}{name[1:]}"


def _recommendation(recommendation: Recommendation) -> str:
    parent, _, item = recommendation.anchor.partition("/")
    whole = LAST_NUMBER.search(parent)
    if recommendation.parent_id and whole and (part := LAST_NUMBER.search(item)):
        return f"Recommendation {whole[1]}, item {part[1]}"
    number = recommendation.ref or (whole[1] if whole else "")
    return f"Recommendation {number}".strip()


def authority_of(record: Record) -> Authority | None:
    """The authority that a record is about: that of its report, or of what it judges in a table, which is of many."""
    own: Authority | None = record.report.authority
    return record.inspection.authority if own is None and isinstance(record, Judgement) else own


def label_of(record: Record) -> str:
    """The name of a record in its report."""
    match record:
        case Finding():
            return _finding(record)
        case Recommendation():
            return _recommendation(record)
        case Action():
            return f"Action {record.ref}" if record.ref else "Action"
        case Risk():
            number = LAST_NUMBER.search(record.anchor)
            return f"Risk {number[1]}" if number else "Risk"
        case Section():
            return f"Section “{record.heading}”"
        case Judgement():
            return f"Judgement: {record.domain.name}"


def short_title(report: Report) -> str:
    """The kind and date, or year, of a report: "Single inspection report, 27 November 2015"."""
    return _short_title(report.kind, report.published, report.year)


@lru_cache(maxsize=5000)
def _short_title(kind: str, published: str, year: int | None) -> str:
    name = dict(ReportKind.choices()).get(kind, kind)
    when = partial_dates.display(published) or str(year or "")
    return f"{name}, {when}" if when else name


def plan_key(plan: Report) -> str:
    """The name of a plan in addresses: "medway/improvement-plan-2020-01-14"."""
    return f"{plan.authority_slug}/{plan.slug}"


def printed_order(value: str) -> tuple[int, str]:
    """The sort key of printed values: numbers first, in numeric order."""
    return (int(value), "") if value.isdecimal() else (1_000_000, value)


class Numbered(Protocol):
    """A finding, or what names it: the printed number, or "", and the anchor."""

    @property
    def ref(self) -> str:
        """The printed number."""

    @property
    def anchor(self) -> str:
        """The anchor in its report."""


Paragraph = TypeVar("Paragraph", bound=Numbered)


def range_of(findings: Sequence[Numbered]) -> str:
    """Consecutive findings, as they are cited: "Paragraphs 14 to 38", "Paragraph 7", "3 unnumbered paragraphs"."""
    first, last = findings[0], findings[-1]
    annex = "Annex, paragraph" if first.anchor.startswith("annex/") else "Paragraph"
    if not first.ref:
        return "1 unnumbered paragraph" if len(findings) == 1 else f"{len(findings)} unnumbered paragraphs"
    return f"{annex} {first.ref}" if first is last else f"{annex}s {first.ref} to {last.ref}"


def follows(previous: Numbered, following: Numbered) -> bool:
    """Whether one number comes right after another. Unnumbered findings follow each other."""
    if not previous.ref or not following.ref:
        return previous.ref == following.ref
    before, after = previous.ref.split("."), following.ref.split(".")
    numeric = before[-1].isdigit() and after[-1].isdigit()
    same_stem = previous.anchor.rpartition("/")[0] == following.anchor.rpartition("/")[0] and before[:-1] == after[:-1]
    return numeric and same_stem and int(after[-1]) == int(before[-1]) + 1


def runs(findings: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Findings in printed order, split wherever numbers are not consecutive."""
    found: list[list[Paragraph]] = []
    for finding in findings:
        if found and follows(found[-1][-1], finding):
            found[-1].append(finding)
        else:
            found.append([finding])
    return found
