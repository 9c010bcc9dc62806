"""Headings of papers that readers do not take for such, and how paragraphs are numbered."""

from dataclasses import replace

from ingest.blocks import Block, BlockKind, Place
from ingest.profiles.papers.headings import runs_through, with_headings
from ingest.readers.text import read


def of(*lines: str) -> list[tuple[str, str | None, str]]:
    return [(b.kind.value, b.number, b.text) for b in with_headings(read("\n\n".join(lines).encode()).blocks)]


def test_a_heading_in_front_of_its_text_is_one_of_its_own() -> None:
    assert of("PURPOSE: To report the visit.") == [
        ("heading", None, "PURPOSE"),
        ("paragraph", None, "To report the visit."),
    ]
    assert of("Purpose: For decision / noting")[0][2] == "Purpose: For decision / noting"
    assert of("Legal implications:", "None.")[0] == ("heading", None, "Legal implications")
    assert of("Report to: Cabinet", "Note: words.") == [
        ("heading", None, "Report to: Cabinet"), ("paragraph", None, "Note: words."),
    ]  # fmt: skip


def test_a_heading_alone_that_is_set_as_text_is_one() -> None:
    def kind(text: str, **values) -> str:
        block = replace(Block(BlockKind.PARAGRAPH, text, text, Place(1)), **values)
        return next(iter(with_headings([block]))).kind.value

    assert kind("RECOMMENDATIONS") == kind("Legal implications") == kind("Reasons for the decision") == "heading"
    assert kind("Recommendations were made.") == kind("recommendations") == kind("Other matters") == "paragraph"
    assert kind("RECOMMENDATIONS", boxed=True) == kind("RECOMMENDATIONS", marker="-") == "paragraph"


def test_the_figure_in_front_of_a_heading_is_its_number_where_its_paragraphs_follow() -> None:
    assert of("2 Recommendations", "2.1 That it be noted.")[0] == ("heading", "2", "Recommendations")
    assert of("2 Recommendations", "That it be noted.")[0] == ("heading", None, "2 Recommendations")


def test_items_of_minutes_keep_their_number_as_words() -> None:
    assert of("46. THE VISIT", "Words of all.")[0] == ("heading", None, "46. THE VISIT")
    assert of("2. The visit", "2.1 Words of all.")[0] == ("heading", "2", "The visit")


def test_paragraphs_run_through_where_no_section_and_no_point_is_numbered() -> None:
    def runs(*lines: str) -> bool:
        return runs_through(with_headings(read("\n\n".join(lines).encode()).blocks))

    assert runs("Background", "1. A is so.", "2. B is so.", "Options", "3. C is so.")
    assert not runs("1. A is so.", "2. B is so.")
    assert not runs("1. A is so.", "3. B is so.", "4. C is so.")
    assert not runs("1. A is so.", "2. B is so.", "3. C is so.", "3.1 D is so.")
