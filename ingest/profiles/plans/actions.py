"""The actions of an improvement plan, from the rows of its tables.

In this order: rows by the headings of their table, joined over page breaks; the number of each action, restored where
it cannot be read and only one number fits (the appendix that lists the actions decides at the end of a priority); the
links of its cell, each of which must be a recommendation of the plan; holes and repeats in each priority.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from ingest.blocks import Block
from ingest.drafts import ActionDraft
from ingest.notices import NoticeDraft
from ingest.structure.anchors import Anchors
from ingest.structure.column_tables import Column, GridReader, Record, header_of
from ingest.wording.references import expand
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

COLUMNS = (
    Column("ref", r"ref(?:erence)?|no|number|action(?:no|number|ref)|id|item"),
    Column(
        "recommendation",
        r"(?:ofsted|inspection)?(?:recommendations?|priority|priorities|areas?forimprovement)(?:no|number"
        r"|ref)?s?",
    ),
    Column(
        "action",
        r"(?:key|agreed|required|improvement|specific)?actions?(?:required|tobetaken|requiredtoaddress)?"
        r"|whatwewilldo|activity|task",
    ),
    Column(
        "lead",
        r"leads?|leadofficers?|(?:action)?owner|responsible(?:officer|lead|person)?|whoisresponsible|bywhom"
        r"|who",
    ),
    Column("partners", r"partners?|partnerinvolvement|partneragenc(?:y|ies)|involving"),
    Column("due", r"bywhen|when|timescales?|duedate|deadline|targetdate|completiondate|completeby|date"),
    Column(
        "success_measures",
        r"success(?:measures?|criteria)|outcomes?|(?:expected|intended)?impact|whatsuccesswilllooklike"
        r"|evidence(?:ofimpact)?",
    ),
    Column("resources", r"resources?(?:requirements?|required|needed)?"),
    Column("measure", r"(?:performance)?(?:measures?|indicators?)|kpis?|howwewillmeasure"),
    Column("baseline", r"currentperformance|baseline|startingpoint|currentposition"),
    Column("target", r"targets?"),
    Column("national", r"national(?:benchmark|average)|england"),
    Column("neighbours", r"stat(?:istical)?neighbours?(?:benchmark|average)?"),
    Column("rag", r"(?:current)?(?:brag|rag)(?:rating|status)?|status|progress(?:rag)?"),
)  # fmt: skip
LEAST = 4
NUMBER = re.compile(r"(?<!\d)(\d{1,2})\s?\.\s?(\d{1,2})(?!\d)")
LINKS = re.compile(r"\d{1,2}(?:\s*(?:,|;|&|/|\band\b|\bto\b|[-–—])\s*(?:and\s+)?\d{1,2})*")


def is_action_table(block: Block) -> bool:
    """Tell whether a table has the header of a table of actions, or carries one on."""
    headed = any("action" in (header_of(row, COLUMNS, LEAST) or ()) for row in block.rows)
    return headed or any(len(row.cells) > LEAST + 1 and NUMBER.match(row.cells[0].text) for row in block.rows)


def number_of(record: Record) -> str | None:
    """The number of the action as "1.10", whatever stands around it in its cell."""
    match = NUMBER.match(record.text("ref").strip())
    return f"{match[1]}.{match[2]}" if match else None


def _begins(record: Record) -> bool:
    return bool(number_of(record)) or bool(LINKS.fullmatch(record.text("recommendation").strip()))


def _follows(ref: str, steps: int = 1) -> str:
    priority, number = ref.split(".")
    return f"{priority}.{int(number) + steps}"


def _restored(refs: list[str | None], at: int, listed: Mapping[str, object]) -> str | None:
    """The number that was lost at an index, if only one fits between its neighbours or the appendix lists it."""
    before = refs[at - 1] if at else None
    after = refs[at + 1] if at + 1 < len(refs) else None
    if before is None:
        return _follows(after, -1) if after and after.endswith(".2") else None
    fitting = _follows(before)
    if after and after.split(".")[0] == before.split(".")[0]:
        return fitting if after == _follows(before, 2) else None
    return fitting if fitting in listed and fitting not in refs else None


def _links(record: Record, known: tuple[str, ...], anchor: str) -> tuple[tuple[str, ...], list[NoticeDraft]]:
    printed = record.text("recommendation").strip()
    place = record.place
    if not printed and not record.has("recommendation"):
        return (), []
    if not LINKS.fullmatch(printed):
        what = f"“{printed}”, which are no numbers" if printed else "nothing"
        message = f"The cell that should name the recommendations of {anchor} holds {what}; no link was read."
        return (), [NoticeDraft(NoticeLevel.WARNING, NoticeCode.LINK_UNREAD, message, place.page, place.line, anchor)]
    links = expand(re.sub(r"[/;&]", ",", printed))
    unknown = [link for link in links if known and link not in known]
    message = f"{anchor} answers {', '.join(unknown)}, which is no recommendation of the plan."
    notice = NoticeDraft(
        NoticeLevel.WARNING, NoticeCode.UNKNOWN_RECOMMENDATION, message, place.page, place.line, anchor
    )
    return links, [notice] if unknown else []


def read_actions(
    tables: Iterable[tuple[Block, str | None]], known: tuple[str, ...], listed: Mapping[str, object]
) -> tuple[tuple[ActionDraft, ...], tuple[NoticeDraft, ...]]:
    """The actions of the tables (each with its section), and what is doubtful.

    ``known`` are the numbers of the plan's recommendations, ``listed`` holds the actions that its appendix lists.
    """
    records, notices = GridReader(COLUMNS, _begins, "table of actions", LEAST).read(tables)
    doubts = list(notices)
    refs: list[str | None] = [number_of(record) for record in records]
    anchors = Anchors()
    actions: list[ActionDraft] = []
    for at, record in enumerate(records):
        ref = refs[at]
        place = record.place
        if ref is None:
            ref = refs[at] = _restored(refs, at, listed)
            doubts.append(_lost(record, ref))
        anchor = anchors.take(f"action-{ref}" if ref else "action-without-number")
        links, unread = _links(record, known, anchor)
        doubts += unread
        actions.append(
            ActionDraft(
                anchor=anchor,
                ref=ref or "",
                priority=ref.split(".")[0] if ref else None,
                text=record.text("action"),
                orig=record.orig,
                lead=record.text("lead") or None,
                partners=record.text("partners") or None,
                due=record.text("due") or None,
                success_measures=record.text("success_measures") or None,
                resources=record.text("resources") or None,
                measure=record.text("measure") or None,
                baseline=record.text("baseline") or None,
                target=record.text("target") or None,
                rag=record.text("rag") or None,
                recommendations=links,
                section=record.section,
                place=place,
            )
        )
    return tuple(actions), (*doubts, *_sequence(actions))


def _lost(record: Record, ref: str | None) -> NoticeDraft:
    printed = record.text("ref")
    place = record.place
    start = f"The number of the action “{record.text('action')[:60]}” is printed as “{printed}”"
    if ref:
        message = f"{start}; {ref} was restored, the only number that fits."
        return NoticeDraft(
            NoticeLevel.WARNING, NoticeCode.NUMBER_RESTORED, message, place.page, place.line, f"action-{ref}"
        )
    message = f"{start} and does not follow from its neighbours. Set it by hand."
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.ACTION_NUMBER_LOST, message, place.page, place.line)


def _sequence(actions: list[ActionDraft]) -> Iterator[NoticeDraft]:
    """Holes, repeats and disorder in the numbers of each priority."""
    priorities = dict.fromkeys(action.priority for action in actions if action.priority)
    for priority in priorities:
        rows = [action for action in actions if action.priority == priority]
        numbers = [int(action.ref.split(".")[1]) for action in rows]
        for number in sorted(set(range(1, max(numbers))) - set(numbers)):
            row = next(action for action, n in zip(rows, numbers, strict=True) if n > number)
            message = f"Action {priority}.{number} was not found before {row.ref}. Compare with the plan."
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.ACTION_SEQUENCE, message, row.place.page, row.place.line)
        for number in sorted({n for n in numbers if numbers.count(n) > 1}):
            row = next(action for action, n in zip(rows, numbers, strict=True) if n == number)
            message = f"Action {priority}.{number} is printed more than once; all rows were kept."
            yield NoticeDraft(
                NoticeLevel.WARNING, NoticeCode.DUPLICATE_ACTION, message, row.place.page, row.place.line, row.anchor
            )
