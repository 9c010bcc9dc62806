"""Anchors are made of what is printed and stay unique."""

from ingest.blocks import Place
from ingest.drafts import SectionDraft
from ingest.structure.anchors import BY_HEADING, BY_ORDER, Anchors, slug


def section(anchor: str, parent: str | None = None) -> SectionDraft:
    return SectionDraft(anchor, anchor.title(), 1, parent)


def test_a_repeated_anchor_gets_a_suffix_in_printed_order() -> None:
    anchors = Anchors()
    assert [anchors.take("para-19") for _ in range(3)] == ["para-19", "para-19~2", "para-19~3"]


def test_reports_of_inspectors_count_sections_and_name_paragraphs_by_page_or_section() -> None:
    assert BY_ORDER.section("Summary", None, (section("s1"), section("s2", "s1"))) == "s3"
    assert BY_ORDER.paragraph(Place(page=4), (section("s3"),)) == "p4"
    assert BY_ORDER.paragraph(Place(line=9), (section("s3"), section("s4", "s3"))) == "s4"
    assert BY_ORDER.paragraph(Place(line=9), ()) == "s0"


def test_papers_name_sections_by_heading_and_paragraphs_by_the_outermost_section() -> None:
    summary = section("summary")
    assert BY_HEADING.section("The Council’s plan: 2019", None, ()) == "the-councils-plan-2019"
    assert BY_HEADING.section("Budget", summary, (summary, section("summary/1", "summary"))) == "summary/2"
    assert BY_HEADING.paragraph(Place(page=4), (summary, section("summary/1", "summary"))) == "summary"
    assert BY_HEADING.paragraph(Place(page=4), ()) == "cover"


def test_a_heading_without_letters_still_has_a_name() -> None:
    assert slug("…") == "section"
    assert len(slug("word " * 40)) <= 60
