"""Which inspections the sentences of a paper speak of."""

import pytest

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, PartialDate
from ingest.wording.authorities import find_authority
from ingest.wording.inspections import (
    DocumentPassage,
    Mention,
    agrees,
    find_mentions,
    followed_inspection,
    frameworks_named,
    is_about_others,
    sentences,
    unite,
)

WEXCOMBE = find_authority("Wexcombe")


def mentions(*texts):
    found = find_mentions([DocumentPassage(text, Place(line=i)) for i, text in enumerate(texts, 1)], WEXCOMBE)
    return [mention.inspection for mention in found]


def facts(inspection: InspectionDraft | None):
    dates = (inspection.started, inspection.ended, inspection.published)
    return (inspection.framework, *(date and date.iso for date in dates))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ILACS took place in Wexcombe from 5 to 16 July 2021 and its report was published on 27 August 2021.",
            [("ilacs", "2021-07-05", "2021-07-16", "2021-08-27")],
        ),
        (
            "Ofsted inspected children's services from 9 to 20 September 2019.",
            [("ilacs", "2019-09-09", "2019-09-20", None)],
        ),
        (
            "The July 2013 unannounced inspection of services for looked after children.",
            [("lac", "2013-07", None, None)],
        ),
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
        ("The SEND inspection took place in May 2023.", [("send", "2023-05", None, None)]),
        ("The Joint Area Review took place in May 2007.", [("jar", "2007-05", None, None)]),
        (
            "The inspection of the protection of children and of looked after children's services was in May 2013.",
            [("child-protection", "2013-05", None, None)],
        ),
        ("The inspection took place in May 2013.", [(None, "2013-05", None, None)]),
        (
            "Children's services were re-inspected from 6th to 30th May 2017.",
            [("sif", "2017-05-06", "2017-05-30", None)],
        ),
        ("Children's services were inspected in May 2012.", [(None, "2012-05", None, None)]),
        ("The APA was published on 12 December 2007.", [("apa", None, None, "2007-12-12")]),
        ("This paper is about the 2006 annual performance assessment.", [("apa", "2006", None, None)]),
        (
            "The inspection of safeguarding and looked after children services was held from 3 to 14 May 2010.",
            [("slac", "2010-05-03", "2010-05-14", None)],
        ),
        (
            "The unannounced inspection of contact, referral and assessment took place on 4 and 5 May 2010.",
            [("ucra", "2010-05-04", "2010-05-05", None)],
        ),
        (
            "Between 7 and 18 November 2022, Ofsted inspected children's services.",
            [("ilacs", "2022-11-07", "2022-11-18", None)],
        ),
        (
            "From 28 November to 9 December 2022 a full ILACS took place in Wexcombe.",
            [("ilacs", "2022-11-28", "2022-12-09", None)],
        ),
        ("On 6th and 7th March 2019 there was a focused visit.", [("focused-visit", "2019-03-06", "2019-03-07", None)]),
        ("The ILACS (7th - 18th November 2022) found much.", [("ilacs", "2022-11-07", "2022-11-18", None)]),
        ("The 7\u201318 November 2022 ILACS found much.", [("ilacs", "2022-11-07", "2022-11-18", None)]),
        (
            "The ILACS was held on Monday 7 to Friday 18 November 2022.",
            [("ilacs", "2022-11-07", "2022-11-18", None)],
        ),
        (
            "The ILACS inspection took place when all were there, and was published on 27 August 2019.",
            [("ilacs", None, None, "2019-08-27")],
        ),
        (
            "Ofsted carried out the ILACS from 5 to 16 July 2021 and published its report on 27 August 2021.",
            [("ilacs", "2021-07-05", "2021-07-16", "2021-08-27")],
        ),
        (
            "On 3 March 2008, ahead of the Joint Area Review, there was an unannounced inspection.",
            [(None, "2008-03-03", None, None)],
        ),
        (
            "A letter on its SEND re-visit on the 2 - 4 March 2021 was published by Ofsted on the 3 May 2021.",
            [("send-2016", "2021-03-02", "2021-03-04", "2021-05-03")],
        ),
        ("In September 2019 an Ofsted/CQC re-visit took place.", [(None, "2019-09", None, None)]),
        ("The SEND re-visit took place in the week of September 26th, 2019.", []),
        ("The JTAI took place 18 - 22 November 2019.", [("jtai", "2019-11-18", "2019-11-22", None)]),
        ("It was the last inspection before the Joint Area Review in May 2008.", [("jar", "2008-05", None, None)]),
        ("The last ILACS was in 2019 and the last focused visit later.", [("ilacs", "2019", None, None)]),
        ("The previous Ofsted inspection (SIF) in 2015 was short.", [("sif", "2015", None, None)]),
        (
            "The Special Educational Needs and Disabilities (SEND) inspection took place in December 2017.",
            [("send-2016", "2017-12", None, None)],
        ),
        (
            "The SIF inspection in January 2016 was followed by the ILACS in November 2018, published on 7 January "
            "2019.",
            [("sif", "2016-01", None, None), ("ilacs", "2018-11", None, "2019-01-07")],
        ),
        ("Ofsted inspected 43 local authorities in March 2015.", []),
        ("Of the 11 areas, eight were inspected since the resumption of inspections in June 2021.", []),
        ("Had Ofsted carried out an inspection in May 2021, services would have been inadequate.", []),
        ("Ofsted inspected Wexcombe Council's children's services from 5 to 16 February 2024.",
         [("ilacs", "2024-02-05", "2024-02-16", None)]),
        ("Ofsted's inspection of children's social care in May 2023 was the first.",
         [("ilacs", "2023-05", None, None)]),
        ("An inspection of the quality of children's services in May 2023 was the first.",
         [(None, "2023-05", None, None)]),
        ("Inspectors will return in May 2021 for a monitoring visit.", []),
    ],
)  # fmt: skip
def test_a_sentence_gives_framework_and_dates_as_printed(text, expected):
    assert [facts(inspection) for inspection in mentions(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The first monitoring visit will take place on 18 and 19 March 2020.",
        "The joint area review is due to take place in May 2006.",
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
    first = "An inspection took place between 15 and 19 July 2013."
    for second in (
        "The report was published on 23 August 2013.",
        "Report published 23 August 2013.",
        "Ofsted published its report on 23 August 2013.",
        "The report was published by Ofsted on 23 August 2013.",
    ):
        (found,) = mentions(f"{first} {second}")
        assert facts(found)[1:] == ("2013-07-15", "2013-07-19", "2013-08-23")
    (found,) = mentions(f"{first} The plan was published on 23 August 2013.")
    assert facts(found)[3] is None


def test_a_mention_keeps_the_sentence_and_where_it_stands():
    sentence = "The ILACS inspection took place in July 2018."
    (mention,) = find_mentions(
        [DocumentPassage("All is well.", Place(1)), DocumentPassage(f"We met. {sentence}", Place(2))], WEXCOMBE
    )
    draft = InspectionDraft("ilacs", PartialDate("2018-07", "July 2018"), None, None, place=Place(2), printed=sentence)
    assert mention == Mention(draft, 1, sentence)


def test_inspections_of_other_authorities_count_only_where_none_is_asked_for():
    passage = DocumentPassage("The ILACS inspection of Lambeth took place in May 2019.", Place(1))
    assert find_mentions([passage], WEXCOMBE) == ()
    assert len(find_mentions([passage], None)) == 1
    assert len(find_mentions([passage], find_authority("Lambeth"))) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It is done. All agree.", ("It is done.", "All agree.")),
        ("It is done.) ‘All’ agree.", ("It is done.", "‘All’ agree.")),
        ("Dr. Ash met Mr. Bell about No. 7 today", ("Dr. Ash met Mr. Bell about No. 7 today",)),
        ("in 3.5 weeks. then later", ("in 3.5 weeks. then later",)),
        ("", ()),
    ],
)
def test_sentences_end_before_a_capital_and_not_behind_a_title(text, parts):
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("Schools were inspected in May 2019.", True),
        ("The inspection of the children's home", True),
        ("The inspection of children's services and schools", False),
        ("The inspection was in May 2019.", False),
    ],
)
def test_a_sentence_that_names_only_schools_and_homes_is_about_others(sentence, others):
    assert is_about_others(sentence) is others


