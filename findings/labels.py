"""What a record is called where people cite it: "Paragraph 19", "Recommendation 1, item 2", "Action 1.10".

A printed number comes first. A record without one is named by what its anchor is made of: its page and place on it, or its place in its
list; that it is not numbered is said in the citation.
"""

from __future__ import annotations

import re

from findings.models import Action, Finding, Recommendation, Risk, Section
from inspections.models import Judgement, Report, partial_dates
from inspections.vocabulary import FindingKind

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


def _recommendation(recommendation: Recommendation) -> str:
    parent, _, item = recommendation.anchor.partition("/")
    whole = LAST_NUMBER.search(parent)
    if recommendation.parent_id and whole and (part := LAST_NUMBER.search(item)):
        return f"Recommendation {whole[1]}, item {part[1]}"
    number = recommendation.ref or (whole[1] if whole else "")
    return f"Recommendation {number}".strip()


def label_of(record: Record) -> str:
    """The record's name in its report."""
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
    """The report by its kind and date, or year, where its title is too long: "Single inspection report, 27 November 2015"."""
    when = partial_dates.display(report.published) or str(report.year or "")
    return f"{report.get_kind_display()}, {when}" if when else str(report.get_kind_display())


def plan_key(plan: Report) -> str:
    """A plan as addresses name it: "medway/improvement-plan-2020-01-14"."""
    return f"{plan.authority_slug}/{plan.slug}"


def printed_order(value: str) -> tuple[int, str]:
    """The sort key of printed values: numbers first, in numeric order."""
    return (int(value), "") if value.isdecimal() else (1_000_000, value)


def range_of(findings: list[Finding]) -> str:
    """Findings that follow each other, as people cite them: "Paragraphs 14 to 38", "Paragraph 7", "3 unnumbered paragraphs"."""
    first, last = findings[0], findings[-1]
    annex = "Annex, paragraph" if first.anchor.startswith("annex/") else "Paragraph"
    if not first.ref:
        return "1 unnumbered paragraph" if len(findings) == 1 else f"{len(findings)} unnumbered paragraphs"
    return f"{annex} {first.ref}" if first is last else f"{annex}s {first.ref} to {last.ref}"


def follows(previous: Finding, following: Finding) -> bool:
    """Tell whether one number comes right after another; unnumbered findings follow each other."""
    if not previous.ref or not following.ref:
        return previous.ref == following.ref
    before, after = previous.ref.split("."), following.ref.split(".")
    numeric = before[-1].isdigit() and after[-1].isdigit()
    same_stem = previous.anchor.rpartition("/")[0] == following.anchor.rpartition("/")[0] and before[:-1] == after[:-1]
    return numeric and same_stem and int(after[-1]) == int(before[-1]) + 1


def runs(findings: list[Finding]) -> list[list[Finding]]:
    """Findings in printed order, split where the numbers do not follow each other."""
    found: list[list[Finding]] = []
    for finding in findings:
        if found and follows(found[-1][-1], finding):
            found[-1].append(finding)
        else:
            found.append([finding])
    return found
