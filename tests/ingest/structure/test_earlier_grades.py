"""The grades of earlier inspections that the findings of a report tell."""

from ingest.blocks import Place
from ingest.drafts import FindingDraft, InspectionDraft, PartialDate, RecommendationDraft, SectionDraft
from ingest.structure.earlier_grades import reported_by_findings
from ingest.structure.reported_judgements import Reported
from ingest.wording.authorities import find_authority
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import FindingKind

OWN = InspectionDraft("ilacs", PartialDate("2023-06-05"))
GOOD_IN_2020 = "Services are better since the inspection in 2020, when they were judged to be good."


def read(*texts: str, heading: str = "", own: InspectionDraft | None = OWN, name: str = "Kent") -> Reported:
    findings = [
        FindingDraft(f"para-{n}", str(n), FindingKind.FINDING, text, text, "s1", None, Place(page=n))
        for n, text in enumerate(texts, 1)
    ]
    return reported_by_findings(findings, [SectionDraft("s1", heading, 1)], authority(name), own)


def authority(name: str) -> AuthorityFacts | None:
    return find_authority(name)


def told(reported: Reported) -> list[tuple[str, str, str, str]]:
    found = []
    for judgement in reported.judgements:
        about = judgement.inspection
        assert about is not None
        when = about.started or about.published
        found.append((about.framework or "", when.iso if when else "", judgement.domain, judgement.grade or ""))
    return found


def codes(reported: Reported) -> list[tuple[str, int | None, str | None]]:
    return [(notice.code, notice.page, notice.anchor) for notice in reported.notices]


def test_a_grade_is_reported_once_with_all_findings_that_tell_it_and_its_most_exact_date() -> None:
    exact = "The last inspection was in May 2020. Services were judged to be good."
    reported = read(GOOD_IN_2020, exact, "Children were judged good at tests in 2020.")
    assert told(reported) == [("ilacs", "2020-05", "overall-effectiveness", "good")]
    (judgement,) = reported.judgements
    assert (judgement.anchor, judgement.evidence, judgement.place.page) == (
        "reported-2020-05-overall-effectiveness",
        ("para-1", "para-2"),
        2,
    )
    assert reported.mentions == (judgement.inspection,)


def test_two_grades_of_one_year_stay_two() -> None:
    reported = read(
        "The last inspection of arrangements for the protection of children took place in March 2013. The council was "
        "judged to be inadequate.",
        "The last inspection of services for looked after children was in July 2013. The council was judged to be "
        "inadequate.",
    )
    assert told(reported) == [
        ("child-protection", "2013-03", "overall-effectiveness", "inadequate"),
        ("lac", "2013-07", "overall-effectiveness", "inadequate"),
    ]


def test_a_part_and_the_inspection_of_that_part_are_one() -> None:
    reported = read(
        "Since the previous inadequate judgements for looked after children in 2013, much was done.",
        "The last inspection of services for looked after children was in July 2013. The council was judged to be "
        "inadequate.",
    )
    assert told(reported) == [("lac", "2013-07", "overall-effectiveness", "inadequate")]


def test_the_report_s_own_inspection_and_later_ones_are_not_earlier() -> None:
    assert read("At the inspection in June 2023 services were judged to be good.") == Reported((), ())
    assert read("At the inspection in 2024 services were judged to be good.") == Reported((), ())
    reported = read("At the inspection in 2023 services were judged to be good.")
    assert (reported.judgements, codes(reported)) == ((), [("reported-unclear", 1, "para-1")])


def test_what_is_said_of_another_authority_is_none_of_this_one() -> None:
    assert read("Medway was judged to be good at the last inspection in 2019.") == Reported((), ())
    both = read("Kent and Medway differ: at the last inspection in 2019 Medway was judged to be good.")
    assert (both.judgements, codes(both)) == ((), [("reported-unclear", 1, "para-1")])


def test_an_unclear_sentence_is_told_with_its_place() -> None:
    reported = read("Plans.", "Early help services were judged to be good at the last inspection in 2019.")
    assert (reported.judgements, codes(reported)) == ((), [("reported-unclear", 2, "para-2")])
    assert "Early help services" in reported.notices[0].message


def test_a_grade_without_date_is_kept_and_told() -> None:
    reported = read("Services declined since the last inspection, when services were judged to be good.")
    assert told(reported) == [("", "", "overall-effectiveness", "good")]
    assert codes(reported) == [("reported-undated", 1, "para-1")]
    known = read("Services declined since the last inspection, when services were judged to be good.", GOOD_IN_2020)
    assert told(known) == [("ilacs", "2020", "overall-effectiveness", "good")]
    assert known.notices == ()


def test_a_list_under_its_announcement_gives_each_item_to_the_inspection_announced() -> None:
    reported = read(
        "The last inspection was in May 2015. The judgements were:",
        "Overall effectiveness: inadequate",
        "Adoption performance: good",
        "Plans are good.",
    )
    assert told(reported) == [
        ("sif", "2015-05", "overall-effectiveness", "inadequate"),
        ("sif", "2015-05", "adoption", "good"),
    ]


def test_a_list_under_a_heading_of_inspections_gives_items_with_dates() -> None:
    reported = read("Adoption service: good (March 2012)", "Safeguarding: adequate", heading="Previous inspections")
    assert told(reported) == [("", "2012-03", "adoption", "good")]
    assert read("Adoption service: good (March 2012)", heading="Plans").judgements == ()


def test_what_a_recommendation_tells_of_an_earlier_inspection_is_doubted_and_no_judgement() -> None:
    rec = RecommendationDraft("rec-1", "1", GOOD_IN_2020, GOOD_IN_2020, place=Place(page=3))
    reported = reported_by_findings([], [], authority("Kent"), OWN, [rec])
    assert (told(reported), codes(reported)) == ([], [("reported-unclear", 3, "rec-1")])


def test_a_grade_dated_long_after_the_reports_own_inspection_is_doubted() -> None:
    assert codes(read("Ofsted judged services inadequate in 2025.")) == [("reported-unclear", 1, "para-1")]
    assert codes(read("Ofsted judged services inadequate in June 2024.")) == []


def test_an_earlier_inspection_has_the_first_and_the_last_day_of_its_range() -> None:
    reported = read("At the last inspection on 4 to 22 November 2019 services were judged to be good.")
    (about,) = reported.mentions
    assert about.started
    assert about.ended
    assert (about.started.iso, about.ended.iso) == ("2019-11-04", "2019-11-22")
