"""The days of inspections and of the publication of their reports, in sentences of papers."""

import pytest

from ingest.wording.inspection_days import inspection_days, publication_date
from tests.growth import grows_with_the_text


def days(sentence):
    return [(one.started and one.started.iso, one.ended and one.ended.iso) for one in inspection_days(sentence)]


def published(sentence, following=""):
    found = publication_date(sentence, following)
    return found and found.iso


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The report said that between 6 December and 10 December 2021, Ofsted and the CQC conducted a joint "
            "inspection of the area.",
            [("2021-12-06", "2021-12-10")],
        ),
        ("On 3 and 4 March 2020 inspectors from Ofsted made a focused visit.", [("2020-03-03", "2020-03-04")]),
        ("The inspection started on 14 January and finished on 25 January 2019.", [("2019-01-14", "2019-01-25")]),
        (
            "The inspection team arrived on 11 September 2023 and left on 22 September 2023.",
            [("2023-09-11", "2023-09-22")],
        ),
        ("The inspection team was on site 12/06/2023 to 23/06/2023.", [("2023-06-12", "2023-06-23")]),
        ("The second monitoring visit, held on 13 and 14 November 2018, was short.", [("2018-11-13", "2018-11-14")]),
        ("The last full inspection, which was in November 2016, was of all services.", [("2016-11", None)]),
        ("The dates of the inspection were 3 to 14 June 2019.", [("2019-06-03", "2019-06-14")]),
        ("Inspection dates: 3 June 2019 to 14 June 2019", [("2019-06-03", "2019-06-14")]),
        ("The visit letter, and the monitoring visit in May 2021 and a letter on 3 June 2021", [("2021-05", None)]),
        ("The focused visit in May 2021 (4 and 5 May 2021) was short.", [("2021-05-04", "2021-05-05")]),
        ("Ofsted ILACS 3-14 June 2019", [("2019-06-03", "2019-06-14")]),
        (
            "An unannounced inspection of contact, referral and assessment arrangements on 6 and 7 July 2010.",
            [("2010-07-06", "2010-07-07")],
        ),
        (
            "The announced inspection of safeguarding services took place on 8 November 2010.",
            [("2010-11-08", None)],
        ),
        (
            "The inspection was triggered by a telephone call on Monday 4 July 2022 and inspectors arrived on site on "
            "11 July 2022.",
            [("2022-07-11", None)],
        ),
        (
            "The SIF inspection in January 2016 was followed by an ILACS inspection in November 2018.",
            [("2016-01", None), ("2018-11", None)],
        ),
        (
            "The inspection (4 to 15 March 2019) and the focused visit (5 and 6 February 2020) agree.",
            [("2019-03-04", "2019-03-15"), ("2020-02-05", "2020-02-06")],
        ),
        ("The JTAI of the response to neglect in November 2017 was the first.", [("2017-11", None)]),
        ("Members received a report on the inspection which took place on 5 May 2021.", [("2021-05-05", None)]),
        ("The committee considered the outcome of the Ofsted inspection in May 2021.", [("2021-05", None)]),
    ],
)
def test_a_sentence_tells_the_days_of_each_inspection(sentence, expected):
    assert days(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The action plan in response to the inspection was submitted to Ofsted on 4 May 2021.",
        "The Ofsted inspection action plan was approved on 3 June 2021.",
        "Preparation for inspection was discussed at the meeting held on 11 March 2020.",
        "The inspection report was considered by the committee on 11 March 2020.",
        "Following the inspection report presented to Cabinet in June 2018, work went on.",
        "Ofsted gave formal feedback on the inspection on 14 May 2021.",
        "Members were briefed about the focused visit on 5 and 6 May 2021.",
        "Since the inspection the Director left in July 2021.",
        "A mock inspection was carried out by Wexcombe in May 2021.",
        "The peer review took place in May 2021 ahead of the Ofsted inspection.",
        "Following the inspection a peer review was carried out in May 2021.",
        "Following the inspection, a restructure of the service was completed in March 2020.",
        "An annual conversation with Ofsted took place on 5 April 2022, before the ILACS inspection.",
        "The inspection looked at cases opened between March and June 2019.",
        "The inspection covers the period from April 2018 to March 2019.",
        "The ILACS inspection found that the number of children in care rose from 300 in March 2018.",
        "In March 2020 the council's inspection readiness was reviewed.",
        "Ofsted announced its inspection on 3 June 2019.",
        "The inspection ended on 19 November 2010.",
        "The announced inspection was completed on 19 November 2010.",
        "Outcome of Ofsted inspection - 26 July 2019",
        "Cabinet considered the inspection report on 5 May 2021.",
    ],
)
def test_the_day_of_something_else_is_none_of_an_inspection(sentence):
    assert days(sentence) == []


def test_a_sentence_of_many_inspections_takes_as_long_again_as_it_is_long():
    for unit in ("the inspection in May 2019 and ", "the inspection report in May 2019 and "):
        assert grows_with_the_text(lambda text: list(inspection_days(text)), unit, 3_000)


def test_no_inspection_of_a_long_sentence_is_lost():
    assert len(days("the inspection in May 2019 and " * 100)) == 100


def test_days_far_apart_are_those_of_several_visits():
    assert days("The monitoring visits were carried out on 5 May 2016, 6 September 2016 and 10 January 2017.") == [
        ("2016-05-05", None)
    ]


def test_what_names_the_inspection_goes_with_its_days():
    first, second = inspection_days("The SIF inspection in January 2016 was followed by the ILACS in November 2018.")
    assert "SIF" in first.named
    assert "ILACS" in second.named
    assert "SIF" not in second.named


@pytest.mark.parametrize(
    ("sentence", "following", "expected"),
    [
        ("Ofsted's letter about the focused visit of 4 March 2019 was published on 2 April 2019.", "", "2019-04-02"),
        ("Ofsted published the report of its inspection of services in Wexcombe on 26 April 2022.", "", "2022-04-26"),
        ("The inspection took place in May 2019.", "The report was published on 2 July 2019.", "2019-07-02"),
        ("The APA letter of November 2007 was short.", "", "2007-11"),
        ("The council's response to the inspection was published on 4 March 2020.", "", None),
        (
            "The council's plan, published in June 2019, answers the inspection report published in March 2019.",
            "",
            "2019-03",
        ),
    ],
)
def test_the_day_of_publication_is_that_of_the_inspectors_report(sentence, following, expected):
    assert published(sentence, following) == expected