@pytest.mark.parametrize(
    ("sentence", "year", "codes"),
    [
        ("The ILACS inspection", 2016, ()),
        ("The ILACS inspection", None, ("ilacs",)),
        ("the joint area review", 2005, ("jar",)),
        ("the joint area review", 2015, ()),
        ("the SEND inspection", 2022, ("send-2016",)),
        ("the SEND inspection", None, ("send",)),
        ("the JTAI and the monitoring visit", 2020, ("jtai", "monitoring-visit")),
        ("the review", 2020, ()),
    ],
)
def test_a_framework_is_named_only_in_the_years_of_its_use(sentence, year, codes):
    assert frameworks_named(sentence, year) == codes


def draft(framework=None, started=None, ended=None, published=None, line=None):
    first, last, printed = (PartialDate(iso) if iso else None for iso in (started, ended, published))
    return InspectionDraft(framework, first, last, printed, place=Place(line=line), printed=f"line {line}")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (draft("ilacs", "2019-07-08"), draft("ilacs", "2019-07"), True),
        (draft("ilacs", "2019"), draft(None, "2019-07"), True),
        (draft("ilacs", "2019-07"), draft("sif", "2019-07"), False),
        (draft("ilacs", "2019-07"), draft("ilacs", "2019-06"), False),
        (draft("ilacs", "2019-07"), draft("ilacs", None, None, "2019-08-27"), False),
        (draft("ilacs", None, None, "2019-08-27"), draft("ilacs", "2019-08"), True),
        (draft("ilacs", None, None, "2019-08-27"), draft("ilacs", "2019-08", "2019-09"), False),
        (draft("ilacs", "2019-07-08", "2019-07-26"), draft("ilacs", "2019-07-08", "2019-07-19"), False),
        (draft("ilacs", "2019-07-08", "2019-07-26"), draft("ilacs", "2019-07-08"), True),
        (draft("ilacs", "2019-06", None, "2019-08"), draft("ilacs", "2019-07", None, "2019-08"), False),
        (draft(), draft(), False),
    ],
)
def test_two_mentions_are_one_inspection_when_no_printed_date_contradicts(first, second, same):
    assert agrees(first, second) is same


