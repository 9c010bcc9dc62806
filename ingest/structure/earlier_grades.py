"""The grades of earlier inspections that an inspectorate's report tells, from its findings.

What ``wording.previous`` reads, sentence by sentence, becomes one judgement for each earlier inspection, domain and
grade, with all findings that tell it. Sentences about another authority tell nothing of this one; a date like that of
the report's own inspection, or later, is not earlier. What is not clear gives a notice and no judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.blocks import Place
from ingest.drafts import FindingDraft, InspectionDraft, JudgementDraft, RecommendationDraft, SectionDraft
from ingest.notices import NoticeDraft
from ingest.structure.anchors import Anchors
from ingest.structure.reported_judgements import Reported
from ingest.wording.authorities import find_authorities
from ingest.wording.dates import last_day
from ingest.wording.earlier.previous_inspections import PreviousInspection
from ingest.wording.previous import Doubted, PreviousReader
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import Basis, NoticeLevel


@dataclass(frozen=True, slots=True)
class _Told:
    """A grade of an earlier inspection, with the findings that tell it; ``place`` is that of the most exact one."""

    quoted: PreviousInspection
    evidence: tuple[str, ...]
    place: Place

    def also(self, other: PreviousInspection, finding: FindingDraft) -> _Told:
        """Return the same with another finding, whose words count if they are more exact."""
        evidence = tuple(dict.fromkeys((*self.evidence, finding.anchor)))
        if _exactness(other) > _exactness(self.quoted):
            return _Told(other, evidence, finding.place)
        return _Told(self.quoted, evidence, self.place)


def reported_by_findings(
    findings: Iterable[FindingDraft],
    sections: Iterable[SectionDraft],
    authority: AuthorityFacts | None,
    own: InspectionDraft | None,
    recommendations: Iterable[RecommendationDraft] = (),
) -> Reported:
    """What the findings of an inspection report tell: one judgement for each earlier inspection, domain and grade.

    The sentence with the most exact date stands for all. What is dated like the ``own`` inspection, or later, is none.
    Recommendations are no evidence: what they tell is only doubted.
    """
    headings = {section.anchor: section.heading for section in sections}
    reader = PreviousReader()
    told: list[_Told] = []
    notices: list[NoticeDraft] = []
    for finding in findings:
        for found in reader.read(finding.text, headings.get(finding.section or "", ""), finding.domain):
            if isinstance(found, Doubted) or _is_unclear(found, authority, own):
                sentence = found.sentence if isinstance(found, Doubted) else found.printed
                notices.append(_unclear(sentence, finding))
            elif _of_another(found, authority) or _is_own(found, own):
                continue
            else:
                at = next((i for i, known in enumerate(told) if _same(known.quoted, found)), None)
                if at is None:
                    told.append(_Told(found, (finding.anchor,), finding.place))
                else:
                    told[at] = told[at].also(found, finding)
    notices += _told_by(recommendations)
    notices += [_undated(one) for one in told if one.quoted.date is None]
    judgements = tuple(_judgements(told))
    mentions = tuple(judgement.inspection for judgement in judgements if judgement.inspection)
    return Reported(judgements, mentions, notices=tuple(dict.fromkeys(notices)))


def _told_by(recommendations: Iterable[RecommendationDraft]) -> Iterator[NoticeDraft]:
    reader = PreviousReader()
    for recommendation in recommendations:
        for found in reader.read(recommendation.text, "", recommendation.domain):
            sentence = found.sentence if isinstance(found, Doubted) else found.printed
            yield _unclear(sentence, recommendation)


def _judgements(told: Iterable[_Told]) -> Iterator[JudgementDraft]:
    anchors = Anchors()
    for one in told:
        quoted = one.quoted
        when = quoted.date.iso if quoted.date else "undated"
        started, published = (None, quoted.date) if quoted.published else (quoted.date, None)
        yield JudgementDraft(
            anchors.take(f"reported-{when}-{quoted.domain}"),
            quoted.domain,
            quoted.domain_wording,
            quoted.grade,
            quoted.grade_wording,
            Basis.REPORTED,
            quoted.scope,
            inspection=InspectionDraft(
                quoted.framework, started, last_day(started), published, place=one.place, printed=quoted.printed
            ),
            evidence=one.evidence,
            place=one.place,
        )


def _unclear(sentence: str, finding: FindingDraft | RecommendationDraft) -> NoticeDraft:
    message = (
        f"A sentence speaks of an earlier inspection and a grade, but not clearly of which service: “{sentence[:160]}” "
        "No judgement was taken; read the paragraph and add it by hand."
    )
    place = finding.place
    return NoticeDraft(
        NoticeLevel.WARNING, NoticeCode.REPORTED_UNCLEAR, message, place.page, place.line, finding.anchor
    )


def _undated(told: _Told) -> NoticeDraft:
    quoted = told.quoted
    message = (
        f"“{quoted.grade_wording}” for {quoted.domain} is told of an earlier inspection whose date is not printed. "
        "Set the date by hand if it is known."
    )
    at = told.place
    return NoticeDraft(NoticeLevel.INFO, NoticeCode.REPORTED_UNDATED, message, at.page, at.line, told.evidence[0])


def _exactness(quoted: PreviousInspection) -> tuple[int, bool]:
    return (len(quoted.date.iso) if quoted.date else 0, quoted.framework is not None)


def _same(first: PreviousInspection, second: PreviousInspection) -> bool:
    """Tell whether two grades can be one: of one domain or part, and of dates that do not contradict each other."""
    same_domain = (first.domain, first.scope) == (second.domain, second.scope)
    if first.grade != second.grade or not (same_domain or first.part == second.part):
        return False
    if first.framework and second.framework and first.framework != second.framework:
        return False
    if first.date is None or second.date is None or first.published != second.published:
        return first.date is None or second.date is None or first.date.iso[:4] == second.date.iso[:4]
    exact = min(len(first.date.iso), len(second.date.iso))
    return first.date.iso[:exact] == second.date.iso[:exact]


def _named(quoted: PreviousInspection) -> set[str]:
    return {found.la_code for found in find_authorities(quoted.printed)}


def _of_another(quoted: PreviousInspection, authority: AuthorityFacts | None) -> bool:
    """Tell whether the words name other authorities and not the one that the report is about."""
    named = _named(quoted)
    return bool(named) and authority is not None and authority.la_code not in named


def _day(inspection: InspectionDraft | None) -> str:
    date = (inspection.started or inspection.ended or inspection.published) if inspection else None
    return date.iso if date else "9999"


def _is_own(quoted: PreviousInspection, own: InspectionDraft | None) -> bool:
    """Tell whether the date is that of the report's own inspection, or later."""
    day = _day(own)
    return quoted.date is not None and quoted.date.iso >= day[: max(7, len(quoted.date.iso))][: len(quoted.date.iso)]


def _is_unclear(quoted: PreviousInspection, authority: AuthorityFacts | None, own: InspectionDraft | None) -> bool:
    """Tell whether the words name another authority, too, or a date as unclear as the year of its own inspection.

    So is one long after it.
    """
    named = _named(quoted)
    several = authority is not None and authority.la_code in named and len(named) > 1
    day = _day(own)
    return several or (quoted.date is not None and (quoted.date.iso == day[:4] or _is_long_after(quoted.date.iso, day)))


def _is_long_after(date: str, day: str) -> bool:
    """Tell whether a date is of a later year than the one after the report's own inspection: one of both is wrong."""
    return int(date[:4]) > int(day[:4]) + 1
