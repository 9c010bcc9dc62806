"""The cover of a report to a council's meeting: the meeting, its day, the title, the officers.

Councils set it as lines with a table of officers under them, as one table of labels and values, or as lines with labels
("Report to: … Date: … Subject: …"). Minutes and pages about a meeting have its day in the line that names it. In this
order: the words behind a label; else the lines behind the day that neither name the meeting nor the officers; else the
lines in front of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind
from ingest.drafts import PartialDate
from ingest.structure.council_paper import MEETING_AND_DAY, is_sign
from ingest.wording.authorities import is_name
from ingest.wording.dates import find_date, write_out
from ingest.wording.joining import ends_like_a_sentence
from ingest.wording.late import late

MEETING = late(
    r"(?:report\s+(?:to|for)(?:\s+the)?:?\s+)?(?:the\s+)?(?:cabinet(?:\s+(?:member\b.*|committee.*))?|executive(?:\s+board)?|"
    r"(?:full\s+)?council|[\w’',& -]{0,70}(?:scrutiny|select|policy)[\w’',& -]{0,40}committee"
    r"|policy and resources committee)",
    re.I,
)
DATE_LINE = late(r"^(?:date:?\s*)?(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\s+\d{4}$", re.I)
OFFICERS = late(
    r"^(?:portfolio holder|cabinet member|lead member|report (?:from|of|by|author)|authors?|lead officer|director|"
    r"contact officer|wards?(?: affected)?|responsible officer|key decision|exempt)\b",
    re.I,
)
MEETING_LABEL = late(r"(?:report to|meeting|committee|decision maker|date)\b", re.I)
TITLE_LABEL = late(r"(?:report )?(?:title|subject)\b", re.I)
DATE_LABEL = late(
    r"(?:(?:meeting|decision|committee|cabinet|board|panel|council) )?date"
    r"(?: of (?:the )?(?:meeting|decision|committee|report))?",
    re.I,
)
DECIDED = late(r"date of decision|decision date|decided at meeting", re.I)
"""Labels that pages about a decision have at their end."""
NAMING = late(
    r"(?:report )?(?:title|subject|heading)(?: of (?:the )?report)?|title of (?:the )?item(?:/report)?|re"
    r"|report(?: title)?|title/subject|subject/title",
    re.I,
)
PAGE = late(r"(?:[\w, ]{3,40} [-–] )?agenda item|issue(?: [-–] (?:meetings|details))?|decision details", re.I)
"""What a council's site writes over the page of an item; what stands above it is the site's own."""
NAMING_ALONE = late(r"title of (?:the )?(?:item|report)(?:/report)?|report title", re.I)
"""Labels that stand in a line of their own without a colon."""
LINE = late(r"(?P<label>[A-Za-z][A-Za-z()/’' ]{1,40}?)\s*(?:/\s*[^:]{2,30})?:\s*(?P<value>.*)", re.S)
OF_A_MEETING = late(r"\b(?:meeting|held on|minutes of|cabinet|committee|panel|board)\b", re.I)
OF_AN_INSPECTION = late(r"\b(?:inspections?|visits?|inspected|visited)\b", re.I)
ITEM = late(r"\(item (\d{1,4})\)", re.I)
OF_ITEM = late(r"meeting of\b.*\(item \d", re.I)
MINUTES = late(r"minutes of\b", re.I)
TRAIL = late(r"\S\s*[>»›|]\s*\S")
SITE_MARKS = late(r"(?:\s*(?:\(agenda item \d{1,3}\)|(?:pdf icon )?PDF [\d.,]+ [KM]B))+$", re.I)
"""What a council's site writes behind the title of an item: its number, the size of its file."""
LABELLED_TITLE = late(r"^(?:report )?(?:title|subject)\s*:\s*", re.I)
SUMMARY = late(
    r"(?:executive )?summary(?: of (?:the )?report| ?/ ?purpose)?|(?:report )?purpose(?: and summary| ?/ ?summary)?"
    r"|purpose of (?:the )?(?:report|briefing)|introduction",
    re.I,
)
BODY = late(
    r"(?:officers?.{0,3} )?recommendations?(?:\(s\))?|background|minutes|decisions? (?:required|requested|sought)"
    r"|reasons? for .{0,60}|context|key (?:issues|points|considerations)|what (?:is|was) .{3,80}\?|implications|that",
    re.I,
)
PURPOSE = late(
    r"(?:report|paper|letter)s? (?:is |are )?(?:attached|to follow)\b"
    r"|to (?:agree|approve|consider|discuss|endorse|inform|note|provide|receive|report|review|share|update)\b",
    re.I,
)
MINUTED = late(
    r"(?:the )?(?:chair\w*|(?:sub-)?committee|panel|board|cabinet(?: member)?|leader|executive|assembly|director"
    r"|members?)\b[^’'.:]{0,60}?\b(?:referred|introduced|presented|received|considered|noted|heard|asked|advised|reported|welcomed"
    r"|invited|informed|provided|gave|explained|outlined)\b",
    re.I,
)
"""How a sentence of minutes begins, which may have lost its full stop."""
COVER_LENGTH = 16
LONGEST_OF_DAY = 60
LONGEST_LINE = 150
LONGEST_TITLE = 300
SHORTEST_PROSE = 60
FEWEST_TELLING = 7
"""Words of a line that tells something of a day; one that only gives it has fewer."""


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
    """What the cover says; ``end`` is the index at which the body begins.

    ``told`` are its lines and tables that say more than title and day: meeting, officers, wards, those present.
    """

    title: str
    published: PartialDate | None
    end: int
    told: tuple[Block, ...] = ()


