"""A report cut into chapters: none is heavy, none is empty, and nothing is lost."""

import pytest

from findings.labels import Record
from findings.models import Finding, Section
from findings.reports import chapters
from findings.reports.chapters import AROUND_A_SECTION, LONGEST, WHOLE, SectionRecords, SizedRecord, cut

ONE_RECORD: Record = Finding()


def records(section: Section | None, depth: int, *sizes: int) -> SectionRecords:
    """Records of these sizes directly in a section."""
    return SectionRecords(section, depth, tuple(SizedRecord(ONE_RECORD, size) for size in sizes))


@pytest.mark.parametrize(
    ("size", "chapters"),
    [
        (LONGEST - AROUND_A_SECTION, [["part", "first"], ["second"], ["other"]]),
        (LONGEST - AROUND_A_SECTION + 1, [["part"], ["first"], ["second"], ["other"]]),
    ],
)
def test_a_short_beginning_takes_in_the_first_section_within_it_unless_that_makes_it_too_heavy(size, chapters):
    part, first, second, other = (Section(anchor=anchor) for anchor in ("part", "first", "second", "other"))
    report = [
        SectionRecords(part, 0, ()),
        records(first, 1, size - AROUND_A_SECTION),
        records(second, 1, LONGEST - AROUND_A_SECTION),
        records(other, 0, WHOLE - LONGEST - AROUND_A_SECTION),
    ]
    found = [[piece.section.anchor for piece in chapter.parts if piece.section] for chapter in cut(report)]
    assert found == [[], *chapters]


@pytest.fixture
def heavy(monkeypatch) -> None:
    """Pages that hold little, so that the small reports of the tests are long ones."""
    monkeypatch.setattr(chapters, "WHOLE", 2_000)
    monkeypatch.setattr(chapters, "LONGEST", 3_000)
    monkeypatch.setattr(chapters, "SHORT", 400)


def shown(parts: list[SectionRecords]) -> list[tuple[str, int, int, list[list[int]]]]:
    return [
        (
            one.head.anchor if one.head else "",
            one.number,
            one.of,
            [[sized.size for sized in piece.records] for piece in one.parts],
        )
        for one in cut(parts)
    ]


def sections(*anchors: str) -> list[Section]:
    return [Section(anchor=anchor, pk=number) for number, anchor in enumerate(anchors, 1)]


def test_a_light_report_is_one_page():
    (one,) = sections("s1")
    assert shown([records(None, 0, 10), records(one, 0, 20)]) == [("", 1, 1, [[10], [20]])]


@pytest.mark.usefixtures("heavy")
def test_a_heavy_report_is_cut_at_its_sections():
    one, within, other = sections("s1", "s2", "s3")
    found = shown([records(None, 0, 10), records(one, 0, 1000), records(within, 1, 900), records(other, 0, 900)])
    assert found == [("", 1, 1, [[10]]), ("s1", 1, 1, [[1000], [900]]), ("s3", 1, 1, [[900]])]


@pytest.mark.usefixtures("heavy")
def test_a_heavy_section_gives_its_sections_pages_and_its_bare_heading_goes_with_the_first():
    one, first, second, third = sections("s1", "s2", "s3", "s4")
    found = shown([records(one, 0), records(first, 1, 900), records(second, 1, 2000), records(third, 1, 2500)])
    assert found == [("", 1, 1, []), ("s1", 1, 1, [[], [900]]), ("s3", 1, 1, [[2000]]), ("s4", 1, 1, [[2500]])]


@pytest.mark.usefixtures("heavy")
def test_what_cannot_be_cut_at_a_section_goes_on_over_pages():
    (one,) = sections("s1")
    assert shown([records(None, 0, 1500, 1400, 900), records(one, 0, 2000, 2000)]) == [
        ("", 1, 2, [[1500, 1400]]),
        ("", 2, 2, [[900]]),
        ("s1", 1, 2, [[2000]]),
        ("s1", 2, 2, [[2000]]),
    ]


@pytest.mark.usefixtures("heavy")
def test_a_section_that_says_enough_by_itself_takes_in_none_within_it():
    one, first, second = sections("s1", "s2", "s3")
    found = shown([records(one, 0, 500), records(first, 1, 900), records(second, 1, 2500)])
    assert found[1:] == [("s1", 1, 1, [[500]]), ("s2", 1, 1, [[900]]), ("s3", 1, 1, [[2500]])]


@pytest.mark.usefixtures("heavy")
def test_a_record_that_is_too_heavy_by_itself_makes_no_empty_page():
    assert shown([records(None, 0, 3500, 100)]) == [("", 1, 2, [[3500]]), ("", 2, 2, [[100]])]
