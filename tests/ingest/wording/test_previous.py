"""The grades of earlier inspections that reports tell: each to the domain and inspection that its own words name."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.wording.dates import last_day
from ingest.wording.earlier.previous_inspections import PreviousInspection
from ingest.wording.previous import Doubted, PreviousReader
from tests.ingest.wording.more_sentences_about_earlier import LESS_OFTEN_TOLD
from tests.ingest.wording.sentences_about_earlier import (
    ADOPTION,
    CARE,
    HELP,
    LEADERSHIP,
    LEAVERS,
    NONE,
    OVERALL,
    RI,
    TOLD,
    UNCLEAR,
    Fact,
)
from tests.ingest.wording.series_about_earlier import TOLD_IN_PART_OF_SERIES, TOLD_IN_SERIES, UNCLEAR_IN_SERIES
from tests.ingest.wording.unclear_about_earlier import NOT_OF_EARLIER, TOLD_IN_PART, UNCLEAR_IN_OTHER_WORDS

EVERY_TOLD = [*TOLD, *LESS_OFTEN_TOLD, *TOLD_IN_SERIES]


def read(text: str, heading: str = "", domain: str | None = None) -> list[PreviousInspection | Doubted]:
    return list(PreviousReader().read(text, heading, domain))


def facts(text: str, heading: str = "", domain: str | None = None) -> list[Fact]:
    """Framework, date, domain (that of the scope, if there is one) and grade of each; what is doubted is left out."""
    return [
        (
            found.framework,
            found.date.iso if found.date else None,
            found.part if found.scope else found.domain,
            found.grade,
        )
        for found in read(text, heading, domain)
        if isinstance(found, PreviousInspection)
    ]


def doubts(text: str, heading: str = "", domain: str | None = None) -> int:
    return sum(isinstance(found, Doubted) for found in read(text, heading, domain))


@pytest.mark.parametrize("heading", ["", "Other Ofsted inspections"])
@pytest.mark.parametrize(("text", "found"), EVERY_TOLD)
def test_each_grade_goes_to_the_inspection_and_domain_that_its_sentence_names(
    text: str, found: list[Fact], heading: str
) -> None:
    assert facts(text, heading) == found


@pytest.mark.parametrize("text", [text for text, found in EVERY_TOLD if found])
def test_what_is_read_is_not_doubted(text: str) -> None:
    assert doubts(text) == 0


@pytest.mark.parametrize("text", [*UNCLEAR, *UNCLEAR_IN_OTHER_WORDS, *UNCLEAR_IN_SERIES])
def test_what_is_not_clear_gives_no_grade_and_is_told(text: str) -> None:
    assert (facts(text), doubts(text)) == ([], 1)


@pytest.mark.parametrize("text", [*TOLD_IN_PART, *TOLD_IN_PART_OF_SERIES])
def test_where_one_of_two_grades_is_read_the_other_is_told(text: str) -> None:
    assert (len(facts(text)), doubts(text)) == (1, 1)


@pytest.mark.parametrize("text", [*NONE, *NOT_OF_EARLIER])
def test_other_bodies_this_inspection_and_hopes_are_passed_over(text: str) -> None:
    assert read(text) == []


def test_a_grade_keeps_its_printed_words() -> None:
    told = "The last inspection of Kent\u2019s services for looked after children was in May 2010."
    (found,) = read(f"{told} The council was judged to be \u2018Good\u2019.")
    assert isinstance(found, PreviousInspection)
    assert (found.domain_wording, found.grade_wording) == ("Kent\u2019s services for looked after children", "Good")
    assert found.printed == f"{told} The council was judged to be \u2018Good\u2019."


def test_a_list_by_domain_goes_to_the_inspection_whose_report_was_published() -> None:
    text = (
        "The last inspection of children's services was published in June 2015. The judgements for the local authority "
        "were: Overall effectiveness: inadequate Adoption performance: good Experiences and progress of care leavers: "
        "requires improvement to be good."
    )
    assert facts(text) == [
        ("sif", "2015-06", OVERALL, "inadequate"),
        ("sif", "2015-06", ADOPTION, "good"),
        ("sif", "2015-06", LEAVERS, RI),
    ]
    assert all(isinstance(found, PreviousInspection) and found.published for found in read(text))


@pytest.mark.parametrize(
    "items",
    [
        ("Overall effectiveness: inadequate", "Adoption – good"),
        ("overall effectiveness was inadequate;", "ADOPTION was GOOD."),
        ("inadequate for overall effectiveness", "good for adoption"),
        ("Overall effectiveness (inadequate)", "Adoption (good)"),
    ],
)
def test_items_behind_an_announcement_belong_to_its_inspection(items: tuple[str, str]) -> None:
    reader = PreviousReader()
    told = [
        found
        for text in ("The last inspection was in May 2015. Ofsted judged:", *items, "Plans: good. Adoption is good.")
        for found in reader.read(text, "Previous inspections")
    ]
    assert [(f.domain, f.grade) for f in told if isinstance(f, PreviousInspection)] == [
        (OVERALL, "inadequate"),
        (ADOPTION, "good"),
    ]


def test_an_announcement_ends_with_its_section() -> None:
    reader = PreviousReader()
    assert list(reader.read("The last inspection was in May 2015. The judgements were:", "Inspections")) == []
    assert list(reader.read("Adoption: good", "Plans")) == []


def test_the_part_that_a_section_is_about_leaves_services_open() -> None:
    text = "Services have improved since the last inspection in 2019, when they were judged to be good."
    assert (facts(text, domain=LEAVERS), doubts(text, domain=LEAVERS)) == ([], 1)
    assert facts(text, domain=LEADERSHIP) == [("ilacs", "2019", OVERALL, "good")]


PIECES = (
    "the last inspection", "previous", "in 2015", "in May 2012", "of adoption", "safeguarding", "services", "they",
    "it", "for looked after children", "when", "was", "were", "judged to be", "judged", "as", "good", "inadequate",
    "requires improvement", "and", ",", ".", ":", "with", "Kent", "council", "homes", "at", "both", "since", "if",
    "overall effectiveness", "leadership", "judgement", "received", "Ofsted", "published", "from", "not", "which",
)  # fmt: skip
# In pieces alone a grade is hardly ever told: with clauses that tell one among them it is, and the others disturb it.
CLAUSES = (
    "at the last inspection in May 2012 leadership was judged good", "the last inspection in 2015 judged adoption good",
    "overall effectiveness was judged to be inadequate", "help and protection requires improvement", ". Ofsted judged",
)  # fmt: skip
WORDS_IN_ANY_ORDER = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(CLAUSES)), max_size=40).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(WORDS_IN_ANY_ORDER)
@example("both both at both")
@example("was judged good " * 50)
def test_words_in_any_order_give_only_known_grades_and_domains(text: str) -> None:
    for found in read(text):
        if isinstance(found, PreviousInspection):
            assert found.grade in {"good", "inadequate", RI}
            assert found.domain in {OVERALL, HELP, CARE, ADOPTION, LEADERSHIP}
            assert found.date is None or found.date.iso in {"2015", "2012-05", "2012", "2015-05"}


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_can_be_read(text: str, heading: str) -> None:
    read(f"inspection good {text}", heading)


@settings(deadline=None)
@given(st.sampled_from([text for text, found in EVERY_TOLD if found and len(text) < 200]), st.integers(0, 200))
def test_a_sentence_that_is_cut_off_gives_no_other_grade(text: str, at: int) -> None:
    whole = {(domain, grade) for _, _, domain, grade in facts(text)}
    cut = {(domain, grade) for _, _, domain, grade in facts(text[:at])}
    assert cut <= whole | {(OVERALL, grade) for _, grade in whole}


TOLD_IN_2015 = "The last inspection was in May 2015."


@pytest.mark.parametrize("heading", ["Previous inspections", "Other Ofsted inspections", "Earlier inspection results"])
def test_under_a_heading_of_past_inspections_short_items_are_a_list(heading: str) -> None:
    assert facts(f"{TOLD_IN_2015} Adoption: good.", heading) == [("sif", "2015-05", ADOPTION, "good")]
    assert facts("Adoption: good in 2014", heading) == [("sif", "2014", ADOPTION, "good")]
    with_its_own = f"{TOLD_IN_2015} Adoption: good. Leadership: inadequate in 2012."
    assert facts(with_its_own, heading) == [
        ("sif", "2015-05", ADOPTION, "good"), (None, "2012", LEADERSHIP, "inadequate"),
    ]  # fmt: skip
    assert facts(f"{TOLD_IN_2015} Adoption: good.", "Plans") == [("sif", "2015-05", ADOPTION, "good")]
    assert facts("The last inspection of homes was in May 2015. Adoption: good.", heading) == []
    assert facts(f"{TOLD_IN_2015} Adoption: good and so for many years and more and more and yet more.", heading) == []


def test_an_inspection_in_front_of_a_colon_announces_the_list_behind_it() -> None:
    assert facts("The inspection in 2015: adoption: good, leadership: inadequate.") == [
        ("sif", "2015", ADOPTION, "good"), ("sif", "2015", LEADERSHIP, "inadequate"),
    ]  # fmt: skip
    assert facts("Inspectors judged adoption: good in 2015 or so.") == []
    assert (facts("Adoption: good in 2015 or so."), doubts("Adoption: good in 2015 or so.")) == ([], 1)


def test_an_inspection_counts_until_another_sentence_or_inspection_is_told() -> None:
    assert facts(f"{TOLD_IN_2015} Plans grew. Adoption was judged good.") == []
    text = f"{TOLD_IN_2015} Adoption was judged good. Leadership was judged inadequate."
    assert facts(f"{text} The last inspection of adoption was in 2012. It was judged good.") == [
        ("sif", "2015-05", ADOPTION, "good"),
        ("sif", "2015-05", LEADERSHIP, "inadequate"),
        (None, "2012", ADOPTION, "good"),
    ]


def test_grades_without_an_inspection_are_kept_for_papers_with_whether_inspectors_are_named() -> None:
    for sentence, tells in (("Adoption was judged good by Ofsted.", True), ("Adoption was judged good.", False)):
        reader = PreviousReader(keeps_untied=True)
        assert list(reader.read(sentence)) == []
        assert [(untied.sentence, untied.tells) for untied in reader.untied] == [(sentence, tells)]
        assert reader.left == []
        reader = PreviousReader()
        assert list(reader.read(sentence)) == []
        assert reader.untied == []


@pytest.mark.parametrize(
    ("sentence", "untied", "left"),
    [
        ("Adoption was judged good, with outstanding plans of leaders.", 1, 1),
        ("The judgements are: adoption good; leadership outstanding.", 2, 0),
        ("The judgements are: adoption good; plans outstanding.", 0, 1),
        ("Adoption was judged good and leadership remains good.", 1, 1),
    ],
)
def test_papers_know_which_sentences_have_a_grade_that_is_left(sentence: str, untied: int, left: int) -> None:
    reader = PreviousReader(keeps_untied=True)
    list(reader.read(sentence))
    assert (len(reader.untied), len(reader.left)) == (untied, left)


@pytest.mark.parametrize("what", ["Plans", "Roads and parks", "The records of meetings"])
def test_what_lies_in_a_place_is_not_the_place(what):
    assert facts(f"At the last inspection in May 2015, {what.lower()} in Kent were judged good.") == []
    assert facts("At the last inspection in May 2015, Kent was judged good.") == [("sif", "2015-05", OVERALL, "good")]


TOLD_BEFORE = "The last inspection of the council's services was in May 2015. "


@pytest.mark.parametrize(
    "text",
    [
        "Adoption was judged requries improvement at the last inspection in 2015.",
        "At the previous inspection in 2015 services were judged to be inadequte.",
        TOLD_BEFORE + "The council was judged to be oustanding.",
    ],
)
def test_a_misspelt_grade_is_told_in_the_words_that_are_printed(text: str) -> None:
    (found,) = read(text)
    assert isinstance(found, Doubted)
    assert found.sentence in text


def test_a_misspelt_word_beside_no_inspection_is_passed_over() -> None:
    assert read("Supervision requries improvement. The last inspection was in May 2015.") == []


@pytest.mark.parametrize("date", ["February 2018", "February2018"])
def test_a_month_without_a_space_in_front_of_its_year_is_a_date(date: str) -> None:
    (found,) = read(f"At the last inspection in {date} the council was judged to be good.")
    assert isinstance(found, PreviousInspection)
    assert found.date
    assert found.date.iso == "2018-02"


def test_a_sentence_that_only_lists_grades_goes_to_the_inspection_told_before_it() -> None:
    assert facts(TOLD_BEFORE + "Adoption: good. Leadership: good.") == [
        ("sif", "2015-05", ADOPTION, "good"),
        ("sif", "2015-05", LEADERSHIP, "good"),
    ]


def test_a_list_behind_an_inspection_that_names_no_service_is_read_and_the_grade_for_all_is_told() -> None:
    text = "Ofsted last inspected in January 2016. Overall: inadequate. Leadership: inadequate."
    assert (facts(text), doubts(text)) == ([("sif", "2016-01", LEADERSHIP, "inadequate")], 1)


def test_a_grade_in_a_list_that_names_no_service_is_told() -> None:
    text = "The inspection (May 2022) graded: leadership good; children in care good; overall requires improvement."
    assert ([domain for *_, domain, _ in facts(text)], doubts(text)) == ([LEADERSHIP, CARE], 1)


def test_what_was_judged_behind_an_inspection_without_a_date_is_told() -> None:
    before = "At the last single inspection the council was judged inadequate overall. "
    assert doubts(f"{before}Care leavers were judged good.") == 1
    assert doubts(f"{before}Care leavers are supported well, and their plans are good.") == 0


def test_a_grade_of_an_older_scale_behind_its_inspection_is_told() -> None:
    for told in ("The service was judged to be satisfactory.", "Performance was satisfactory."):
        assert doubts(f"The last inspection of adoption was in January 2012. {told}") == 1
    assert doubts("The last inspection of the home in 2012 was short. The home was judged satisfactory.") == 0
    assert doubts("The last inspection of adoption was in January 2016. Performance was satisfactory.") == 0


def test_services_that_were_good_behind_an_inspection_without_a_date_are_told() -> None:
    before = "At the last single inspection the council was judged inadequate overall. "
    assert doubts(f"{before}Care leavers' services were good in all areas.") == 1
    assert doubts(f"{before}Services for care leavers were good at planning.") == 0


def test_such_a_list_is_doubted_where_the_inspection_is_not_clear() -> None:
    told = "Inspectors saw that leaders had acted on the report of the inspection in May 2015. Adoption: good."
    assert (facts(told), doubts(told)) == ([], 1)


def test_a_list_without_an_earlier_inspection_is_passed_over() -> None:
    assert read("Leaders met families in May 2015. Adoption: good.") == []


@pytest.mark.parametrize(
    ("held", "started", "ended"),
    [
        ("on 4 to 22 November 2019", "2019-11-04", "2019-11-22"),
        ("on 6th to 30th March 2017", "2017-03-06", "2017-03-30"),
        ("(6\u201330 March 2017)", "2017-03-06", "2017-03-30"),
        (", from 27 February to 16 March 2018,", "2018-02-27", "2018-03-16"),
        (", which was from 29 November 2021 to 10 December 2021,", "2021-11-29", "2021-12-10"),
        ("between 29 November and 10 December 2021,", "2021-11-29", "2021-12-10"),
        ("on 5 and 6 June 2019", "2019-06-05", "2019-06-06"),
        ("on 5 June 2019", "2019-06-05", None),
        ("in June 2019", "2019-06", None),
    ],
)
def test_an_inspection_of_several_days_began_on_the_first_and_ended_on_the_last(
    held: str, started: str, ended: str | None
) -> None:
    (found,) = read(f"At the last inspection {held} services were judged to be good.")
    assert isinstance(found, PreviousInspection)
    assert found.date
    ends = last_day(found.date)
    assert (found.date.iso, ends and ends.iso) == (started, ended)


def test_two_visits_on_days_of_their_own_are_no_range() -> None:
    assert facts("Inspectors came on 26 February and 12 March 2019 and judged services to be good.") == []
