"""Where a report to a council's meeting begins: the first line of its cover."""

from ingest.blocks import Block
from ingest.profiles.papers.cabinet_cover import (
    COVER_LENGTH,
    DATE_LINE,
    LONGEST_LINE,
    MEETING,
    SUMMARY,
    is_cover_table,
    is_officers,
)
from ingest.structure.council_paper import is_opener, is_paper
from ingest.structure.paper_report import prose


def _is_meeting(block: Block) -> bool:
    return not block.rows and len(block.text) <= LONGEST_LINE and MEETING.fullmatch(block.text.strip()) is not None


def opens_report(blocks: tuple[Block, ...], index: int) -> bool:
    """The first line of a cover, in one of the forms that councils use.

    The name of the meeting alone on a line, its date under it, and the report's officers or summary soon after.
    Without the name, a date alone on a line with the table of officers soon after, unless the name of a meeting that
    opens the report stands between them: then the date closes what stands before, as that of an agenda does. Or a table
    that holds them all. Or the first of several lines with labels of such a cover.
    """
    return _opens_by_meeting(blocks, index) or _opens_by_labels(blocks, index)


def _opens_by_labels(blocks: tuple[Block, ...], index: int) -> bool:
    """Tell whether the labels of a cover begin, and no cover stands open above."""
    block = blocks[index]
    if block.number or block.rows or not is_opener(block.text):
        return False
    above = range(max(0, index - COVER_LENGTH), index)
    if any(is_opener(blocks[i].text) or _opens_by_meeting(blocks, i) for i in above):
        return False
    return is_paper(blocks[index : index + COVER_LENGTH])


def _opens_by_meeting(blocks: tuple[Block, ...], index: int) -> bool:
    block = blocks[index]
    if block.rows:
        return is_cover_table(block)
    meeting = _is_meeting(block)
    if not meeting and not DATE_LINE.match(block.text):
        return False
    after = prose(blocks[index + 1 : index + COVER_LENGTH])
    if meeting:
        dated = any(DATE_LINE.match(other.text) for other in after[:3])
        return dated and any(is_officers(b) or SUMMARY.fullmatch(b.text) for b in after)
    soon = range(index + 1, min(index + 5, len(blocks)))
    if any(b.rows and is_cover_table(b) for b in after[:4]) or any(
        _is_meeting(blocks[i]) and _opens_by_meeting(blocks, i) for i in soon
    ):
        return False
    named = any(MEETING.fullmatch(before.text.strip()) for before in prose(blocks[max(0, index - 3) : index]))
    return not named and any(b.rows and is_officers(b) for b in after[:4])
