"""The judgements of a joint area review.

Its table of grades, with the paragraphs that carry each and the sentences that word it.

The table alone decides (``grades``); a sentence that words a grade otherwise is a contradiction that is named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.drafts import FindingDraft, JudgementDraft
from ingest.notices import NoticeDraft
from ingest.profiles.jar.grades import JointReviewGrades
from ingest.profiles.jar.marks import Marked
from ingest.wording.domains import CAPACITY
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Basis, FindingKind, NoticeLevel, Scope

ANNEX = "annex/"


@dataclass(frozen=True, slots=True)
class GradeSentence:
    """A sentence that words a grade of the table; ``domain`` None stands for the domain of the section."""

    pattern: re.Pattern[str]
    scope: Scope
    domain: str | None = None
    annex: bool = False


GRADE = r"(?P<grade>outstanding|excellent|good|adequate|inadequate)"
GRADE_SENTENCES = (
    GradeSentence(
        re.compile(rf"the (?:contribution|management) of\b[^.]*?\b(?:is|are) {GRADE}\b", re.I), Scope.LOCAL_SERVICES
    ),
    GradeSentence(
        re.compile(rf"(?:the )?capacity (?:to improve|for improvement)\b[^.]*?\bis {GRADE}\b", re.I),
        Scope.LOCAL_SERVICES,
        CAPACITY,
    ),
    GradeSentence(re.compile(rf"the work of\b[^.]*?\bis {GRADE}\b", re.I), Scope.LOCAL_SERVICES),
    GradeSentence(re.compile(rf"[^.]*\bhave an? {GRADE} capacity to improve\b", re.I), Scope.LOCAL_SERVICES, CAPACITY),
    GradeSentence(
        re.compile(rf"[^.]*\bservices for children and young people (?:is|are) {GRADE}\b", re.I),
        Scope.COUNCIL,
        "childrens-services",
        annex=True,
    ),
    GradeSentence(
        re.compile(rf"[^.]*\bcapacity to improve (?:as|is) {GRADE}\b", re.I), Scope.COUNCIL, CAPACITY, annex=True
    ),
)


def _claims(findings: Sequence[FindingDraft]) -> Iterator[tuple[str, Scope, str, FindingDraft]]:
    """Every (domain, scope, grade word, finding) that the text of a summary, main report or annex claims."""
    for finding in findings:
        annex = finding.anchor.startswith(ANNEX)
        for claim in GRADE_SENTENCES:
            match = claim.pattern.match(finding.text) if claim.annex == annex else None
            domain = claim.domain or finding.domain
            if match and domain and finding.kind in (FindingKind.SUMMARY, FindingKind.FINDING):
                yield domain, claim.scope, match["grade"].casefold(), finding


def _evidence(domain: str, scope: Scope, findings: Sequence[FindingDraft]) -> tuple[str, ...]:
    main = [f for f in findings if f.kind is FindingKind.FINDING]
    if scope == Scope.LOCAL_SERVICES and any(f.domain == domain for f in main):
        return tuple(f.anchor for f in main if f.domain == domain)
    if (scope, domain) == (Scope.COUNCIL, "childrens-services"):
        return tuple(f.anchor for f in main if f.anchor.startswith(ANNEX))
    return tuple(f.anchor for d, s, _, f in _claims(main) if (d, s) == (domain, scope))


def read_judgements(
    grades: JointReviewGrades, findings: Sequence[FindingDraft]
) -> tuple[tuple[JudgementDraft, ...], list[NoticeDraft]]:
    """One judgement for each grade of the table with its evidence, and a notice for each contradicting sentence."""
    judgements = tuple(
        JudgementDraft(
            anchor=f"judgement-{cell.scope}-{cell.domain}",
            domain=cell.domain,
            domain_wording=cell.domain_wording,
            grade=cell.grade,
            grade_wording=cell.wording,
            basis=Basis.PRIMARY,
            scope=cell.scope,
            absence=cell.absence,
            evidence=_evidence(cell.domain, cell.scope, findings),
            place=cell.place,
        )
        for cell in grades.cells
    )
    by_key = {(j.domain, j.scope): j for j in judgements}
    notices = []
    for domain, scope, word, finding in _claims(findings):
        judgement = by_key.get((domain, scope))
        claimed = "outstanding" if word == "excellent" else word
        if judgement and judgement.grade and judgement.grade != claimed:
            message = (
                f"The table of grades gives {judgement.domain_wording} {judgement.grade_wording} ({judgement.grade}), "
                f"but paragraph {finding.ref} says “{word}”. The table was taken; check which is right."
            )
            place = finding.place
            notices.append(
                NoticeDraft(
                    NoticeLevel.ERROR, NoticeCode.GRADE_CONTRADICTION, message, place.page, place.line, judgement.anchor
                )
            )
    return judgements, notices


def check_marks(judgements: Sequence[JudgementDraft], marks: Sequence[Marked]) -> list[NoticeDraft]:
    """A notice for each grade that is ticked in a section and that the table of grades contradicts."""
    by_domain = {judgement.domain: judgement for judgement in judgements if judgement.scope is Scope.LOCAL_SERVICES}
    notices = []
    for mark in marks:
        judgement = by_domain.get(mark.domain)
        if judgement and judgement.grade and judgement.grade != mark.grade:
            message = (
                f"The table of grades gives {judgement.domain_wording} {judgement.grade_wording} ({judgement.grade}), "
                f"but its section ticks “{mark.grade}”. The table was taken; check which is right."
            )
            at = mark.place
            notices.append(
                NoticeDraft(
                    NoticeLevel.ERROR, NoticeCode.GRADE_CONTRADICTION, message, at.page, at.line, judgement.anchor
                )
            )
    return notices