def _is_prose(block: Block) -> bool:
    """Tell whether a block is a sentence of the report, which its heading may have lost, and no line of the cover."""
    plain = block.kind is BlockKind.PARAGRAPH and len(block.text) >= SHORTEST_PROSE
    return plain and ends_like_a_sentence(block.text) and not is_officers(block) and not LINE.fullmatch(block.text)


def _is_labels(block: Block) -> bool:
    """Tell whether most rows of a table have labels of a cover in front."""
    labelled = sum(
        any(form.match(label) for form in (OFFICERS, MEETING_LABEL, TITLE_LABEL)) or is_sign(f"{label}:")
        for label in (row.texts[0].strip(" :") for row in block.rows)
        if label
    )
    return labelled * 2 > len(block.rows)


def _item(blocks: tuple[Block, ...]) -> str | None:
    """The number that the meeting gave the item of the paper, which may stand in front of its title; None without."""
    found = (ITEM.search(block.text) for block in blocks[:COVER_LENGTH])
    return next((match[1] for match in found if match), None)


def _bare(line: str, item: str | None) -> str:
    """A line of a title without the number of the item in front, and without what the site writes behind it."""
    return SITE_MARKS.sub("", line.removeprefix(f"{item} ") if item else line)


def _is_told(block: Block, item: str | None, lines: set[str]) -> bool:
    """Tell whether a line of the cover is one of these lines and nothing more but the number of the item."""
    text = block.text.strip(" :")
    return text in lines or (bool(item) and text.removeprefix(f"{item} ") in lines)


def _begins_body(block: Block, item: str | None) -> bool:
    if block.rows:
        return not _is_labels(block)
    heading = block.text.strip(" :")
    numbered = block.number is not None and block.number != item
    return bool(SUMMARY.fullmatch(heading) or BODY.fullmatch(heading)) or numbered or _is_prose(block)


