import pytest

from ingest.wording.inline_lists import enumerated, may_be_several, parted_by_semicolons, without_marker


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. Visit homes. 2. See children.", ("1. Visit homes.", "2. See children.")),
        ("1) Visit 2) Plan", ("1) Visit", "2) Plan")),
        ("(a) visit; (b) plan; and (c) tell", ("(a) visit", "(b) plan", "(c) tell")),
        ("i) Visit homes ii) See children", ("i) Visit homes", "ii) See children")),
        ("We will: 1) visit; 2) plan", ("We will:", "1) visit", "2) plan")),
        ("1. Visit 3 homes. 2. See 1. Then 3. Plan", ("1. Visit 3 homes.", "2. See 1. Then", "3. Plan")),
        ("1. Visit homes.", ()),
        ("Visit by 1. June and by 2. July", ()),
        ("1. visit 2. plan", ()),
        ("2. Visit 3. Plan", ()),
        ("See parts (a) and (b) of the plan", ()),
        ("1. Visit homes (2) See children", ()),
        ("", ()),
    ],
)
def test_lists_with_markers(text: str, items: tuple[str, ...]) -> None:
    assert enumerated(text) == items


@pytest.mark.parametrize(("item", "words"), [("1. Visit", "Visit"), ("(b) plan", "plan"), ("Visit", "Visit")])
def test_an_item_without_its_marker(item: str, words: str) -> None:
    assert without_marker(item) == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Visit homes; see children; and plan", ("Visit homes", "see children", "plan")),
        ("Visit (homes; schools); plan;", ("Visit (homes; schools)", "plan")),
        ("Visit;", ()),
        ("Visit homes", ()),
    ],
)
def test_parts_between_semicolons(text: str, parts: tuple[str, ...]) -> None:
    assert parted_by_semicolons(text) == parts


def test_parts_that_join_to_what_stands_before_are_no_further_actions() -> None:
    assert may_be_several(("Visit homes", "see children"))
    assert not may_be_several(("Visit homes", "these are far"))
    assert not may_be_several(("Visit", "see children"))
    assert not may_be_several(("Visit homes",))
