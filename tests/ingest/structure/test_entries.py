"""Which blocks under a heading are one paragraph or one item."""

from ingest.blocks import Block, BlockKind, Box, Place
from ingest.structure.entries import group


def block(text: str, **more: object) -> Block:
    return Block(**{"kind": BlockKind.PARAGRAPH, "text": text, "orig": text, "place": Place(1), **more})


def item(text: str, level: int = 1, indent: float | None = None, marker: str = "-") -> Block:
    return block(text, kind=BlockKind.ITEM, marker=marker, level=level, indent=indent)


def texts(*blocks: Block) -> list[str]:
    return [entry.block.text for entry in group(blocks)]


def test_paragraphs_stand_for_themselves() -> None:
    assert texts(block("One."), block("Two.")) == ["One.", "Two."]


def test_what_follows_a_number_belongs_to_it() -> None:
    assert texts(block("One:", number="1"), item("a"), block("more."), block("Two.", number="2")) == [
        "One: a more.",
        "Two.",
    ]


def test_text_in_front_of_the_first_number_stands_alone() -> None:
    entries = group([block("Before."), block("One.", number="1")])
    assert [entry.listed for entry in entries] == [False, True]


def test_items_are_listed_and_the_sentence_over_them_announces() -> None:
    entries = group([block("They should:"), item("act"), item("write")])
    assert [(e.announces, e.listed) for e in entries] == [(True, False), (False, True), (False, True)]


def test_second_level_items_belong_to_their_item() -> None:
    assert texts(item("Visits:"), item("late", 2), item("short", 2), item("Plans")) == ["Visits: late short", "Plans"]


def test_items_under_prose_with_a_colon_belong_to_it() -> None:
    assert texts(block("One."), block("They read:"), item("audits"), item("plans"), block("Two.")) == [
        "One.",
        "They read: audits plans",
        "Two.",
    ]


def test_items_after_prose_without_a_colon_stand_for_themselves() -> None:
    assert texts(block("One."), item("audits"), item("plans")) == ["One.", "audits", "plans"]


def test_a_paragraph_at_the_indent_of_an_item_goes_on_under_it() -> None:
    assert texts(
        item("Visits.", indent=106.0), block("They are late.", indent=106.5), block("Apart.", indent=71.0)
    ) == [
        "Visits. They are late.",
        "Apart.",
    ]


def test_furniture_and_footnotes_are_left_out() -> None:
    assert texts(block("One."), block("2", kind=BlockKind.FURNITURE), block("note", kind=BlockKind.FOOTNOTE)) == [
        "One."
    ]


def test_boxes_of_both_pages_are_kept() -> None:
    first = block("Visits:", kind=BlockKind.ITEM, level=1, place=Place(1, None, (Box(1, 0, 0, 1, 1),)))
    second = block("late", kind=BlockKind.ITEM, level=2, place=Place(2, None, (Box(2, 0, 0, 1, 1),)))
    (entry,) = group([first, second])
    assert [box.page for box in entry.block.place.boxes] == [1, 2]
    assert entry.block.place.page == 1


def test_items_that_are_only_set_a_little_further_in_stand_for_themselves() -> None:
    assert texts(item("Visits.", indent=99), item("Plans.", 2, 109), item("Homes.", 2, 109)) == [
        "Visits.",
        "Plans.",
        "Homes.",
    ]
    assert texts(item("Visits.", indent=99), item("Plans.", 2, 117)) == ["Visits. Plans."]
    assert texts(item("Visits.", indent=99), item("Plans.", 2, 109, marker="o")) == ["Visits. Plans."]


def test_other_bullets_under_an_item_that_announces_them_belong_to_it() -> None:
    assert texts(item("Act on:"), item("visits", marker="o"), item("plans", marker="o"), item("Meet.")) == [
        "Act on: visits plans",
        "Meet.",
    ]
    assert texts(item("Act."), item("Visit", marker="o")) == ["Act.", "Visit"]


def test_one_number_among_many_paragraphs_does_not_swallow_those_behind_it() -> None:
    blocks = [block("One."), block("Two."), block("Three.", number="18"), block("Four.")]
    assert texts(*blocks) == ["One.", "Two.", "Three.", "Four."]
