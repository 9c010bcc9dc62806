"""Reported judgements: the grades of earlier inspections that the findings of a report quote."""

from collections.abc import Iterable

from ingest.drafts import FindingDraft, InspectionDraft, JudgementDraft
from ingest.structure.anchors import Anchors
from ingest.wording.authorities import find_authorities
from ingest.wording.previous import PreviousInspection, find_previous
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import Basis


def _same(first: PreviousInspection, second: PreviousInspection) -> bool:
    exact = min(len(first.date.iso), len(second.date.iso))
    return (first.domain, first.grade, first.date.iso[:exact]) == (second.domain, second.grade, second.date.iso[:exact])


def _inspection(quoted: PreviousInspection, finding: FindingDraft) -> InspectionDraft:
    started, published = (None, quoted.date) if quoted.published else (quoted.date, None)
    return InspectionDraft(quoted.framework, started, None, published, place=finding.place, printed=quoted.printed)


def _of_another(quoted: PreviousInspection, authority: AuthorityFacts | None) -> bool:
    """Tell whether the words name other authorities and not the one that the report is about."""
    named = {found.la_code for found in find_authorities(quoted.printed)}
    return bool(named) and authority is not None and authority.la_code not in named


def reported_judgements(
    findings: Iterable[FindingDraft], authority: AuthorityFacts | None
) -> tuple[JudgementDraft, ...]:
    """One reported judgement for each earlier inspection of the authority, domain and grade.

    The mention with the most exact date stands for all; what is said of another authority is passed over.
    """
    mentions: list[tuple[PreviousInspection, FindingDraft]] = []
    for finding in findings:
        for quoted in find_previous(finding.text):
            if _of_another(quoted, authority):
                continue
            at = next((i for i, (known, _) in enumerate(mentions) if _same(known, quoted)), None)
            if at is None:
                mentions.append((quoted, finding))
            elif len(quoted.date.iso) > len(mentions[at][0].date.iso):
                mentions[at] = (quoted, finding)
    anchors = Anchors()
    return tuple(
        JudgementDraft(
            anchors.take(f"reported-{quoted.date.iso}-{quoted.domain}"),
            quoted.domain,
            quoted.domain_wording,
            quoted.grade,
            quoted.grade_wording,
            Basis.REPORTED,
            inspection=_inspection(quoted, finding),
            evidence=(finding.anchor,),
            place=finding.place,
        )
        for quoted, finding in mentions
    )
