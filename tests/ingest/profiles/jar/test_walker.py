"""Strengths, weaknesses and headings in the sections of a joint area review of 2007 or later."""

import pytest

from ingest.profiles.jar.walker import JointReviewWalker
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
    records = JointReviewWalker(second).read(read(text.encode()).blocks).records
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
    walker = JointReviewWalker(second=True).read(read(text.encode()).blocks)
    assert [section.heading for section in walker.records.sections][:2] == ["Grades", "Safeguarding"]
    assert [block.kind for block in walker.graded] == ["table"]


def test_the_annexes_count_for_themselves():
    text = "Annex A: one\n\n1. First.\n\nAnnex B: two\n\n1. Second.\n"
    records = JointReviewWalker(second=True).read(read(text.encode()).blocks).records
    assert [finding.anchor for finding in records.findings] == ["annex/para-1", "annex-b/para-1"]
    assert not list(records.numbers.check())


def walk(*lines: str, second: bool = True) -> JointReviewWalker:
    return JointReviewWalker(second).read(read("\n\n".join(lines).encode()).blocks)


def test_a_section_opens_with_its_ticked_grade_and_both_sides_of_its_table():
    walker = walk(
        "Safeguarding",
        "Inadequate\tAdequate X\tGood\tOutstanding",
        "Major strengths\tImportant weaknesses\nFast\tSlow\nClose\t",
        "1. First.",
    )
    assert [(mark.domain, mark.grade, mark.place.line) for mark in walker.marked] == [("safeguarding", "adequate", 3)]
    assert [(f.anchor, f.kind, f.section, f.text) for f in walker.records.findings] == [
        ("s1-1", "context", "s1", "Inadequate Adequate X Good Outstanding"),
        ("s2-1", "finding", "s2", "Fast"),
        ("s2-2", "finding", "s2", "Close"),
        ("s3-1", "finding", "s3", "Slow"),
        ("para-1", "finding", "s1", "First."),
    ]
    assert [f.place.line for f in walker.records.findings] == [3, 6, 7, 6, 9]


LISTED = ("Recommendations", "For immediate action", "The council should:", "- act.")


def test_a_recommendation_has_the_timescale_and_whom_its_sentence_or_itself_addresses():
    walker = walk(*LISTED, "- The Director should plan.", "Within six months", "- see.")
    assert [(r.anchor, r.addressee, r.timescale, r.section, r.text) for r in walker.records.recommendations] == [
        ("rec-1", "The council", "immediate", "s3", "act."),
        ("rec-2", "The Director", "immediate", "s3", "The Director should plan."),
        ("rec-3", None, "six-months", "s4", "see."),
    ]
    assert [(s.anchor, s.heading, s.level) for s in walker.records.sections] == [
        ("s1", "Recommendations", 1),
        ("s2", "For immediate action", 2),
        ("s3", "The council should:", 3),
        ("s4", "Within six months", 2),
    ]
    assert walker.records.notices == []


@pytest.mark.parametrize("second", [True, False])
@pytest.mark.parametrize(
    ("lines", "code", "message", "line"),
    [
        (("Recommendations", "- act.", "For immediate action", "- plan."), "heading-missing",
         "A recommendation stands under no heading that tells its timescale. Compare with the document.", 3),
        ((*LISTED, "Prose of it."), "unnumbered-paragraph",
         "A paragraph without a bullet stands among the recommendations; it was read as one of them. Compare.", 9),
        ((*LISTED, "Team\tPosts\nDuty\t4"), "table-not-read",
         "A table stands among the recommendations and was not read. Look at it.", 9),
        ((*LISTED, "THE BOARD", "It meets."), "heading-unknown",
         "The heading “THE BOARD” is not known; what stands under it was read as findings.", 9),
    ],
)  # fmt: skip
def test_what_is_not_sure_among_recommendations_is_told_where_it_stands(lines, code, message, line, second):
    notices = walk(*lines, second=second).records.notices
    assert [(n.level, n.code, n.message, n.line) for n in notices] == [("warning", code, message, line)]


def test_a_short_line_over_items_is_no_heading_that_ends_the_list():
    walker = walk(*LISTED, "THE TEAM:", "- see.")
    assert [r.text for r in walker.records.recommendations] == ["act.", "see."]
    assert walker.records.sections[-1].heading == "THE TEAM:"
    over = walk(*LISTED, "THE BOARD", "- see.")
    assert [r.text for r in over.records.recommendations] == ["act.", "THE BOARD", "see."]


def test_a_number_among_the_recommendations_is_context_and_text_under_the_grades_stays_with_their_table():
    assert [(f.anchor, f.kind) for f in walk(*LISTED[:2], "1. act.").records.findings] == [("para-1", "context")]
    graded = walk("Grades", "Safeguarding\t2", "1. Words.", "More words.")
    assert [block.text for block in graded.graded] == ["Safeguarding\t2", "More words."]
    assert [(f.anchor, f.kind) for f in graded.records.findings] == [("para-1", "summary")]
