"""Strengths, weaknesses and headings in the sections of a joint area review of 2007 or later."""

from ingest.profiles.jar.walker import ReviewWalker
from ingest.readers.text import read

BODY = """Safeguarding

1. The first paragraph.

Major strengths

- Fast
- Close

Important weaknesses

- Slow

2. The second paragraph.

A division of the section

3. The third paragraph.
"""


def read_body(text: str, second: bool) -> list[tuple[str | None, str, str | None]]:
    records = ReviewWalker(second).read(read(text.encode()).blocks).records
    headings = {section.anchor: section.heading for section in records.sections}
    return [(f.ref, f.text, headings.get(f.section or "")) for f in records.findings]


def test_lists_of_strengths_and_weaknesses_end_at_the_next_number():
    assert read_body(BODY, second=True) == [
        ("1", "The first paragraph.", "Safeguarding"),
        (None, "Fast", "Major strengths"),
        (None, "Close", "Major strengths"),
        (None, "Slow", "Important weaknesses"),
        ("2", "The second paragraph.", "Safeguarding"),
        ("3", "The third paragraph.", "A division of the section"),
    ]


def test_a_section_that_follows_the_grades_at_once_is_no_row_of_the_table():
    text = f"Grades\n\nSafeguarding\t2\nService management\t3\n\n{BODY}"
    walker = ReviewWalker(second=True).read(read(text.encode()).blocks)
    assert [section.heading for section in walker.records.sections][:2] == ["Grades", "Safeguarding"]
    assert [block.kind for block in walker.graded] == ["table"]


def test_the_annexes_count_for_themselves():
    text = "Annex A: one\n\n1. First.\n\nAnnex B: two\n\n1. Second.\n"
    records = ReviewWalker(second=True).read(read(text.encode()).blocks).records
    assert [finding.anchor for finding in records.findings] == ["annex/para-1", "annex-b/para-1"]
    assert not list(records.numbers.check())
