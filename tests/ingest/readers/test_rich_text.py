import pytest

from ingest.blocks import Block, BlockKind
from ingest.notices import Refused
from ingest.readers import read
from inspections.notice_codes import NoticeCode


def document(*lines: str) -> bytes:
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "\n".join(lines) + "}").encode("latin-1")


def blocks(*lines: str) -> tuple[Block, ...]:
    return read(document(*lines)).blocks


def test_paragraphs_numbers_and_signs_are_read() -> None:
    first, second = blocks(r"{\listtext 3.\tab}Children\'92s plans are clear.\par", r"\'95\tab Visits are made.\par")
    assert (first.kind, first.number, first.text) == (BlockKind.PARAGRAPH, "3", "Children’s plans are clear.")
    assert (second.kind, second.text) == (BlockKind.ITEM, "Visits are made.")


def test_headings_are_told_by_their_style_or_their_outline_level() -> None:
    styles = r"{\stylesheet{\ql Normal;}{\s3\ql\b\snext0 heading 2;}{\s13\ql Heading of a box;}}"
    found = blocks(
        styles,
        r"\pard\s3 Plans are clear.\par",
        r"\pard\s13 Visits are made in time, and all that was planned is done.\par",
        r"\pard\ql\outlinelevel0 {Leaders know their staff.}\par",
        r"\pard\s3\par",
        r"\trowd\cellx1\cellx2\intbl\s3 Domain\cell Grade\cell\row",
    )
    assert [(block.kind, block.level, block.text) for block in found[:3]] == [
        (BlockKind.HEADING, 2, "Plans are clear."),
        (BlockKind.PARAGRAPH, 0, "Visits are made in time, and all that was planned is done."),
        (BlockKind.HEADING, 1, "Leaders know their staff."),
    ]
    assert [row.texts for row in found[3].rows] == [("Domain", "Grade")]
    assert len(found) == 4


def test_rows_are_a_table_and_a_cell_keeps_its_paragraphs() -> None:
    before, table, after = blocks(
        r"Plans are clear.\par",
        r"\trowd\cellx1\cellx2\intbl Domain\cell Grade\cell\row",
        r"\trowd\cellx1\cellx2\intbl Care\par leavers\cell Good | fair\cell\trowd\cellx1\cellx2\row",
        r"\pard Visits are made in time.\par",
    )
    assert (before.text, after.text) == ("Plans are clear.", "Visits are made in time.")
    assert [row.texts for row in table.rows] == [("Domain", "Grade"), ("Care leavers", "Good | fair")]
    assert [row.place.where for row in table.rows] == ["table 1, row 1", "table 1, row 2"]


def test_headers_are_furniture_and_footnotes_footnotes() -> None:
    found = blocks(
        r"{\header Wexcombe {\b Council}\par}Plans are clear.{\super\chftn}{\footnote \chftn Since {\i May}.}\par"
    )
    assert [(block.kind, block.text) for block in found] == [
        (BlockKind.FURNITURE, "Wexcombe Council"),
        (BlockKind.PARAGRAPH, "Plans are clear."),
        (BlockKind.FOOTNOTE, "Since May."),
    ]


@pytest.mark.parametrize(
    ("given", "text", "code", "says"),
    [
        (r"Plans are {\v0 all {\v in {\b no} way }}clear.", "Plans are all clear.", NoticeCode.TEXT_HIDDEN, "3 words"),
        (r"Plans are {\v never }clear.", "Plans are clear.", NoticeCode.TEXT_HIDDEN, "a word that is"),
        (
            r"Plans are {\fs22\deleted\revauthdel1 not }clear.",
            "Plans are clear.",
            NoticeCode.CHANGES_TRACKED,
            "out (1)",
        ),
        (r"Plans are {\revised\revauth1 all }clear.", "Plans are all clear.", NoticeCode.CHANGES_TRACKED, "read (1)"),
        (r"Plans are {\fs22\strike not} clear.", "Plans are not clear.", NoticeCode.TEXT_STRUCK, "“not”"),
        (r"Plans are \strike not \strike0 clear.", "Plans are not clear.", NoticeCode.TEXT_STRUCK, "“not”"),
        (r"Plans are {\striked1 not} clear.", "Plans are not clear.", NoticeCode.TEXT_STRUCK, "“not”"),
        (
            r"Plans are clear{\*\atnid X}{\chatn{\*\annotation \pard Who says so?}}.",
            "Plans are clear.",
            NoticeCode.COMMENTS_LEFT,
            "a comment",
        ),
    ],
)
def test_what_is_marked_is_named(given: str, text: str, code: NoticeCode, says: str) -> None:
    found = read(document(rf"{given}\par"))
    assert [block.text for block in found.blocks] == [text]
    (notice,) = found.notices
    assert (notice.code, says in notice.message) == (code, True)


def test_words_that_are_not_marked_give_no_notice() -> None:
    names = r"{\stylesheet{\s1\v Gone;}{\s2\strike Old;}}"
    assert read(document(rf"{names}Plans {{\strike0 are}} {{\striked0 clear}}\viewkind4 .\par")).notices == ()


def test_text_boxes_are_framed_text_behind_all_other() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt \pard Help {\b comes} early.\par}}}"
    found = blocks(rf"Plans are clear.{box}\par", r"Visits are made in time.\par")
    assert [(block.text, block.boxed) for block in found] == [
        ("Plans are clear.", False),
        ("Visits are made in time.", False),
        ("Help comes early.", True),
    ]


def test_merged_cells_are_told() -> None:
    (table,) = blocks(
        r"\trowd\cellx1\cellx2\cellx3\intbl Action\cell Lead\cell Due\cell\row",
        r"\trowd\cellx1\clvmgf\cellx2\clmgf\cellx3\intbl Audit\cell Ann\cell May\cell\row",
        r"\trowd\cellx1\clvmrg\cellx2\cellx3\intbl Train\cell\cell June\cell\trowd\cellx1\clvmrg\cellx2\cellx3\row",
        r"\trowd\clmgf\cellx1\clmrg\cellx2\cellx3\intbl Both\cell\cell July\cell\row",
    )
    assert [row.texts for row in table.rows][2:] == [("Train", "", "June"), ("Both", "", "July")]
    assert [[(cell.merged, cell.across) for cell in row.cells] for row in table.rows] == [
        [(False, False)] * 3,
        [(False, False)] * 3,
        [(False, False), (True, False), (False, False)],
        [(False, False), (True, True), (False, False)],
    ]


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read(document(r"\pard\par"))
    assert caught.value.notice.code is NoticeCode.EMPTY