def _values(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Labels and what stands behind them: in their line, their row, or, where the label stands alone, in the next."""
    for at, block in enumerate(blocks):
        if block.rows:
            yield from ((row.texts[0].strip(" :"), row.texts[1]) for row in block.rows if len(row.texts) > 1)
        elif match := LINE.fullmatch(block.text):
            yield match["label"].strip(), match["value"].strip() or _line_below(blocks, at)
        elif NAMING_ALONE.fullmatch(block.text):
            yield block.text, _line_below(blocks, at)


def _line_below(blocks: tuple[Block, ...], at: int) -> str:
    return blocks[at + 1].text if at + 1 < len(blocks) and not blocks[at + 1].rows else ""


def _day(blocks: tuple[Block, ...], end: int) -> tuple[PartialDate | None, int]:
    """The day of the meeting and the index behind its line; 0 where no line of its own gives it."""
    cover = blocks[:end]
    labelled = [value for label, value in _values(cover) if DATE_LABEL.fullmatch(label) and _date_in(value)]
    lines_of_day = ((i, b.text) for i, b in enumerate(cover) if not b.rows and _can_give_day(b.text))
    dated = [i for i, text in lines_of_day if _date_in(text) and not OF_AN_INSPECTION.search(text) and not _tells(text)]
    if labelled:
        return _date_in(labelled[0]), dated[0] + 1 if dated else 0
    if dated:
        return _date_in(cover[dated[0]].text), dated[0] + 1
    cells = [text for b in cover for row in b.rows for text in row.texts if DATE_LINE.match(text)]
    lines = [b.text for b in blocks[: end + 1] if len(b.text) <= LONGEST_LINE and OF_A_MEETING.search(b.text)]
    decided = [value for label, value in _values(blocks[end:]) if DECIDED.fullmatch(label)]
    return next((day for text in (*cells, *lines, *decided) if (day := _date_in(text))), None), 0


def _can_give_day(text: str) -> bool:
    """Tell whether a line is so short that a date in it is its day, or names a meeting and its day."""
    return len(text) < LONGEST_OF_DAY or MEETING_AND_DAY.fullmatch(text) is not None


def _tells(text: str) -> bool:
    """Tell whether a short line is a sentence about something else: "The letter is to follow on 20 March 2025."."""
    return ends_like_a_sentence(text) and len(text.split()) >= FEWEST_TELLING and not OF_A_MEETING.search(text)


def _is_purpose(text: str) -> bool:
    """Tell whether a line says what the item under the title is for ("To consider the letter"), or tells of it."""
    return PURPOSE.match(text) is not None or MINUTED.match(text) is not None or _tells(text)


def _date_in(text: str) -> PartialDate | None:
    return find_date(text) or find_date(write_out(text))


def _is_title_line(block: Block) -> bool:
    """Tell whether a line can be a part of the title: no meeting, officer, date or name of a council."""
    text = block.text
    if MINUTES.match(text):
        return True
    if (
        block.rows
        or TRAIL.search(text)
        or len(text) >= LONGEST_TITLE
        or MEETING.fullmatch(text)
        or MEETING_AND_DAY.fullmatch(text)
        or OF_ITEM.match(text)
        or is_name(text.strip(" :"))
    ):
        return False
    return not (
        is_officers(block) or is_sign(text) or DATE_LINE.match(text) or (LINE.fullmatch(text) and len(text) < 60)
    )


def read_cover(blocks: tuple[Block, ...]) -> CabinetCover:
    """Title, day of the meeting, and where the body begins."""
    item = _item(blocks)
    end = next((i for i, b in enumerate(blocks) if i and _begins_body(b, item)), len(blocks))
    end = min(end, COVER_LENGTH * 2)
    published, start = _day(blocks, end)
    page = next((at for at, block in enumerate(blocks[:end]) if PAGE.fullmatch(block.text)), -1)
    start = page + 1 if start <= page else start
    lines = [value for label, value in _values(blocks[:end]) if NAMING.fullmatch(label) and value][:1]
    lines = lines or [block.text for block in blocks[:end] if MINUTES.match(block.text)][:1]
    for block in blocks[start:end] if not lines else ():
        if block.kind is BlockKind.TABLE or (lines and (is_officers(block) or _is_purpose(block.text))):
            break
        if _is_title_line(block):
            line = LABELLED_TITLE.sub("", block.text)
            if _bare(line, item) not in (_bare(other, item) for other in lines):
                lines.append(line)
    if not lines:
        lines = [block.text for block in blocks[:end] if _is_title_line(block)][:1]
    if not lines:
        plain = (b.text for b in blocks[:end] if b.kind is BlockKind.HEADING and not LINE.fullmatch(b.text))
        lines = [
            text for text in plain if not (MEETING.fullmatch(text) or DATE_LINE.match(text) or PAGE.fullmatch(text))
        ]
        lines = [text for text in lines if not is_name(text.strip(" :"))][:2] or lines[:2]
    title = " ".join(_bare(line, item) for line in lines)
    bare = {title, *(_bare(line, item) for line in lines)}
    told = (b for b in blocks[:end] if not _is_told(b, item, bare) and not _is_day(b, published))
    return CabinetCover(title, published, end, tuple(told))


def _is_day(block: Block, published: PartialDate | None) -> bool:
    """Tell whether a line is the day of the meeting and nothing else."""
    return published is not None and DATE_LINE.match(block.text) is not None and ":" not in block.text
