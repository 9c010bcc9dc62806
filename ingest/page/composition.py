"""From the laid out pages of a document to its blocks, with paragraphs and tables joined over page breaks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.blocks import Block, BlockKind
from ingest.page.contents import contents_block, find_contents
from ingest.page.flow import Flow, place_of
from ingest.page.frames import RuledTable, join_table, put_table
from ingest.page.headings import BodyType, rank
from ingest.page.layout import PageLayout
from ingest.page.lines import PrintedLine
from ingest.wording.joining import join_text


def compose(pages: Sequence[PageLayout], body: BodyType) -> tuple[Block, ...]:
    """Make the blocks of a document in reading order.

    A table waits until it is known whether the next page continues it. The footnotes and furniture of a page stand
    behind its other blocks, and wait with a table at its foot.
    """
    flow = Flow(body)
    table: RuledTable | None = None
    aside: list[Block] = []
    for page in pages:
        for item in _with_contents(page.items):
            if table and not (isinstance(item, RuledTable) and join_table(table, item)):
                put_table(table, flow)
                table = None
                _put_all(aside, flow)
            elif table:
                continue
            if isinstance(item, RuledTable):
                table = item
            elif isinstance(item, Block):
                flow.put(item)
            else:
                flow.add(item)
        aside += _aside(page)
        if not table:
            _put_all(aside, flow)
    if table:
        put_table(table, flow)
    _put_all(aside, flow)
    return _ranked(flow.blocks())


def _put_all(waiting: list[Block], flow: Flow) -> None:
    """Add the blocks that waited to the flow."""
    for block in waiting:
        flow.put(block)
    waiting.clear()


def _with_contents(items: Sequence[PrintedLine | RuledTable]) -> list[PrintedLine | RuledTable | Block]:
    """The items of a page, with the lines of a list of contents as one table."""
    done: list[PrintedLine | RuledTable | Block] = []
    for are_lines, group in groupby(items, key=lambda item: isinstance(item, PrintedLine)):
        stretch = list(group)
        lines = [item for item in stretch if isinstance(item, PrintedLine)]
        found = find_contents(lines) if are_lines else range(0)
        if found:
            done += lines[: found.start]
            done.append(contents_block(lines[found.start : found.stop]))
            done += lines[found.stop :]
        else:
            done += stretch
    return done


def _aside(page: PageLayout) -> list[Block]:
    """The footnotes and the furniture of a page as blocks."""
    furniture = [
        Block(BlockKind.FURNITURE, line.text, line.orig, place_of([line]), size=line.size) for line in page.furniture
    ]
    return [*_note_blocks(page.notes), *furniture]


def _note_blocks(lines: Iterable[PrintedLine]) -> Iterator[Block]:
    """A block for each footnote: a line that begins with a figure opens one, the others continue it."""
    notes: list[list[PrintedLine]] = []
    for line in lines:
        if line.note or not notes:
            notes.append([line])
        else:
            notes[-1].append(line)
    for note in notes:
        marker = note[0].note or ""
        text = note[0].text.removeprefix(marker).lstrip()
        for line in note[1:]:
            text = join_text(text, line.text)
        orig = "\n".join(line.orig for line in note)
        yield Block(BlockKind.FOOTNOTE, text, orig, place_of(note), marker=marker, size=note[0].size)


def _ranked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, each heading with the level of its type."""
    levels = rank((block.size or 0, block.bold) for block in blocks if block.kind is BlockKind.HEADING)
    return tuple(
        replace(block, level=levels[(block.size or 0, block.bold)]) if block.kind is BlockKind.HEADING else block
        for block in blocks
    )
