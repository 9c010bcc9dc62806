"""Which inspections a sentence speaks of."""

import pytest

from ingest.wording.earlier.events import awards, events_in, framework_of, judges, whole_service_in
from ingest.wording.earlier.tokens import tokens

Found = list[tuple[str | None, tuple[str, ...]]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The previous inspection of adoption was in May 2012.", [("2012-05", ("adoption",))]),
        ("The last adoption inspection was in May 2012.", [("2012-05", ("adoption",))]),
        ("Since the 2015 inspection, much has changed.", [("2015", ())]),
        ("The inspection in October 2010, which was short.", [("2010-10", ())]),
        ("Since the inspection, in 2012 the council was judged good.", []),
        ("Since the last inspection leaders have acted.", [(None, ())]),
        ("During the inspection leaders acted.", []),
        ("This inspection in 2016 found little.", []),
        ("Adoption was last inspected in May 2012.", [("2012-05", ("adoption",))]),
        ("In 2013 Ofsted inspected adoption.", [("2013", ("adoption",))]),
        ("The last inspection of children's services was in 2015.", [("2015", ())]),
        ("the inspection of safeguarding and looked after children in 2011", [
            ("2011", ("help-and-protection", "children-in-care")),
        ]),
    ],
)  # fmt: skip
def test_an_earlier_inspection_has_its_date_and_what_was_inspected(sentence: str, found: Found) -> None:
    assert [(e.date.iso if e.date else None, e.parts) for e in events_in(tokens(sentence))] == found


def test_an_inspection_of_another_body_is_one_of_others() -> None:
    (event,) = events_in(tokens("The last inspection of the fostering service was in May 2012."))
    assert event.others


def test_the_day_of_a_report_is_that_of_its_publication() -> None:
    (event,) = events_in(tokens("The last inspection was published in May 2012."))
    assert event.published


def test_a_framework_counts_only_in_the_years_in_which_it_was_in_use() -> None:
    protection = "arrangements for the protection of children"
    assert framework_of(f"inspection of {protection}", 2012) == ("child-protection", True)
    assert framework_of(f"inspection of {protection}", 2011) == (None, False)
    assert framework_of("inspection of services for looked after children", 2013) == ("lac", True)
    assert framework_of("single inspection", 2010) == (None, False)
    assert framework_of("last inspection", None) == (None, False)
    assert [whole_service_in(year) for year in (2012, 2013, 2015, 2018, 2021)] == [None, None, "sif", None, "ilacs"]


def test_scales_and_domains_are_those_of_the_framework() -> None:
    assert (awards("sif", "adequate"), awards("sif", "good"), awards(None, "adequate")) == (False, True, True)
    assert (judges("sif", "adoption"), judges("ilacs", "adoption")) == (True, False)
