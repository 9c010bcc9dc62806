"""The annual performance assessment that a joint area review of 2007 or later prints in an annex.

Its table gives the grades of another inspection: they are reported judgements of the assessment, whose year stands in
the heading of the annex or in its text. Without a year nothing is taken, with a notice.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.blocks import Block
from ingest.drafts import InspectionDraft, JudgementDraft, PartialDate
from ingest.notices import NoticeDraft
from ingest.profiles.letters.apa_grades import FRAMEWORK, claims_of, table_of_grades
from ingest.wording.domains import expected
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Basis, NoticeLevel

ANNEX = re.compile(r"\s*annex\b", re.I)
ASSESSMENT = re.compile(r"\s*annex\b.{0,60}\bannual\s+performance\s+assessment\b", re.I)
YEAR = re.compile(r"\b(200[4-8])\b")


def read_assessment(blocks: Sequence[Block]) -> tuple[tuple[JudgementDraft, ...], tuple[NoticeDraft, ...]]:
    """The reported judgements of the assessment in the annex, and what is doubted of them."""
    start = next((i for i, block in enumerate(blocks) if not block.rows and ASSESSMENT.match(block.text)), None)
    if start is None:
        return (), ()
    annex = (blocks[start], *takewhile(lambda block: not ANNEX.match(block.text), blocks[start + 1 :]))
    claims = [claim for claim in claims_of(table_of_grades(annex)) if claim.grade]
    if not claims:
        return (), ()
    place = claims[0].place
    year = next((match[1] for block in annex if not block.rows and (match := YEAR.search(block.text))), None)
    if year is None:
        message = "An annex prints the grades of an annual performance assessment without its year; they were left out."
        code = NoticeCode.JUDGEMENT_WITHOUT_INSPECTION
        return (), (NoticeDraft(NoticeLevel.WARNING, code, message, place.page, place.line),)
    about = InspectionDraft(FRAMEWORK, published=PartialDate(year), place=place, printed=blocks[start].text)
    wordings = expected(FRAMEWORK)
    judgements = tuple(
        JudgementDraft(
            f"reported-{FRAMEWORK}-{claim.domain}",
            claim.domain,
            wordings.get(claim.domain, claim.domain_wording),
            claim.grade,
            claim.wording,
            Basis.REPORTED,
            inspection=about,
            place=claim.place,
        )
        for claim in {claim.domain: claim for claim in reversed(claims)}.values()
    )
    return tuple(sorted(judgements, key=lambda judgement: list(wordings).index(judgement.domain))), ()
