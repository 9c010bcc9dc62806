"""How a long report is cut into chapters by the weight of its sections. No database."""

import pytest

from findings.labels import Record
from findings.models import Finding, Section
from findings.reports.chapters import AROUND_A_SECTION, LONGEST, WHOLE, SectionRecords, WeighedRecord, cut

ONE_RECORD: Record = Finding()


def stretch(section: Section, depth: int, weight: int) -> SectionRecords:
    """What stands directly in a section, of this weight with its heading."""
    return SectionRecords(section, depth, (WeighedRecord(ONE_RECORD, weight - AROUND_A_SECTION),))


@pytest.mark.parametrize(
    ("weight", "chapters"),
    [
        (LONGEST - AROUND_A_SECTION, [["part", "first"], ["second"], ["other"]]),
        (LONGEST - AROUND_A_SECTION + 1, [["part"], ["first"], ["second"], ["other"]]),
    ],
)
def test_a_short_beginning_takes_in_the_first_section_within_it_unless_that_makes_it_too_heavy(weight, chapters):
    part, first, second, other = (Section(anchor=anchor) for anchor in ("part", "first", "second", "other"))
    report = [
        SectionRecords(part, 0, ()),
        stretch(first, 1, weight),
        stretch(second, 1, LONGEST),
        stretch(other, 0, WHOLE - LONGEST),
    ]
    found = [[piece.section.anchor for piece in chapter.stretches if piece.section] for chapter in cut(report)]
    assert found == [[], *chapters]
