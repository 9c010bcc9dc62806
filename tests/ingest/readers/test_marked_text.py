import pytest

from ingest.blocks import BlockKind
from ingest.readers import read
from ingest.readers.marked_text import is_markdown
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

TEXT = """# Services in Wexcombe

Leaders *know* their
services.

4. Plans are clear.
7. Visits are made.

- the child's wishes
  - what became of them

| Ref | Action |
|-----|--------|
| 1   | Audit  |
"""


def test_its_elements_become_blocks() -> None:
    document = read(TEXT.encode())
    assert document.media_type == MediaType.MARKDOWN
    *blocks, table = document.blocks
    assert [(block.kind, block.number, block.level, block.text) for block in blocks] == [
        (BlockKind.HEADING, None, 1, "Services in Wexcombe"),
        (BlockKind.PARAGRAPH, None, 0, "Leaders know their services."),
        (BlockKind.PARAGRAPH, "4", 0, "Plans are clear."),
        (BlockKind.PARAGRAPH, "7", 0, "Visits are made."),
        (BlockKind.ITEM, None, 1, "the child's wishes"),
        (BlockKind.ITEM, None, 2, "what became of them"),
    ]
    assert [row.texts for row in table.rows] == [("Ref", "Action"), ("1", "Audit")]
    assert (blocks[1].place.where, table.rows[1].place.where) == ("line 3", "line 14")


@pytest.mark.parametrize("text", ["Services\n\n- plans\n", "#1 of many\n", "12 | 13\n", "-----\n"])
def test_other_text_is_not_taken_for_it(text: str) -> None:
    assert not is_markdown(text)


@pytest.mark.parametrize("rule", ["|:--|:--|", "| --- | --- |", "|-:|:-:|", ":--|--:"])
def test_tables_are_known_by_their_rule(rule: str) -> None:
    assert is_markdown(f"| Ref | Action |\n{rule}\n| 1 | Audit |\n")
    assert not is_markdown("| Ref | Action |\n|--|--|\n")


def test_a_break_parts_the_words_of_a_cell() -> None:
    table = "| Ref | Action |\n|---|---|\n| 1 | Audit plans<br>Train <b>all</b> staff<BR />Meet |\n"
    (block,) = read(table.encode()).blocks
    assert block.rows[1].cells[1].paragraphs == ("Audit plans", "Train all staff", "Meet")


def test_struck_words_are_read_and_comments_left_out_each_with_a_notice() -> None:
    table = "| Ref | Action |\n|---|---|\n| 1 | Audit ~~all **old**~~ plans |\n"
    document = read(f"# Plan\n\nPlans are ~~never~~ clear.\n\n<!-- not for all -->\n\n{table}".encode())
    assert [block.text for block in document.blocks[:2]] == ["Plan", "Plans are never clear."]
    assert document.blocks[2].rows[1].texts == ("1", "Audit all old plans")
    hidden, struck = document.notices
    assert (hidden.code, "3 words" in hidden.message) == (NoticeCode.TEXT_HIDDEN, True)
    assert struck.code is NoticeCode.TEXT_STRUCK
    assert "“never” (line 3); “all old” (line 9)" in struck.message
