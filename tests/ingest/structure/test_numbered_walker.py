"""Numbered findings and recommendations: what begins a record, and what goes on under one."""

from ingest.readers.text import read
from ingest.structure.numbered_walker import NumberedWalker
from ingest.structure.outline import Outline, Role, Rule
from inspections.vocabulary import FindingKind, Timescale

RULES = (
    Rule(r"contents", 1, Role.BOILERPLATE),
    Rule(r"about\s+this\s+area", 1, kind=FindingKind.CONTEXT),
    Rule(r"recommendations", 1, Role.RECOMMENDATIONS),
    Rule(r"priority\s+action", 2, Role.RECOMMENDATIONS, timescale=Timescale.IMMEDIATE),
    Rule(r"care\s+leavers(?P<rest>\W*good)?", 1, domain="care-leavers"),
    Rule(r"summary", 2, kind=FindingKind.SUMMARY, framed=True),
)


def body(*lines: str) -> NumberedWalker:
    return NumberedWalker(Outline(RULES)).read(read("\n".join(lines).encode()).blocks)


def found(walker: NumberedWalker) -> list[tuple[str, str]]:
    return [(finding.anchor, finding.kind.value) for finding in walker.records.findings]


def test_items_under_a_number_belong_to_it_and_inner_items_to_their_item() -> None:
    result = body(
        "About this area", "", "- Schools:", " - two are good", " - one is closed.", "", "Care leavers", "",
        "1. They ask for:", "- flats", "- work.",
    )  # fmt: skip
    assert [finding.text for finding in result.records.findings] == [
        "Schools: two are good one is closed.",
        "They ask for: flats work.",
    ]


def test_recommendations_with_items_bullets_and_a_timescale() -> None:
    result = body(
        "Recommendations", "", "1. Ensure:", "- this (paragraph 2)", "- that (paragraph 3).", "",
        "Priority action", "", "- Act at once.", "", "Inspectors did not identify any areas for priority action.",
    )  # fmt: skip
    assert [(r.anchor, r.parent, r.paragraphs, r.timescale) for r in result.records.recommendations] == [
        ("rec-1", None, ("2", "3"), None),
        ("rec-1/1", "rec-1", ("2",), None),
        ("rec-1/2", "rec-1", ("3",), None),
        ("rec-2", None, (), Timescale.IMMEDIATE),
    ]
    assert [finding.kind for finding in result.records.findings] == [FindingKind.CONTEXT]


def test_items_under_a_finished_recommendation_are_doubted_once() -> None:
    result = body("Recommendations", "", "1. Act soon.", "", "- Young people said so.", "- They did.")
    assert [notice.code for notice in result.records.notices] == ["sub-items-doubted"]
    assert body("Recommendations", "", "1. Act on:", "", "- this", "- that.").records.notices == []


def test_numbers_behind_bullets_that_recommend_are_findings_though_no_heading_says_so() -> None:
    for heading in ((), ("The progress of young adults", "")):
        result = body(
            "Recommendations", "", "- Act soon.", "", *heading, "1. They live in flats.", "", "2. They pay rent."
        )
        assert [r.text for r in result.records.recommendations] == ["Act soon."]
        assert found(result) == [("para-1", "finding"), ("para-2", "finding")]
        assert [notice.code for notice in result.records.notices] == ["heading-missing"]


def test_a_recommendation_that_lost_its_number_does_not_end_the_list() -> None:
    result = body("Recommendations", "", "1. Act soon.", "", "- Act well.", "", "3. Act often.")
    assert len(result.records.recommendations) == 3


def test_a_line_that_divides_a_list_is_a_section_and_no_part_of_an_item() -> None:
    result = body("Recommendations", "", "- Act soon.", "", "Quality of practice", "", "- Act well.")
    assert [r.text for r in result.records.recommendations] == ["Act soon.", "Act well."]
    assert "Quality of practice" in [section.heading for section in result.records.sections]


