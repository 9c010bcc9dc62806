"""Holes and repeats in printed numbers are named, never put right."""

from ingest.blocks import Place
from ingest.drafts import FindingDraft
from ingest.structure.numbering import Numbered, check_sequence, check_swallowed
from inspections.vocabulary import FindingKind, NoticeLevel


def numbered(*refs: str) -> list[Numbered]:
    return [Numbered(ref, Place(page=at, line=at), f"para-{ref}") for at, ref in enumerate(refs, 1)]


def test_a_whole_sequence_gives_no_notice() -> None:
    assert check_sequence(numbered("1", "2", "3")) == ()
    assert check_sequence(numbered("1.1", "1.2", "2.1", "2.2", "2.2.1", "2.2.2")) == ()


def test_a_hole_names_what_is_missing_and_where() -> None:
    (notice,) = check_sequence(numbered("1", "2", "5"))
    assert (notice.code, notice.level, notice.page) == ("missing-paragraphs", NoticeLevel.ERROR, 3)
    assert "Paragraphs 3, 4 " in notice.message


def test_a_sequence_that_does_not_begin_at_one_misses_its_beginning() -> None:
    (notice,) = check_sequence(numbered("2", "3"))
    assert "Paragraph 1 " in notice.message


def test_each_part_has_its_own_sequence() -> None:
    (notice,) = check_sequence(numbered("1.1", "2.1", "2.3", "1.2"))
    assert "2.2" in notice.message


def test_a_repeat_is_a_warning_at_the_second_record() -> None:
    notices = check_sequence([*numbered("1", "2"), Numbered("2", Place(page=9), "para-2~2"), Numbered("3", Place())])
    assert [(n.code, n.level, n.anchor, n.page) for n in notices] == [
        ("duplicate-paragraph", NoticeLevel.WARNING, "para-2~2", 9)
    ]


def test_a_number_that_comes_late_is_out_of_order_and_not_missing() -> None:
    assert [n.code for n in check_sequence(numbered("1", "3", "2", "4"))] == ["paragraph-out-of-order"]


def finding(ref: str, text: str) -> FindingDraft:
    return FindingDraft(f"para-{ref}", ref, FindingKind.FINDING, text, text, place=Place(page=4))


def test_a_number_inside_the_paragraph_before_it_is_named_when_it_is_missed() -> None:
    swallowed = finding("2", "They have flats. 3. They have work.")
    (notice,) = check_swallowed(numbered("1", "2"), [swallowed])
    assert (notice.code, notice.level, notice.page, notice.anchor) == (
        "number-in-text",
        NoticeLevel.WARNING,
        4,
        "para-2",
    )
    assert check_swallowed(numbered("1", "2", "3"), [swallowed]) == ()
    assert check_swallowed(numbered("1", "2"), [finding("2", "They stay until they are 18. Some leave.")]) == ()
