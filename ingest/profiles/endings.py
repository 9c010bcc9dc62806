"""Whether a report ends too early: what its last words, its list of contents and its last page tell.

Letters close with a signature and most reports with the text of their publisher; profiles miss those. Here, in this
order: a report that is nothing but a title; one that ends with a heading, or with words that announce more; one whose
list of contents goes on where it ends; one without the section that its kind has last; and, of the kinds that close
with nothing, one that fills its last page to the foot, or a council's paper without the list of documents that stands
last in most. These last two are no errors.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.notices import NoticeDraft
from ingest.structure.council_paper import is_routing
from ingest.wording.closings import PUBLISHER, VALEDICTION
from ingest.wording.joining import BETWEEN
from ingest.wording.reported import grades_named
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

WITHOUT_RECORDS = (ReportKind.AGENDA, ReportKind.OUTCOMES_TABLE)
"""Kinds that may have no records of their own, and end with anything."""
WITHOUT_CLOSING = (ReportKind.JAR_PROGRESS, ReportKind.CABINET_REPORT, ReportKind.COMMISSIONER_REPORT)
"""Kinds that close with no words of which a profile could miss the lack."""
LAST_SECTIONS = {
    ReportKind.CQC_REVIEW: ("next steps", re.compile(r"next steps\b", re.I)),
}
"""The section with which every report of a kind ends, by its heading, unless its publisher closes it."""
LAST_OF_PAPERS = re.compile(
    r"\b(?:background\s+(?:papers|documents|information)|appendi(?:x|ces)|annex(?:es)?|contacts?|officers?|authors?"
    r"|supporting\s+documents|implications|considerations|attachments?|list\s+of)\b",
    re.I,
)
FOOT_OF_PAGE = re.compile(r"^(?:share|related|more|follow|see also|print|back to|news|feedback)\b", re.I)
"""Headings at the foot of web pages, whose links are no words."""
MAY_BE_LAST = re.compile(r"\b(?:recommend|decision|conclusions?|next steps|reasons?|proposals?|resolved)", re.I)
"""What a short paper may end with."""
NAMES_A_VALUE = re.compile(r":\s+\S")
"""A label with its value, which may look like a heading: "Lead inspector: Jane Whitlow"."""
ANNOUNCES = re.compile(r":\s*$")
ANNEX = re.compile(r"(?:annex|appendix)\b", re.I)
"""A report names annexes that were never bound into it."""
COVER = 20
"""Blocks in which a paper names its meeting, its author or the member."""
LABEL = 40
"""Characters of a label with a colon that stands alone ("Signed:"), and announces no text."""
ENTRIES = 3
"""The fewest rows with a page number that make a list of contents, and of its headings that the report has."""
ALIKE = 88
"""By which a heading of the list resembles one of the report, of 100."""
LONGEST_HEADING = 200
FULL = 30.0
"""Points between the foot of the text of a full page and the lowest of all."""
FEWEST_PAGES = 3
BARE = re.compile(r"^\W*(?:\d+(?:\.\d+)*\.?\s+)?|\W+$")


def check_report_end(report: ReportDraft, blocks: Sequence[Block], *, is_last: bool = True) -> Iterator[NoticeDraft]:
    """Yield at most one notice on the end of a report; ``blocks`` are those of its part.

    ``is_last`` tells that no other part stands behind it in its file.
    """
    printed = [block for block in blocks if block.kind not in BETWEEN]
    if not printed or report.kind in WITHOUT_RECORDS:
        return
    if _is_nothing_but_a_title(report):
        message = "Nothing but a title was read of this report; what stood behind it is missing. Find the whole."
        yield _notice(NoticeCode.FINDINGS_MISSING, message, printed[0])
        return
    last = printed[-1]
    if _is_open_heading(report, last):
        message = f"The document ends with the heading “{last.text[:80]}”: what stood under it is missing."
        bound = ANNEX.match(last.text) or LAST_OF_PAPERS.search(last.text) or FOOT_OF_PAGE.search(last.text)
        yield _notice(NoticeCode.ENDING_MISSING, message, last, NoticeLevel.WARNING if bound else NoticeLevel.ERROR)
    elif report.kind is not ReportKind.JTAI and VALEDICTION.fullmatch(last.text.strip(" ,.")):
        message = "The letter ends with its closing words; the name of who signed it is missing. Compare its end."
        yield _notice(NoticeCode.SIGNATURE_MISSING, message, last, NoticeLevel.WARNING)
    elif last.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and len(last.text) > LABEL and ANNOUNCES.search(last.text):
        message = "The document ends with words that announce more; its end is missing. Find the whole document."
        yield _notice(NoticeCode.TEXT_BREAKS_OFF, message, last)
    elif missing := missing_of_contents(printed):
        message = (
            f"The list of contents ends with “{missing[-1][:80]}”, which the document does not have: its end may be "
            "missing. Find the whole document."
        )
        yield _notice(NoticeCode.ENDING_MISSING, message, last)
    elif section := _last_section_missing(report, printed):
        message = f"The section on {section}, with which such reports end, was not found. Find the whole document."
        yield _notice(NoticeCode.ENDING_MISSING, message, last)
    elif is_last and report.kind in WITHOUT_CLOSING:
        yield from _without_closing(report, printed)


def _is_nothing_but_a_title(report: ReportDraft) -> bool:
    told = (report.findings, report.recommendations, report.actions, report.judgements, report.risks)
    return not any(told)


def _is_open_heading(report: ReportDraft, last: Block) -> bool:
    """Tell whether the last block opens a section in which no record stands."""
    if last.place.where.startswith("sheet "):
        return False  # a short cell by itself looks like a heading
    if not report.sections or last.rows or (NAMES_A_VALUE.search(last.text) and not ANNEX.match(last.text)):
        return False
    if report.kind is ReportKind.CABINET_REPORT and grades_named(last.text):
        return False  # a grade under the name of a service, in a short line
    section = report.sections[-1]
    words = BARE.sub("", section.heading)
    if section.place != last.place or not words or words not in last.text:
        return False
    filled = {f.section for f in report.findings} | {r.section for r in report.recommendations}
    return section.anchor not in filled


def _last_section_missing(report: ReportDraft, printed: Sequence[Block]) -> str | None:
    """The last section of every report of its kind, where this one lacks it and its publisher does not close it."""
    if report.kind not in LAST_SECTIONS or any(PUBLISHER.match(block.text) for block in printed):
        return None
    name, heading = LAST_SECTIONS[report.kind]
    return None if any(heading.match(section.heading) for section in report.sections) else name


def missing_of_contents(blocks: Sequence[Block]) -> list[str]:
    """Return the headings at the end of a list of contents that no block behind it has; none where it has no others."""
    for index, block in enumerate(blocks):
        if headings := _contents(block):
            behind = [_bare(one.text) for one in blocks[index + 1 :] if len(one.text) <= LONGEST_HEADING]
            found = [_is_among(heading, behind) for heading in headings]
            if sum(found) < ENTRIES or 2 * sum(found) < len(found):
                return []
            end = len(found) - found[::-1].index(True)
            return headings[end:]
    return []


def _contents(block: Block) -> list[str]:
    """The headings of a table that is a list of contents: each row ends with a number of a page, none lower."""
    rows = [row.texts for row in block.rows if len(row.texts) > 1 and row.texts[-1].strip().isdigit()]
    numbers = [int(texts[-1]) for texts in rows]
    if (
        len(rows) < ENTRIES
        or len(rows) < len(block.rows) - 1
        or numbers != sorted(numbers)
        or numbers[0] == numbers[-1]
    ):
        return []
    return [" ".join(filter(None, texts[:-1])) for texts in rows]


def _bare(text: str) -> str:
    return BARE.sub("", text).casefold()


def _is_among(heading: str, texts: Sequence[str]) -> bool:
    wanted = _bare(heading)
    return any(text.startswith(wanted) or fuzz.ratio(wanted, text) >= ALIKE for text in texts)


def _without_closing(report: ReportDraft, printed: Sequence[Block]) -> Iterator[NoticeDraft]:
    """Doubt the end of a report of a kind that closes with nothing."""
    last = printed[-1]
    full = _fills_its_page(printed)
    if report.kind is ReportKind.CABINET_REPORT:
        headings = [section.heading for section in report.sections]
        if any(map(LAST_OF_PAPERS.search, headings)) or not _is_routed(printed):
            return
        if not full and headings and MAY_BE_LAST.search(headings[-1]):
            return
        doubtful = full or not report.recommendations
        message = (
            "The paper names no background papers, appendices or contacts, with which most close; its end may be "
            "missing. Compare its last page with the original."
        )
        yield _notice(NoticeCode.ENDING_MISSING, message, last, NoticeLevel.WARNING if doubtful else NoticeLevel.INFO)
    elif full:
        message = (
            "The last page is full to its foot, and reports of this kind close with no words of their own: pages may "
            "be missing behind it. Compare with the original."
        )
        yield _notice(NoticeCode.ENDING_MISSING, message, last, NoticeLevel.WARNING)


def _is_routed(printed: Sequence[Block]) -> bool:
    """Tell whether a paper has the cover of one to a meeting; minutes and briefings close in many ways."""
    return any(is_routing(block) for block in printed[:COVER])


def _fills_its_page(printed: Sequence[Block]) -> bool:
    """Tell whether the text of the last page reaches as far down as that of any page before it."""
    feet: dict[int, float] = {}
    for block in printed:
        for box in block.place.boxes:
            feet[box.page] = max(feet.get(box.page, 0.0), box.bottom)
    if len(feet) < FEWEST_PAGES:
        return False
    last = max(feet)
    return feet[last] > max(foot for page, foot in feet.items() if page != last) - FULL


def _notice(code: NoticeCode, message: str, at: Block, level: NoticeLevel = NoticeLevel.ERROR) -> NoticeDraft:
    page = at.place.boxes[-1].page if at.place.boxes else at.page
    return NoticeDraft(level, code, message, page, at.place.line)
