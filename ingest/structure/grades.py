"""From what a report prints of its grades, in the table and beside headings and sentences, to one judgement a domain.

The table decides, then a sentence that awards the grade, then a heading; every other place is compared with it. Two
places that differ give ``grade-contradiction``, naming both and which was taken. A grade that cannot be read gives no
grade and ``grade-unreadable``; a domain that the framework expects and that no place grades gives
``judgement-missing``; one that only a heading grades is taken from there with ``judgement-not-in-table``. A grade that
the framework's scale does not have is none, and a number that is printed with a grade must be the one that the scale
gives it. Nothing is guessed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from ingest.blocks import Place
from ingest.drafts import JudgementDraft
from ingest.notices import NoticeDraft
from ingest.wording.grades import grade_of, grade_on_scale, is_not_judged
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import grades
from inspections.vocabulary import Absence, Basis, NoticeLevel, Scope


class Source(IntEnum):
    """Where a grade stands, the most trusted place first."""

    TABLE = 1
    SENTENCE = 2
    HEADING = 3


NAMES = {Source.TABLE: "the table of judgements", Source.SENTENCE: "a sentence", Source.HEADING: "the section"}


@dataclass(frozen=True, slots=True)
class GradeClaim:
    """A place that grades a domain; ``wording`` is the grade as printed there, ``domain_wording`` what is graded.

    ``scope`` is whose work, or for whom, where a report grades a domain more than once; ``scale`` is the framework
    whose numbers count where no word is printed.
    """

    domain: str
    domain_wording: str
    wording: str
    source: Source
    place: Place
    scope: Scope | None = None
    scale: str = ""

    @property
    def grade(self) -> str | None:
        """The code of the grade, or None where it cannot be read or none was given."""
        return grade_of(self.wording) or grade_on_scale(self.wording, self.scale)


def _where(claim: GradeClaim) -> str:
    place = claim.place
    preposition = "" if place.where else "on " if place.page else "in "
    return f"{NAMES[claim.source]} {preposition}{place.words}"


def _notice(code: NoticeCode, level: NoticeLevel, message: str, place: Place, domain: str) -> NoticeDraft:
    return NoticeDraft(level, code, message, place.page, place.line, f"judgement-{domain}")


def _contradictions(taken: GradeClaim, claims: Iterable[GradeClaim]) -> list[NoticeDraft]:
    notices = []
    for other in claims:
        if other.grade and other.grade != taken.grade:
            message = (
                f"{taken.domain_wording}: {_where(taken)} says “{taken.wording}”, {_where(other)} says "
                f"“{other.wording}”. {_where(taken).capitalize()} was taken; compare with the document."
            )
            notices.append(
                _notice(NoticeCode.GRADE_CONTRADICTION, NoticeLevel.ERROR, message, taken.place, taken.domain)
            )
        elif taken.grade and other.wording and not other.grade and other.source > taken.source:
            message = (
                f"{taken.domain_wording}: {_where(other)} says “{other.wording}”, which is no grade; "
                f"{_where(taken)} says “{taken.wording}”. Compare."
            )
            notices.append(
                _notice(NoticeCode.GRADE_UNREADABLE, NoticeLevel.WARNING, message, other.place, taken.domain)
            )
    return notices


def _absent(claim: GradeClaim) -> tuple[Absence, NoticeDraft]:
    if is_not_judged(claim.wording):
        message = f"{claim.domain_wording}: the document says “{claim.wording}”; it has no grade."
        return Absence.NOT_JUDGED, _notice(NoticeCode.NOT_JUDGED, NoticeLevel.INFO, message, claim.place, claim.domain)
    message = (
        f"{claim.domain_wording}: “{claim.wording}” is no grade of this framework. Read it in the document and set it."
    )
    return Absence.NOT_LEGIBLE, _notice(
        NoticeCode.GRADE_UNREADABLE, NoticeLevel.ERROR, message, claim.place, claim.domain
    )


def _judge(
    claims: list[GradeClaim], evidence: tuple[str, ...], tabled: bool
) -> tuple[JudgementDraft, list[NoticeDraft]]:
    ranked = sorted(claims, key=lambda claim: claim.source)
    first = ranked[0]
    taken = first if first.grade or is_not_judged(first.wording) else next((c for c in ranked if c.grade), first)
    notices = _contradictions(taken, claims)
    absence = None
    if taken is not first:
        message = (
            f"{first.domain_wording}: “{first.wording}” in {_where(first)} is no grade of this framework; "
            f"“{taken.wording}” was taken from {_where(taken)}. Compare with the document."
        )
        notices.append(_notice(NoticeCode.GRADE_UNREADABLE, NoticeLevel.WARNING, message, first.place, first.domain))
    elif not taken.grade:
        absence, notice = _absent(taken)
        notices.append(notice)
    elif tabled and taken.source is Source.HEADING:
        message = (
            f"{taken.domain_wording} is not in the table of judgements; “{taken.wording}” was taken from "
            f"{_where(taken)}."
        )
        notices.append(
            _notice(NoticeCode.JUDGEMENT_NOT_IN_TABLE, NoticeLevel.WARNING, message, taken.place, taken.domain)
        )
    judgement = JudgementDraft(
        f"judgement-{taken.domain}", taken.domain, first.domain_wording, taken.grade, taken.wording, Basis.PRIMARY,
        absence=absence, evidence=evidence, place=taken.place,
    )  # fmt: skip
    return judgement, notices


def reconcile(
    claims: Iterable[GradeClaim], expected: Mapping[str, str], evidence: Mapping[str, tuple[str, ...]], place: Place,
    untabled: frozenset[str] = frozenset(),
) -> tuple[tuple[JudgementDraft, ...], tuple[NoticeDraft, ...]]:  # fmt: skip
    """One primary judgement for each domain that is graded, in the order of ``expected`` (domain to its wording).

    ``evidence`` gives the anchors for each domain; ``place`` is where a missing table should stand; domains in
    ``untabled`` are not expected in a table.
    """
    by_domain: dict[str, list[GradeClaim]] = {}
    for claim in claims:
        by_domain.setdefault(claim.domain, []).append(claim)
    judgements: list[JudgementDraft] = []
    notices: list[NoticeDraft] = []
    for domain in dict.fromkeys([*expected, *by_domain]):
        if domain in by_domain:
            judgement, doubts = _judge(by_domain[domain], evidence.get(domain, ()), domain not in untabled)
            judgements.append(judgement)
            notices += doubts
        else:
            message = (
                f"No grade was found for “{expected[domain]}”, which this framework judges. Read it in the document."
            )
            notices.append(_notice(NoticeCode.JUDGEMENT_MISSING, NoticeLevel.ERROR, message, place, domain))
    return tuple(judgements), tuple(notices)


def on_scale(
    judgements: Iterable[JudgementDraft], framework: str
) -> tuple[tuple[JudgementDraft, ...], tuple[NoticeDraft, ...]]:
    """The judgements, without a grade where the scale of their framework has none of that name.

    A number that does not fit is doubted.
    """
    numbers = {facts.code: facts.number for facts in grades() if facts.framework == framework}
    checked: list[JudgementDraft] = []
    notices: list[NoticeDraft] = []
    for judgement in judgements:
        code, wording, printed = judgement.grade, judgement.grade_wording, re.search(r"\d", judgement.grade_wording)
        what = f"{judgement.domain_wording}: “{wording}”"
        unknown = code is not None and code not in numbers
        checked.append(replace(judgement, grade=None, absence=Absence.NOT_LEGIBLE) if unknown else judgement)
        if unknown:
            message = f"{what} is no grade of this framework. Read it in the document and set it."
            notices.append(
                _notice(NoticeCode.GRADE_UNREADABLE, NoticeLevel.ERROR, message, judgement.place, judgement.domain)
            )
        elif code and printed and numbers[code] not in (None, int(printed.group())):
            message = (
                f"{what} names one grade and the number of another. The word was taken; compare with the document."
            )
            notices.append(
                _notice(NoticeCode.GRADE_CONTRADICTION, NoticeLevel.ERROR, message, judgement.place, judgement.domain)
            )
    return tuple(checked), tuple(notices)
