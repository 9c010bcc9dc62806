"""Which inspections the sentences of a paper speak of."""

import pytest

from ingest.blocks import Place
from ingest.drafts import PartialDate
from ingest.wording.authorities import find_authority
from ingest.wording.inspections import Passage, find_mentions, followed, unite

WEXCOMBE = find_authority("Wexcombe")


def mentions(*texts):
    found = find_mentions([Passage(text, Place(line=i)) for i, text in enumerate(texts, 1)], WEXCOMBE)
    return [mention.inspection for mention in found]


def facts(inspection):
    dates = (inspection.started, inspection.ended, inspection.published)
    return (inspection.framework, *(date and date.iso for date in dates))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ILACS took place in Wexcombe from 5 to 16 July 2021 and its report was published on 27 August 2021.",
            [("ilacs", "2021-07-05", "2021-07-16", "2021-08-27")],
        ),
        ("Ofsted inspected children's services from 9 to 20 September 2019.", [("ilacs", "2019-09-09", "2019-09-20", None)]),
        ("The July 2013 unannounced inspection of services for looked after children.", [("lac", "2013-07", None, None)]),
        ("Ofsted's inspection report of 27 August 2019 says so.", [(None, None, None, "2019-08-27")]),
        ("Ofsted's report of 31 October 2019 says so.", [(None, None, None, "2019-10-31")]),
        ("Ofsted focussed visit February 2019", [("focused-visit", "2019-02", None, None)]),
        (
            "It was judged inadequate in 2013 after 2 inspections, of the protection of children and of looked after "
            "children's services.",
            [("child-protection", "2013", None, None), ("lac", "2013", None, None)],
        ),
        ("The local area SEND inspection took place in December 2017.", [("send-2016", "2017-12", None, None)]),
        ("The SEND inspection took place in May 2024.", [("send", "2024-05", None, None)]),
    ],
)  # fmt: skip
def test_a_sentence_gives_framework_and_dates_as_printed(text, expected):
    assert [facts(inspection) for inspection in mentions(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The first monitoring visit will take place on 18 and 19 March 2020.",
        "The inspection was carried out under section 136 of the Education Act 2006.",
        "It was named in inspections since 2015.",
        "In January 2018 Ofsted launched a new framework of inspection.",
        "The inspection of Lambeth took place in May 2019.",
        "In July 2019 the Police had an inspection in Wexcombe in July 2019.",
        "She was appointed in September 2019, following the inspection.",
        "The council met in July 2019.",
    ],
)
def test_what_is_announced_or_speaks_of_something_else_is_no_inspection(text):
    assert mentions(text) == []


def test_the_day_of_publication_may_stand_in_the_next_sentence():
    (found,) = mentions(
        "An inspection took place between 15 and 19 July 2013. The report was published on 23 August 2013."
    )
    assert facts(found)[3] == "2013-08-23"


def test_mentions_that_do_not_contradict_are_one_and_the_exact_one_is_kept():
    texts = (
        "Following an inspection of children's services in July 2019 much was done.",
        "It was the inspection that was carried out between 15 and 26 July 2019.",
        "The ILACS inspection took place from 8 July 2019 to 26 July 2019.",
    )
    found = find_mentions([Passage(text, Place(line=i)) for i, text in enumerate(texts, 1)], WEXCOMBE)
    united = [(facts(inspection), inspection.place.line) for inspection in unite(found)]
    assert (("ilacs", "2019-07-08", "2019-07-26", None), 3) in united
    assert len(united) == 2


def test_a_paper_follows_the_inspection_of_its_title_else_the_latest_graded_one_before_it():
    known = mentions(
        "The focused visit took place in February 2019.",
        "The ILACS inspection took place in July 2018.",
        "The ILACS inspection took place in July 2021.",
    )
    day = PartialDate("2020-01-14")
    assert facts(followed(known, "Update on improvement", day))[:2] == ("ilacs", "2018-07")
    assert facts(followed(known, "Update on the focused visit", day))[:2] == ("focused-visit", "2019-02")
    assert followed([], "Update", day) is None
