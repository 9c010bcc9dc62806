"""The outcome of an area SEND inspection.

One of three, which its sentence tells and the date of the next inspection confirms.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import Block
from ingest.drafts import JudgementDraft
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Absence, Basis, NoticeLevel

DOMAIN = "send-arrangements"


@dataclass(frozen=True, slots=True)
class AreaOutcome:
    """One of the three outcomes.

    ``says`` is its sentence, ``follow_up`` what the report must say of the next inspection.
    """

    grade: str
    says: re.Pattern[str]
    follow_up: re.Pattern[str]


# In this order because a report of systemic failings also speaks of three years: the last follow-up that fits decides.
OUTCOMES = (
    AreaOutcome(
        "typically-positive",
        re.compile(r"typically\s+leads?\s+to\s+positive\s+experiences", re.I),
        re.compile(r"approximately\s+(?:five|5)\s+years", re.I),
    ),
    AreaOutcome(
        "inconsistent",
        re.compile(r"leads?\s+to\s+inconsistent\s+experiences", re.I),
        re.compile(r"approximately\s+(?:three|3)\s+years", re.I),
    ),
    AreaOutcome(
        "systemic-failings",
        re.compile(r"widespread\s+(?:and\s*/\s*or|and|or)\s+systemic\s+failings", re.I),
        re.compile(r"monitoring\s+inspection|approximately\s+(?:18|eighteen)\s+months|priority\s+action\s+plan", re.I),
    ),
)


def _notice(code: NoticeCode, message: str, block: Block, level: NoticeLevel = NoticeLevel.ERROR) -> NoticeDraft:
    return NoticeDraft(level, code, message, block.place.page, block.place.line, f"judgement-{DOMAIN}")


def read_outcome(
    blocks: Sequence[Block], evidence: tuple[str, ...], first: Block
) -> tuple[JudgementDraft, list[NoticeDraft]]:
    """The outcome of the section of that name, and what doubts it; without a single outcome there is no judgement."""
    text = " ".join(block.text for block in blocks)
    stated = [(o, block) for o in OUTCOMES for block in blocks if o.says.search(block.text)]
    if len({outcome.grade for outcome, _ in stated}) != 1:
        what = "several outcomes" if stated else "none of the three outcomes"
        message = (
            f"The section “Inspection outcome” states {what} of the framework. Read it in the document and set it."
        )
        block = blocks[0] if blocks else first
        draft = JudgementDraft(
            f"judgement-{DOMAIN}", DOMAIN, "Inspection outcome", None, "", Basis.PRIMARY,
            absence=Absence.NOT_LEGIBLE if blocks else Absence.NOT_READ, place=block.place,
        )  # fmt: skip
        return draft, [_notice(NoticeCode.JUDGEMENT_MISSING, message, block)]
    outcome, block = stated[0]
    sentence = re.match(r".*?[.](?=\s|$)", block.text)
    judgement = JudgementDraft(
        f"judgement-{DOMAIN}", DOMAIN, "Inspection outcome", outcome.grade, sentence[0] if sentence else block.text,
        Basis.PRIMARY, evidence=evidence, place=block.place,
    )  # fmt: skip
    implied = next((o for o in reversed(OUTCOMES) if o.follow_up.search(text)), outcome)
    if implied is not outcome:
        message = (
            f"The outcome is “{outcome.grade}”, but what is said of the next inspection fits “{implied.grade}”. "
            "The sentence of the outcome was taken; compare with the document."
        )
        return judgement, [_notice(NoticeCode.GRADE_CONTRADICTION, message, block)]
    return judgement, []


def check_urgent(judgement: JudgementDraft, urgent: bool, title: Block) -> Iterator[NoticeDraft]:
    """Systemic failings are what areas for priority action are for: one does not stand without the other."""
    if judgement.grade and urgent != (judgement.grade == "systemic-failings"):
        message = (
            f"The outcome is “{judgement.grade}”, but the report has {'' if urgent else 'no '}areas for priority "
            "action. The sentence of the outcome was taken; compare with the document."
        )
        yield _notice(NoticeCode.GRADE_CONTRADICTION, message, title, NoticeLevel.WARNING)
