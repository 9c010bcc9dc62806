"""Holes and repeats in printed numbers are named, never put right."""

from dataclasses import replace

from ingest.blocks import Place
from ingest.drafts import FindingDraft
from ingest.structure.numbering import Numbered, Numbers, check_sequence, check_swallowed
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


def test_a_missing_number_of_a_part_is_found_in_the_paragraph_before_it() -> None:
    swallowed = finding("4.3", "They have flats. - 4.4 They have work.")
    (notice,) = check_swallowed(numbered("4.2", "4.3"), [swallowed])
    assert notice.message == "Paragraph 4.3 seems to hold paragraph 4.4 too. Compare with the document."
    assert check_swallowed(numbered("4.3", "4.4"), [swallowed]) == ()
    assert len(check_swallowed(numbered("4.3"), [finding("4.3", "They have flats x- 4.4 They have work.")])) == 1
    assert check_swallowed(numbered("4.3"), [finding("4.3", "The ratio fell to 4.4 in May. 14.4 They")]) == ()


def messages(*refs: str, what: str = "paragraph") -> list[tuple[str, int | None]]:
    return [(notice.message, notice.line) for notice in check_sequence(numbered(*refs), what=what)]


def test_notices_name_the_numbers_and_the_line_before_which_they_are_missed() -> None:
    assert messages("1", "3") == [
        ("Paragraph 2 of the numbered sequence was not found before 3. Compare with the document.", 2)
    ]
    assert messages("1.1", "1.4", what="clause") == [
        ("Clauses 1.2, 1.3 of the numbered sequence were not found before 1.4. Compare with the document.", 2)
    ]
    assert messages("1", "1", what="clause") == [
        ("The number 1 is printed more than once; both clauses were kept. Compare with the document.", 2)
    ]
    assert messages("1", "3", "2") == [("The number 2 stands after higher numbers. Compare with the document.", 3)]


def test_of_many_missing_numbers_twelve_are_named() -> None:
    ((twelve, _),) = messages("1", "14")
    assert "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 of" in twelve
    ((thirteen, _),) = messages("1", "15")
    assert "12, 13 and 1 more of" in thirteen


def test_a_number_in_a_text_is_told_in_full() -> None:
    swallowed = replace(finding("2", "They have flats. 3. They have work."), place=Place(4, 7))
    (notice,) = check_swallowed(numbered("1", "2"), [swallowed])
    assert notice.message == "Paragraph 2 seems to hold paragraph 3 too. Compare with the document."
    assert notice.line == 7
    lettered = [replace(swallowed, ref=None), replace(swallowed, ref="1.2"), swallowed]
    assert len(check_swallowed(numbered("1", "2"), lettered)) == 1


def test_numbers_are_counted_by_what_is_numbered_and_in_each_part() -> None:
    numbers = Numbers()
    assert numbers.last("clause") == 0
    for ref, part in (("1", ""), ("1", "annex/"), ("2", "")):
        numbers.count(ref, Place(1, int(ref)), f"{part}para-{ref}", "clause", part)
    numbers.count("7", Place(2), None)
    assert numbers.of("clause") == (
        Numbered("1", Place(1, 1), "para-1"),
        Numbered("2", Place(1, 2), "para-2"),
        Numbered("1", Place(1, 1), "annex/para-1"),
    )
    assert numbers.of() == (Numbered("7", Place(2)),)
    assert numbers.last("paragraph") == 7
    assert list(numbers.check("clause")) == []
    assert [notice.message for notice in numbers.check()] == [
        "Paragraphs 1, 2, 3, 4, 5, 6 of the numbered sequence were not found before 7. Compare with the document."
    ]