def test_united_mentions_have_the_most_exact_dates_and_the_words_that_print_the_first_day():
    rough = draft(None, "2019", "2019-07-26", "2019-08-27", 1)
    exact = draft("ilacs", "2019-07-08", None, "2019", 2)
    united = unite([Mention(rough, 0, ""), Mention(exact, 1, "")])
    assert united == (draft("ilacs", "2019-07-08", "2019-07-26", "2019-08-27", 2),)


def test_of_mentions_that_are_equally_exact_the_first_gives_the_words():
    first, second = draft("ilacs", "2019-07", line=1), draft("ilacs", "2019-07", line=2)
    assert unite([Mention(second, 1, ""), Mention(first, 0, "")]) == (first,)


def test_a_day_that_only_one_mention_prints_is_taken_with_its_words():
    known, other = draft("ilacs", None, None, "2019-07-27", 1), draft(None, "2019-07", line=2)
    assert unite([Mention(known, 0, ""), Mention(other, 1, "")]) == (draft("ilacs", "2019-07", None, "2019-07-27", 2),)


def test_mentions_that_do_not_contradict_are_one_and_the_exact_one_is_kept():
    texts = (
        "Following an inspection of children's services in July 2019 much was done.",
        "It was the inspection that was carried out between 15 and 26 July 2019.",
        "The ILACS inspection took place from 8 July 2019 to 26 July 2019.",
    )
    found = find_mentions([DocumentPassage(text, Place(line=i)) for i, text in enumerate(texts, 1)], WEXCOMBE)
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
    assert facts(followed_inspection(known, "Update on improvement", day))[:2] == ("ilacs", "2018-07")
    assert facts(followed_inspection(known, "Update on the focused visit", day))[:2] == ("focused-visit", "2019-02")
    assert followed_inspection([], "Update", day) is None


def test_a_paper_follows_what_its_title_calls_send_under_the_framework_of_the_year():
    known = mentions("The SEND inspection took place in May 2017.", "The SEND re-visit took place in May 2019.")
    day = PartialDate("2020-01-14")
    assert facts(followed_inspection(known, "Update on SEND", day))[:2] == ("send-2016", "2019-05")
    assert followed_inspection(known, "Update", day) is None


def test_an_inspection_of_the_day_of_the_paper_day_is_followed_and_a_later_one_is_not():
    known = [draft("ilacs", "2018-07-02"), draft("ilacs", None, None, "2020-01-14"), draft("ilacs", "2020-01-15")]
    assert followed_inspection(known, "Update", PartialDate("2020-01-14")) == known[1]
    assert followed_inspection(known, "Update", None) == known[2]


def test_inspections_of_which_no_framework_is_told_are_followed_only_where_none_is_told():
    unnamed, visit, graded = draft(None, "2019-07"), draft("focused-visit", "2019-08"), draft("ilacs", "2018-07")
    assert followed_inspection([unnamed, visit], "Update", None) == unnamed
    assert followed_inspection([unnamed, visit, graded], "Update", None) == graded
    assert followed_inspection([visit], "Update", None) is None


def test_an_inspection_that_is_named_by_the_month_of_its_report_is_the_one_held_before() -> None:
    held = InspectionDraft("ilacs", PartialDate("2024-04-29"), PartialDate("2024-05-03"))
    named = InspectionDraft("ilacs", PartialDate("2024-07"))
    assert facts(unite([Mention(named, 0, ""), Mention(held, 1, "")])[0]) == ("ilacs", "2024-04-29", "2024-05-03", None)
    visits = [InspectionDraft("monitoring-visit", one.started, one.ended) for one in (held, named)]
    later = InspectionDraft("ilacs", PartialDate("2025-07"))
    assert not agrees(*visits)
    assert not agrees(held, later)


def test_a_paper_follows_the_inspection_of_the_month_in_its_title() -> None:
    visit = InspectionDraft("focused-visit", PartialDate("2021-05-18"))
    before = InspectionDraft("ilacs", PartialDate("2018-06-04"))
    found = (before, visit)
    assert followed_inspection(found, "May 2021 feedback of inspectors", None) == visit
    assert followed_inspection(found, "Feedback of inspectors", None) == before
    assert followed_inspection(found, "Feedback of inspectors in 2021", None) == before
