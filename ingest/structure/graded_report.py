"""Putting a graded report together.

What its profile found, the checks that need no gold, and the facts of its cover.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, Place
from ingest.drafts import InspectionDraft, JudgementDraft, PartialDate, ReportDraft
from ingest.notices import NoticeDraft
from ingest.structure.body import Body
from ingest.structure.cover import check_running_dates, earlier_inspection, read_dates
from ingest.structure.cover_names import read_authority, read_lead
from ingest.structure.grades import GradeClaim, on_scale, reconcile
from ingest.structure.numbering import check_swallowed
from ingest.structure.report_builder import NamedProfile, build_report
from ingest.wording.recommending import says_none
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, Scope


@dataclass(frozen=True, slots=True)
class Expected:
    """What a report of the kind judges: ``domains`` to their wording.

    ``closing`` tells that its publisher closes every such report with the same text.
    ``untabled`` are not in the table of judgements, ``sectionless`` have no section of findings of their own.
    ``recommended`` are the domains of the parts that each have recommendations, None for the part that is about all.
    ``led`` tells that every such report names its lead inspector, ``dated`` that most print their day of publication.
    ``scopes`` are those in which all of it is judged anew, None for a report that judges each domain once.
    """

    domains: Mapping[str, str]
    closing: bool = False
    untabled: frozenset[str] = frozenset()
    sectionless: frozenset[str] = frozenset()
    recommended: Sequence[str | None] = ()
    led: bool = True
    dated: bool = True
    scopes: Sequence[Scope | None] = (None,)


@dataclass(frozen=True, slots=True)
class Found:
    """What a profile found.

    The title, the blocks of the cover, those that may name the lead inspector, the body, the claims.
    """

    title: str
    names: Sequence[str]
    cover: Sequence[Block]
    body: Body
    claims: Sequence[GradeClaim]


OVERALL = "overall-effectiveness"
UNNUMBERED = 3


def _in_scope(scope: Scope | None, anchor: str | None) -> str | None:
    """The anchor of a judgement in its scope."""
    return anchor.replace("judgement-", f"judgement-{scope}-", 1) if scope and anchor else anchor


def _judge(
    found: Found, expected: Expected, scope: Scope | None, place: Place, framework: str
) -> tuple[tuple[JudgementDraft, ...], tuple[NoticeDraft, ...]]:
    """The judgements of one scope, and what is doubted of them."""
    claims = [claim for claim in found.claims if claim.scope is scope]
    domains = (*expected.domains, *(claim.domain for claim in claims))
    evidence = {domain: found.body.evidence(domain, scope) for domain in domains}
    reconciled, doubts = reconcile(claims, expected.domains, evidence, place, expected.untabled)
    judgements, off_scale = on_scale(reconciled, framework)
    scoped = tuple(replace(j, scope=scope, anchor=_in_scope(scope, j.anchor) or j.anchor) for j in judgements)
    notices = (*doubts, *off_scale)
    return scoped, tuple(replace(notice, anchor=_in_scope(scope, notice.anchor)) for notice in notices)


def _unlike(judgements: Sequence[JudgementDraft]) -> list[NoticeDraft]:
    """The whole is graded like at least one of its parts; anything else is worth a look."""
    whole = next((judgement for judgement in judgements if judgement.domain == OVERALL and judgement.grade), None)
    parts = {judgement.grade for judgement in judgements if judgement.domain != OVERALL and judgement.grade}
    if whole is None or not parts or whole.grade in parts:
        return []
    message = (
        f"The overall grade, “{whole.grade_wording}”, is the grade of none of its parts. Compare with the document."
    )
    at = whole.place
    return [NoticeDraft(NoticeLevel.WARNING, NoticeCode.OVERALL_UNLIKE_PARTS, message, at.page, at.line, whole.anchor)]


def _gaps(
    judged: Iterable[JudgementDraft], published: PartialDate | None, found: Found, expected: Expected, place: Place
) -> list[NoticeDraft]:
    """What a whole report has and this one lacks.

    A day of publication, findings for each grade, recommendations, an ending.
    """
    records = found.body.records
    gaps = []
    if expected.dated and not published:
        message = "No day of publication is printed on the cover."
        gaps.append(NoticeDraft(NoticeLevel.INFO, NoticeCode.PUBLICATION_DATE_MISSING, message, place.page, place.line))
    if expected.closing and not found.body.closed:
        message = "The text with which these reports close was not found: the document may have been cut off."
        gaps.append(NoticeDraft(NoticeLevel.ERROR, NoticeCode.ENDING_MISSING, message, place.page, place.line))
    for judgement in judged:
        if judgement.domain not in expected.sectionless and not judgement.evidence:
            wording = expected.domains.get(judgement.domain, judgement.domain_wording)
            message = (
                f"No findings were read for “{wording}”: its heading was not recognised. Compare with the document."
            )
            gaps.append(
                NoticeDraft(
                    NoticeLevel.ERROR,
                    NoticeCode.SECTION_MISSING,
                    message,
                    place.page,
                    place.line,
                    judgement.anchor,
                )
            )
    if found.body.prose >= UNNUMBERED and not records.numbers.of():
        message = "These reports number their paragraphs, but no number was read. Compare with the document."
        gaps.append(NoticeDraft(NoticeLevel.WARNING, NoticeCode.NUMBERS_MISSING, message, place.page, place.line))
    lists = {recommendation.domain for recommendation in records.recommendations}
    if lists:
        gaps += [_no_list(domain, expected, place) for domain in expected.recommended if domain not in lists]
    elif not any(says_none(finding.text) for finding in records.findings):
        message = "No recommendations were read. Check whether the report has any and under which heading they stand."
        gaps.append(NoticeDraft(NoticeLevel.ERROR, NoticeCode.RECOMMENDATIONS_MISSING, message, place.page, place.line))
    return gaps


def _no_list(domain: str | None, expected: Expected, place: Place) -> NoticeDraft:
    part = f"“{expected.domains[domain]}”" if domain else "the authority"
    message = f"No recommendations were read in the part about {part}. Check under which heading they stand."
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.RECOMMENDATIONS_MISSING, message, place.page, place.line)


def graded_report(profile: NamedProfile, blocks: Sequence[Block], found: Found, expected: Expected) -> ReportDraft:
    """The whole draft of a graded report."""
    records = found.body.records
    dates = read_dates(found.cover)
    lead, lead_notices = read_lead(blocks)
    if not expected.led:
        lead_notices = [replace(notice, level=NoticeLevel.INFO) for notice in lead_notices]
    on = dates.ended or dates.started or dates.published
    authority, name_notices = read_authority(found.names, blocks, on.iso if on else None)
    place = blocks[0].place if blocks else Place()
    judged = [_judge(found, expected, scope, place, profile.kind) for scope in expected.scopes]
    judgements = tuple(judgement for scoped, _ in judged for judgement in scoped)
    return build_report(
        profile, found.title, blocks, records,
        authority=authority,
        published=dates.published,
        inspection=InspectionDraft(
            profile.kind, dates.started, dates.ended, dates.published, lead, dates.place, dates.printed
        ),
        judgements=judgements,
        mentions=[before] if (before := earlier_inspection(found.cover)) else (),
        notices=(
            *name_notices, *dates.notices, *check_running_dates(dates, blocks),
            *lead_notices, *(notice for _, doubts in judged for notice in doubts),
            *(notice for scoped, _ in judged for notice in _unlike(scoped)),
            *_gaps(judgements, dates.published, found, expected, place),
            *records.numbers.check(), *check_swallowed(records.numbers.of(), records.findings), *records.notices,
        ),
    )  # fmt: skip
