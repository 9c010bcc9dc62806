"""What tells a council's paper from the words of inspectors."""

import pytest

from ingest.readers.text import read
from ingest.structure.council_paper import is_labelled_cover, is_paper, is_sign, signs


def of(*lines: str) -> bool:
    return is_paper(read("\n\n".join(lines).encode()).blocks)


@pytest.mark.parametrize(
    "lines",
    [
        ("REPORT TO: Cabinet", "DATE: 7 May 2024", "REPORT OF: Director of Children's Services"),
        ("Committee: Children's Panel", "Cabinet Member: Cllr Ada Field", "Purpose", "To share a letter."),
        ("Minutes of the meeting", "Apologies for absence", "RESOLVED that the report be noted."),
        ("Wards affected: All", "Key decision: No", "Recommendations"),
        ("Briefing note", "Background", "Recommendation", "Words."),
        ("Report author\tBen Ash\nWards affected\tAll\nKey decision\tNo",),
        ("Cabinet, Tuesday 10 February 2015", "Agreed that the plan be noted."),
        ("PAPER D", "REPORT OF THE DIRECTOR FOR CHILDREN'S SERVICES"),
        ("REPORT OF THE DIRECTOR", "SUMMARY / PURPOSE", "Words.", "STRATEGIC CONTEXT"),
        ("Council, Wednesday 20 January 2010", "Council therefore resolves that:"),
        ("Scrutiny Panel (Children), Wednesday 20 January 2010", "The Panel resolved to note it."),
        ("View Cabinet Decision Record", "Cabinet Decision: 2nd November 2006"),
        ("The visit", "Legal implications", "None.", "Financial implications", "None."),
    ],
)
def test_a_paper_is_told_by_its_routing_its_headings_or_its_resolutions(lines: tuple[str, ...]) -> None:
    assert of(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Focused visit to Wexcombe", "Dear Ms Field", "This letter summarises the findings.", "Background", "Words."),
        ("Inspection of children's services", "Inspection dates: 3 to 7 May 2024", "What needs to improve"),
        ("Summary", "Recommendations", "Background", "Conclusion"),
    ],
)
def test_a_report_of_inspectors_is_none(lines: tuple[str, ...]) -> None:
    assert not of(*lines)


def test_signs_are_counted_by_kind_and_only_in_short_lines() -> None:
    blocks = read(b"Wards affected: All\n\nWard affected: All\n\nBackground").blocks
    assert signs(blocks) == (1, 1)
    long = f"Report to the committee {'and to others ' * 30}."
    assert signs(read(long.encode()).blocks) == (0, 0)


def test_a_cover_ends_with_its_labels() -> None:
    assert is_labelled_cover(read(b"Report of: Director\n\nDate: 7 May 2024").blocks)
    assert not is_labelled_cover(read(b"Wexcombe Council\n\nMay 2024").blocks)


def test_a_word_that_only_begins_like_a_resolution_is_no_sign():
    assert is_sign("Decision: that the report be noted")
    assert is_sign("Decision - that the report be noted")
    assert is_sign("Resolved that the report be noted")
    assert not is_sign("Decision-making is not yet timely")
    assert not is_sign("Action-learning sets meet")
