"""The actions of an improvement plan, from the rows of its tables.

In this order: rows (``rows``); the reference of each action, restored where it cannot be read and only one fits (the
appendix that lists the actions decides at the end of a priority); its fields, each cell in one of them; the
recommendations that its own cell names, else those of the headings over its table; holes and repeats in the references,
where the actions of one row count once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.drafts import ActionDraft
from ingest.notices import NoticeDraft
from ingest.profiles.plans.columns import KEPT
from ingest.profiles.plans.links import NONE, Named, Recommended, named_in
from ingest.profiles.plans.ratings import doubted_ratings, rating_of
from ingest.profiles.plans.refs import POINTED, split_ref
from ingest.profiles.plans.rows import ActionRow, ActionTable, read_rows
from ingest.profiles.plans.states import DAY, is_state, leading_state, state_in_date
from ingest.structure.anchors import Anchors
from ingest.structure.column_tables import UNKNOWN
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

FIELDS = ("lead", "partners", "success_measures", "resources", "measure", "baseline", "target")
GOES_ON = "ongoing"
"""A state that is a date, too: of an action that has no end."""

LONGEST_RATING = 40
"""Characters; longer words in the column of the rating tell of progress."""

NUMBER = re.compile(
    r"(?:priority|theme|objective|area)?\s*(?:no\.?\s*)?(?P<number>\d{1,2}|[A-Z])\b(?:\s*[.:)–-]\s*(?P<rest>.*))?", re.I
)


def _follows(ref: str, steps: int = 1) -> str:
    priority, number = ref.split(".")
    return f"{priority}.{int(number) + steps}"


def _restored(refs: Sequence[str | None], at: int, listed: Mapping[str, object]) -> str | None:
    """The number that was lost at an index, if only one fits between its neighbours or the appendix lists it."""
    before = refs[at - 1] if at else None
    after = refs[at + 1] if at + 1 < len(refs) else None
    if any(ref and not POINTED.fullmatch(ref) for ref in (before, after)):
        return None
    if before is None:
        return _follows(after, -1) if after and after.endswith(".2") else None
    fitting = _follows(before)
    if after and after.split(".")[0] == before.split(".")[0]:
        return fitting if after == _follows(before, 2) else None
    return fitting if fitting in listed and fitting not in refs else None


def read_actions(
    tables: Sequence[ActionTable], known: Recommended, listed: Mapping[str, object]
) -> tuple[tuple[ActionDraft, ...], tuple[NoticeDraft, ...]]:
    """The actions of the tables, and what is doubtful.

    ``known`` are the recommendations that the plan prints, ``listed`` holds the actions that its appendix lists.
    """
    rows, doubts = read_rows(tables)
    refs = [row.ref for row in rows]
    numbered = any(refs)
    anchors = Anchors()
    actions: list[ActionDraft] = []
    counted: list[ActionDraft] = []
    for at, row in enumerate(rows):
        ref = refs[at]
        if ref is None and numbered and row.record.has("ref"):
            ref = refs[at] = _restored(refs, at, listed)
            doubts.append(_lost(row, ref))
        if not row.text("action"):
            doubts.append(_about(row, NoticeLevel.WARNING, NoticeCode.TORN_ROW, "A row of the table names no action"))
            if not any(row.text(name) for name in ("due", *FIELDS)):
                continue
        elif DAY.fullmatch(row.text("action")):
            what = (
                f"The words of an action are a date alone, “{row.text('action')}”; look for its words among the notes"
            )
            doubts.append(_about(row, NoticeLevel.WARNING, NoticeCode.TORN_ROW, what))
        anchor = anchors.take(f"action-{ref}" if ref else "action-without-number")
        links, unread = _links(row, known, anchor)
        doubts += unread
        actions.append(_action(row, ref, anchor, links))
        counted += [] if row.is_further else actions[-1:]
    return tuple(actions), (*doubts, *doubted_ratings(rows), *_sequence(counted))


def _action(row: ActionRow, ref: str | None, anchor: str, links: tuple[str, ...]) -> ActionDraft:
    priority, rest = _priority(row, ref)
    due, rag, progress = _progress(row)
    return ActionDraft(
        anchor=anchor,
        ref=ref or "",
        priority=priority,
        text=row.text("action"),
        orig=row.record.orig,
        due=due,
        rag=rag,
        progress=progress,
        notes="\n".join([*rest, *_notes(row)]) or None,
        recommendations=links,
        section=row.table.section,
        place=row.record.place,
        **{name: row.text(name) or None for name in FIELDS},
    )


def _progress(row: ActionRow) -> tuple[str | None, str | None, str | None]:
    """Date, rating and words of progress.

    A plan with one column for rating and progress has a rating there, or words, which may begin with one. The cell of
    the date may say that an action is done or goes on: that is its rating where the row has none, and else its progress
    where that is empty.
    """
    due, rag, progress = row.text("due"), rating_of(row), row.text("progress")
    if not row.record.has("rag") and is_state(progress):
        rag, progress = progress, ""
    elif not progress and len(rag) > LONGEST_RATING:
        rag, progress = leading_state(rag), rag
    day, state = state_in_date(due)
    if state and not rag:
        due, rag = day, state
    elif state and not day and not progress and state.casefold() != GOES_ON:
        due, progress = "", state
    return due or None, rag or None, progress or None


def _priority(row: ActionRow, ref: str | None) -> tuple[str | None, list[str]]:
    """The priority by the reference, its cell or the headings, and the words of the cell that are more than it."""
    cell = row.text("priority")
    match = NUMBER.fullmatch(cell) if cell else None
    given = match["number"] if match else None
    rest = [f"Priority: {cell}"] if cell and (match is None or match["rest"]) else []
    by_ref = ref.split(".")[0] if ref and re.fullmatch(r"\d{1,2}(?:\.\d{1,3})+[a-z]?", ref) else None
    return by_ref or given or row.table.priority, rest


def _notes(row: ActionRow) -> Iterator[str]:
    """The words of columns without a field, each behind its heading."""
    for name, cell in row.record.cells:
        if name[:1] in (KEPT, UNKNOWN) and cell.text:
            yield f"{name[1:]}: {cell.text}".removeprefix(": ")


def _links(row: ActionRow, known: Recommended, anchor: str) -> tuple[tuple[str, ...], list[NoticeDraft]]:
    """The recommendations that the cell of the row names, else those of the headings over its table."""
    cell = next((cell for name, cell in row.record.cells if name == "recommendation"), None)
    if cell is None or not cell.text or NONE.fullmatch(cell.text):
        doubted = cell is not None and not row.table.links and row.numbers_only
        return row.table.links, [_unread(row, cell.text, anchor)] if cell is not None and doubted else []
    links: list[str] = []
    doubts: list[NoticeDraft] = []
    for named in named_in(cell.paragraphs):
        found = _meant(named, known)
        links += found
        if not found:
            doubts.append(_unread(row, named.words, anchor))
        if other := _contradiction(named, known):
            what = f"{anchor} names recommendation {named.numbers[0]} with the words of {other}; the number was taken"
            doubts.append(_about(row, NoticeLevel.WARNING, NoticeCode.LINK_UNREAD, what, anchor))
    unknown = [link for link in links if link.isdigit() and link not in known.numbers]
    if known.numbers and unknown:
        what = f"{anchor} answers {', '.join(unknown)}, which is no recommendation of the plan"
        doubts.append(_about(row, NoticeLevel.WARNING, NoticeCode.UNKNOWN_RECOMMENDATION, what, anchor))
    return tuple(dict.fromkeys(links)), doubts


def _meant(named: Named, known: Recommended) -> tuple[str, ...]:
    """The links of what a cell names, by its words where it has no number or the plan prints them without one."""
    link = known.link_of(named.words)
    if named.numbers and (link is None or link in known.numbers or named.numbers[0] in known.numbers):
        return named.numbers
    return (link,) if link else ()


def _contradiction(named: Named, known: Recommended) -> str | None:
    """The number of the recommendation whose words a cell has behind another number."""
    other = known.link_of(named.words) if len(named.numbers) == 1 else None
    return other if other in known.numbers and other != named.numbers[0] else None


def _unread(row: ActionRow, printed: str, anchor: str) -> NoticeDraft:
    holds = f"“{printed}”, which are no numbers" if printed else "nothing"
    what = f"The cell that should name the recommendations of {anchor} holds {holds}; no link was read"
    return _about(row, NoticeLevel.WARNING, NoticeCode.LINK_UNREAD, what, anchor)


def _about(row: ActionRow, level: NoticeLevel, code: NoticeCode, what: str, anchor: str | None = None) -> NoticeDraft:
    place = row.record.place
    return NoticeDraft(level, code, f"{what}.", place.page, place.line, anchor)


def _lost(row: ActionRow, ref: str | None) -> NoticeDraft:
    start = f"The number of the action “{row.text('action')[:60]}” is printed as “{row.printed}”"
    if ref:
        what = f"{start}; {ref} was restored, the only number that fits"
        return _about(row, NoticeLevel.WARNING, NoticeCode.NUMBER_RESTORED, what, f"action-{ref}")
    level = NoticeLevel.ERROR if row.printed else NoticeLevel.WARNING
    what = f"{start} and does not follow from its neighbours. Set it by hand"
    return _about(row, level, NoticeCode.ACTION_NUMBER_LOST, what)


def _sequence(actions: Sequence[ActionDraft]) -> Iterator[NoticeDraft]:
    """Holes, repeats and disorder in the numbers of each priority, or of each section for numbers without a point."""
    runs: dict[tuple[str, str | None], list[tuple[int, ActionDraft]]] = {}
    for action in actions:
        if split := split_ref(action.ref):
            runs.setdefault((split[0], None if split[0] else action.section), []).append((split[1], action))
    for (head, _), run in runs.items():
        yield from _holes(head, run)


def _holes(head: str, run: Sequence[tuple[int, ActionDraft]]) -> Iterator[NoticeDraft]:
    numbers = [number for number, _ in run]
    stem = f"{head}." if head else ""
    level = NoticeLevel.ERROR if head else NoticeLevel.WARNING
    for number in sorted(set(range(1 if head else min(numbers), max(numbers))) - set(numbers)):
        row = next(action for other, action in run if other > number)
        message = f"Action {stem}{number} was not found before {row.ref}. Compare with the plan."
        yield NoticeDraft(level, NoticeCode.ACTION_SEQUENCE, message, row.place.page, row.place.line)
    for number in sorted({n for n in numbers if numbers.count(n) > 1}):
        row = next(action for other, action in run if other == number)
        message = f"Action {stem}{number} is printed more than once; all rows were kept."
        place = row.place
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.DUPLICATE_ACTION, message, place.page, place.line, row.anchor)
