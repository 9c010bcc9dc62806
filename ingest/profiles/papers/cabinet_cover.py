"""The cover of a report to a council's meeting: the meeting, its day, the title, the officers.

Councils set it as lines with a table of officers under them, or as one table of labels and values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind
from ingest.drafts import PartialDate
from ingest.structure.paper_report import prose
from ingest.wording.dates import find_date
from ingest.wording.joining import ends_like_a_sentence

MEETING = re.compile(
    r"(?:report\s+(?:to|for)(?:\s+the)?:?\s+)?(?:the\s+)?(?:cabinet(?:\s+(?:member\b.*|committee.*))?|executive(?:\s+board)?|"
    r"(?:full\s+)?council|[\w’',& -]{0,70}(?:scrutiny|select|policy)[\w’',& -]{0,40}committee"
    r"|policy and resources committee)",
    re.I,
)
DATE_LINE = re.compile(r"^(?:date:?\s*)?(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\s+\d{4}$", re.I)
OFFICERS = re.compile(
    r"^(?:portfolio holder|cabinet member|lead member|report (?:from|of|by|author)|authors?|lead officer|director|"
    r"contact officer|wards?(?: affected)?|responsible officer|key decision|exempt)\b",
    re.I,
)
MEETING_LABEL = re.compile(r"(?:report to|meeting|committee|decision maker|date)\b", re.I)
TITLE_LABEL = re.compile(r"(?:report )?(?:title|subject)\b", re.I)
LABELLED_TITLE = re.compile(r"^(?:report )?(?:title|subject)\s*:\s*", re.I)
SUMMARY = re.compile(r"(?:executive )?summary|purpose of (?:the )?report|introduction", re.I)
COVER_LENGTH = 16
LONGEST_LINE = 150
SHORTEST_PROSE = 60


def labels(block: Block) -> Iterator[str]:
    """What may be the label of a line on the cover.

    The first cells of a table, or what a line has in front of a colon.
    """
    if block.rows:
        yield from (row.texts[0] for row in block.rows)
    elif ":" in block.text[:40]:
        yield block.text


def is_officers(block: Block) -> bool:
    """Tell whether a line or table of the cover names the officers or the portfolio holder of a report."""
    return any(OFFICERS.match(label) for label in labels(block))


def is_cover_table(block: Block) -> bool:
    """Tell whether one table holds meeting or date, title, and officers of a report."""
    found = tuple(labels(block))
    return all(any(kind.match(label) for label in found) for kind in (MEETING_LABEL, TITLE_LABEL, OFFICERS))


@dataclass(frozen=True, slots=True)
class CabinetCover:
    """What the cover says; ``end`` is the index at which the body begins."""

    title: str
    published: PartialDate | None
    end: int


def _is_prose(block: Block) -> bool:
    """Tell whether a block is a sentence of the report, which its heading may have lost, and no line of the cover."""
    plain = block.kind is BlockKind.PARAGRAPH and len(block.text) >= SHORTEST_PROSE
    return plain and ends_like_a_sentence(block.text) and not is_officers(block)


def read_cover(blocks: tuple[Block, ...]) -> CabinetCover:
    """Title, day of the meeting, and where the body begins."""
    end = next(
        (i for i, b in enumerate(blocks) if i and (SUMMARY.fullmatch(b.text) or b.number or _is_prose(b))), len(blocks)
    )
    end = min(end, COVER_LENGTH * 2)
    dated = [i for i, b in enumerate(blocks[:end]) if find_date(b.text) and len(b.text) < 60 and not b.rows]
    published = find_date(blocks[dated[0]].text) if dated else None
    rows = [row.texts for b in blocks[:end] for row in b.rows]
    if published is None:
        cells = [text for row in rows for text in row if DATE_LINE.match(text)]
        published = find_date(cells[0]) if cells else None
    start = dated[0] + 1 if dated else 0
    lines = [row[1] for row in rows if len(row) > 1 and TITLE_LABEL.match(row[0])][:1]
    for block in blocks[start:end] if not lines else ():
        if block.kind is BlockKind.TABLE or is_officers(block):
            break
        if not MEETING.fullmatch(block.text) and len(block.text) < 300:
            lines.append(LABELLED_TITLE.sub("", block.text))
    return CabinetCover(" ".join(lines), published, end)


def _is_meeting(block: Block) -> bool:
    return not block.rows and len(block.text) <= LONGEST_LINE and MEETING.fullmatch(block.text.strip()) is not None


def opens_report(blocks: tuple[Block, ...], index: int) -> bool:
    """The name of the meeting alone on a line, its date under it, and the report's officers or summary soon after.

    Without the name, a date alone on a line with the table of officers soon after, unless the name of a meeting that
    opens the report stands between them: then the date closes what stands before, as that of an agenda does. Or a table
    that holds them all.
    """
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
        _is_meeting(blocks[i]) and opens_report(blocks, i) for i in soon
    ):
        return False
    named = any(MEETING.fullmatch(before.text.strip()) for before in prose(blocks[max(0, index - 3) : index]))
    return not named and any(b.rows and is_officers(b) for b in after[:4])
