"""Which record of a report is meant by a number as printed. No database."""

from findings.models import CrossReference, Finding, Recommendation, Section
from findings.references.resolver import ReferenceTargets, Resolver, point
from inspections.vocabulary import Origin

CITING = Finding(pk=1, ref="19")


def resolved(number: str, *recommendations: Recommendation) -> tuple[Recommendation | None, str]:
    """What paragraph 19 means by "recommendation ..." in a report with these recommendations."""
    resolver = Resolver(ReferenceTargets((), (CITING,), recommendations))
    return resolver.resolve(CITING, "recommendation", number, f"(recommendation {number})")


def test_a_recommendation_is_meant_before_an_item_of_another_with_the_same_number():
    first, second = Recommendation(pk=1, ref="1"), Recommendation(pk=2, ref="2")
    item = Recommendation(pk=3, ref="1", parent=second)
    assert resolved("1", item, first, second) == (first, "")


def test_an_item_is_meant_where_no_recommendation_carries_the_number():
    second = Recommendation(pk=2, ref="2")
    item = Recommendation(pk=3, ref="1", parent=second)
    assert resolved("1", item, second) == (item, "")


def test_a_recommendation_without_a_number_is_meant_by_its_anchor():
    numbered, bare = Recommendation(pk=1, ref="1", anchor="rec-1"), Recommendation(pk=2, ref="", anchor="rec-2")
    assert resolved("rec-2", numbered, bare) == (bare, "")
    assert resolved("rec-1", numbered, bare) == (None, "There is no recommendation rec-1 in this report.")


ANNEX = Section(pk=3, heading="Annex A: the team")
SECTIONS = (
    Section(pk=1, heading="1. Help"),
    Section(pk=2, heading="1.1 Visits", parent_id=1),
    ANNEX,
    Section(pk=4, heading="Section 4 Care"),
)


def headed(target: str, ref: str, printed: str, *findings: Finding) -> tuple[Section | None, str]:
    """What a reference to a section or an annex means in a report with these sections and findings."""
    return Resolver(ReferenceTargets(SECTIONS, findings, ())).resolve(CITING, target, ref, printed)


def test_a_section_is_meant_by_the_number_with_which_its_heading_begins():
    assert headed("section", "1", "section 1") == (SECTIONS[0], "")
    assert headed("section", "1.1", "section 1.1") == (SECTIONS[1], "")
    assert headed("section", "4", "Section 4") == (SECTIONS[3], "")
    assert headed("section", "A", "Annex A") == (ANNEX, "")


def test_the_word_in_front_of_the_number_tells_what_is_meant():
    missing = "There is no section A in this report."
    assert headed("section", "A", "section A") == (None, missing)
    assert headed("section", "A", "as in A") == (None, missing)
    assert headed("section", "1", "Appendix 1") == (None, "There is no appendix 1 in this report.")


def test_a_section_without_its_number_is_meant_by_the_paragraphs_under_it():
    under = (Finding(pk=1, ref="3.1", section_id=3), Finding(pk=2, ref="3.2", section_id=3), Finding(pk=3, ref="31"))
    assert headed("section", "3", "section 3", *under) == (ANNEX, "")
    assert headed("section", "3", "Annex 3", *under) == (None, "There is no annex 3 in this report.")
    elsewhere = Finding(pk=4, ref="3.1", section_id=9)
    assert headed("section", "3", "section 3", elsewhere) == (None, "There is no section 3 in this report.")


def paragraph(number: str, *findings: Finding, source: Finding = CITING) -> tuple[object, str]:
    """What a paragraph means by "paragraph ..." in a report with these findings."""
    nested = (*SECTIONS, Section(pk=5, heading="B", parent_id=3), Section(pk=6, heading="C", parent_id=5))
    return Resolver(ReferenceTargets(nested, findings, ())).resolve(source, "paragraph", number, f"paragraph {number}")


def test_of_paragraphs_with_one_number_the_one_in_the_nearest_section_is_meant():
    near, far, between = (Finding(pk=pk, ref="7", section_id=section) for pk, section in ((1, 6), (2, 1), (3, 3)))
    assert paragraph("7", far, between, near, source=Finding(section_id=6)) == (near, "")
    assert paragraph("7", far, between, source=Finding(section_id=6)) == (between, "")
    undecided = "There are 2 with the number 7 in this report, and nothing tells which is meant."
    assert paragraph("7", far, near, source=Finding(section_id=None)) == (None, undecided)


def test_a_paragraph_that_is_none_may_be_a_numbered_recommendation():
    recommendation = Recommendation(pk=1, ref="7")
    resolver = Resolver(ReferenceTargets((), (Finding(pk=1, ref="8"),), (recommendation,)))
    assert resolver.resolve(CITING, "paragraph", "7", "paragraph 7") == (recommendation, "")
    assert resolver.resolve(CITING, "paragraph", "9", "paragraph 9") == (
        None,
        "There is no paragraph 9 in this report.",
    )
    assert resolver.resolve(CITING, "recommendation", "", "(Recommendation)") == (
        None,
        "The document prints no number.",
    )


def test_a_row_added_by_hand_counts_only_where_none_that_was_read_has_the_number():
    read, by_hand = Finding(pk=1, ref="7"), Finding(pk=2, ref="7", origin=Origin.HAND)
    assert paragraph("7", by_hand, read) == (read, "")
    assert paragraph("7", by_hand) == (by_hand, "")


def test_a_reference_points_to_one_target_or_has_a_reason_of_limited_length():
    reference = CrossReference()
    assert point(reference, Recommendation(pk=4), "")
    assert (reference.target_finding_id, reference.target_recommendation_id, reference.reason) == (None, 4, "")
    assert not point(reference, Recommendation(pk=4), "")
    assert point(reference, None, "x" * 301)
    assert (reference.target_recommendation_id, reference.reason) == (None, "x" * 300)
