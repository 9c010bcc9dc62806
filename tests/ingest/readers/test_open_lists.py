from lxml import etree

from ingest.readers.open_lists import OpenLists
from ingest.readers.open_names import STYLE, TEXT


def lists(*levels: dict[str, str], bullets: bool = False) -> OpenLists:
    root = etree.Element("root")
    style = etree.SubElement(root, f"{TEXT}list-style", {f"{STYLE}name": "L"})
    kind = "bullet" if bullets else "number"
    for place, level in enumerate(levels, 1):
        names = {
            f"{TEXT if name in ('start-value', 'display-levels') else STYLE}{name}": v for name, v in level.items()
        }
        etree.SubElement(style, f"{TEXT}list-level-style-{kind}", {f"{TEXT}level": str(place), **names})
    return OpenLists(root)


DECIMAL = {"num-format": "1", "num-suffix": "."}


def test_items_are_counted_and_a_list_that_begins_counts_anew() -> None:
    counted = lists(DECIMAL)
    assert [counted.next("L", 0) for _ in range(2)] == ["1.", "2."]
    counted.begin("L", 0)
    assert counted.next("L", 0) == "1."


def test_another_list_and_outer_levels_go_on_where_a_list_begins() -> None:
    counted = lists(DECIMAL, DECIMAL)
    assert [counted.next("L", 0), counted.next("L", 1)] == ["1.", "1."]
    counted.begin("L", 1)
    counted.begin("M", 0)
    assert [counted.next("L", 1), counted.next("L", 0)] == ["1.", "2."]


def test_outer_levels_are_printed_in_front() -> None:
    counted = lists({"num-format": "1"}, {"num-format": "1", "display-levels": "2"})
    assert [counted.next("L", 0), counted.next("L", 1), counted.next("L", 1)] == ["1", "1.1", "1.2"]


def test_letters_and_what_stands_around_them() -> None:
    assert lists({"num-format": "a", "num-prefix": "(", "num-suffix": ")"}).next("L", 0) == "(a)"


def test_an_item_may_say_its_number() -> None:
    counted = lists(DECIMAL)
    assert [counted.next("L", 0, 7), counted.next("L", 0)] == ["7.", "8."]


def test_bullets_and_unknown_lists_are_bullets() -> None:
    assert lists({}, bullets=True).next("L", 0) == "•"
    assert lists(DECIMAL).next("M", 0) == "•"
