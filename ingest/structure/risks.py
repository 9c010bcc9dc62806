"""Tables of risks: risk, description, what is done against it, and a rating of a letter and a figure ("C3")."""

import re
from collections.abc import Iterable

from ingest.blocks import Block
from ingest.drafts import RiskDraft
from ingest.notices import NoticeDraft
from ingest.structure.anchors import Anchors
from ingest.structure.column_tables import CONTINUED, Column, GridReader, TableRecord, header_of
from ingest.wording.confusables import to_latin
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

COLUMNS = (
    Column("risk", r"risks?|risktitle|keyrisks?|riskidentified"),
    Column("description", r"description(?:ofrisk)?|riskdescription|consequences?"),
    Column("mitigation", r"(?:actions?|plans?)toavoidormitigate(?:the)?risks?|mitigat(?:ion|ing).*|controls?|actions?"),
    Column("rating", r"(?:residual|current)?(?:risk)?(?:rating|score)s?"),
)
RATING = re.compile(r"([A-F])\s?([1-6])")


def is_risk_header(block: Block) -> bool:
    """Tell whether a table has a header that names at least the risk and its rating."""
    return any({"risk", "rating"} <= set(header_of(row, COLUMNS) or ()) for row in block.rows)


def looks_like_risks(block: Block) -> bool:
    """Tell whether a table without a header that is known has a row that ends with the rating of a risk."""
    lasts = ((cells or ("",))[-1] for cells in (tuple(filter(None, row.texts)) for row in block.rows))
    return any(RATING.fullmatch(to_latin(last).strip()) for last in lasts)


def _begins(record: TableRecord, _: TableRecord | None) -> bool:
    key = record.text("risk")
    return bool(key) and not CONTINUED.match(key)


def read_risks(tables: Iterable[tuple[Block, str | None]]) -> tuple[tuple[RiskDraft, ...], tuple[NoticeDraft, ...]]:
    """The risks of the tables, each with its section; a row that goes on after a page break is one risk.

    A rating printed in look-alike letters is read as what it shows; its wording stays as printed. One that is missing,
    or is not a letter and a figure, gives a notice and no rating.
    """
    records, notices = GridReader(COLUMNS, _begins, "table of risks").read(tables)
    anchors = Anchors()
    risks: list[RiskDraft] = []
    doubts: list[NoticeDraft] = list(notices)
    for number, record in enumerate(records, 1):
        wording = record.text("rating")
        match = RATING.fullmatch(to_latin(wording).strip())
        anchor = anchors.take(f"risk-{number}")
        if match is None:
            what = f"is printed as “{wording}”, which is no letter and figure" if wording else "was not found"
            message = f"The rating of the risk “{record.text('risk')[:60]}” {what}. Compare with the document."
            place = record.place
            doubts.append(
                NoticeDraft(NoticeLevel.WARNING, NoticeCode.RATING_UNREAD, message, place.page, place.line, anchor)
            )
        risks.append(
            RiskDraft(
                anchor,
                record.text("risk"),
                record.text("description"),
                record.text("mitigation"),
                match[1] + match[2] if match else None,
                wording,
                record.section,
                record.place,
            )
        )
    return tuple(risks), tuple(doubts)