def test_findings_without_number_are_counted_unless_they_are_a_list() -> None:
    assert body("Care leavers", "", "They have flats.", "", "They have work.").prose == 2
    assert body("Care leavers", "", "- They have flats.", "- They have work.").prose == 0


def test_a_framed_summary_ends_at_the_first_number() -> None:
    result = body("Care leavers", "", "Summary", "", "Most young people do well.", "", "1. They have flats.")
    assert found(result) == [("s2-1", "summary"), ("para-1", "finding")]
    assert [finding.section for finding in result.records.findings] == ["s2", "s1"]
    assert result.records.evidence("care-leavers") == ("para-1",)


def test_prose_in_front_of_the_first_number_is_a_summary_in_a_report_that_has_numbers() -> None:
    assert found(body("Care leavers", "", "They do well on the whole.", "", "1. They have flats.")) == [
        ("s1-1", "summary"),
        ("para-1", "finding"),
    ]
    assert found(body("Care leavers", "", "They do well on the whole.")) == [("s1-1", "finding")]


def test_long_prose_where_one_number_is_missing_is_a_paragraph_of_its_own() -> None:
    prose = "Many of them have told inspectors that they like their flats and the people who help them to keep these."
    lost = body("Care leavers", "", "1. They have flats.", "", prose, "", "3. They pay rent.")
    assert [finding.ref for finding in lost.records.findings] == ["1", None, "3"]
    whole = body("Care leavers", "", "1. They have flats.", "", prose, "", "2. They pay rent.")
    assert [finding.ref for finding in whole.records.findings] == ["1", "2"]
    assert [notice.code for notice in whole.records.notices] == ["unnumbered-paragraph"]


STRENGTHS = ("Key strengths and weaknesses of the board", "", "4. It meets.", "", "5. Its minutes are short.")


def test_a_heading_about_something_else_ends_a_list_of_recommendations() -> None:
    result = body("Recommendations", "", "1. Act soon.", "", "2. Review it.", "", "3. Meet.", "", *STRENGTHS)
    assert [r.ref for r in result.records.recommendations] == ["1", "2", "3"]
    assert found(result) == [("para-4", "finding"), ("para-5", "finding")]
    assert [notice.code for notice in result.records.notices] == ["heading-unknown"]


def test_a_heading_under_which_nothing_asks_for_anything_ends_a_list_that_does() -> None:
    lines = ("Recommendations", "", "1. Ensure this.", "", "2. Review that.", "", "The town of Quay", "")
    result = body(*lines, "3. It is old.", "", "4. Its roofs are low.")
    assert [r.ref for r in result.records.recommendations] == ["1", "2"]
    result = body(*lines, "3. It is old.", "", "4. Ensure that its roofs are high.")
    assert [r.ref for r in result.records.recommendations] == ["1", "2", "3", "4"]


def test_a_heading_divides_a_list_of_which_one_cannot_tell_what_it_asks() -> None:
    lines = ("Recommendations", "", "1. The time of visits.", "", "2. The length of plans.", "", "Homes", "")
    result = body(*lines, "3. The state of roofs.")
    assert [r.ref for r in result.records.recommendations] == ["1", "2", "3"]
    assert result.records.notices == []


def test_a_sentence_that_there_are_none_is_no_urgent_recommendation() -> None:
    result = body("Priority action", "", "1. No areas were identified for immediate improvement.")
    assert result.records.recommendations == ()
    assert found(result) == [("para-1", "finding")]


def test_other_bullets_under_one_that_announces_them_are_its_parts() -> None:
    result = body("Recommendations", "", "- Ensure that:", "• plans are read", "• visits are made.", "- Meet.")
    assert [(r.anchor, r.parent) for r in result.records.recommendations] == [
        ("rec-1", None),
        ("rec-1/1", "rec-1"),
        ("rec-1/2", "rec-1"),
        ("rec-2", None),
    ]
