"""The grades that the passages of a paper report."""

import pytest

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, PartialDate
from ingest.structure.grade_tables import TabledGrade
from ingest.structure.paper_grades import PaperReader
from ingest.wording.authorities import find_authority
from ingest.wording.inspections import DocumentPassage, find_mentions, unite
from inspections.notice_codes import NoticeCode

ILACS = InspectionDraft("ilacs", PartialDate("2022-07-04"), None, PartialDate("2022-09-21"))
LAC = InspectionDraft("lac", PartialDate("2013-07"))
VISIT = InspectionDraft("monitoring-visit", PartialDate("2024-02-21"))


def read(text: str, own: InspectionDraft | None = ILACS, *others: InspectionDraft) -> PaperReader:
    known = tuple(one for one in (own, *others) if one)
    reader = PaperReader((), known, own, find_authority("Kent"))
    reader.read(0, DocumentPassage(text, Place(line=7), "para-1"))
    return reader


def told(reader: PaperReader) -> list[tuple[str, str, str]]:
    return [
        (about.started.iso if about and about.started else "", domain, grade)
        for about, domain, _, grade in reader.found
    ]


def test_a_dated_grade_goes_to_the_inspection_of_its_date_and_not_to_the_one_followed() -> None:
    assert told(read("Ofsted judged children's services inadequate in July 2022.", VISIT)) == [
        ("2022-07", "overall-effectiveness", "inadequate")
    ]
    assert told(read("Ofsted judged children's services inadequate in July 2022.")) == [
        ("2022-07-04", "overall-effectiveness", "inadequate")
    ]
    assert told(read("The council was judged good at the last inspection in 2018.", VISIT, ILACS)) == [
        ("2018", "overall-effectiveness", "good")
    ]


def test_a_grade_without_a_date_goes_to_the_inspection_followed_if_that_gives_grades() -> None:
    text = "Ofsted judged children's services to be inadequate."
    assert told(read(text)) == [("2022-07-04", "overall-effectiveness", "inadequate")]
    assert told(read(text, VISIT)) == []


def test_the_grade_of_the_part_that_was_inspected_is_the_overall_grade() -> None:
    text = "Ofsted rated the looked after children's services as \u2018inadequate\u2019."
    assert told(read(text, LAC)) == [("2013-07", "overall-effectiveness", "inadequate")]
    assert told(read(text)) == [("2022-07-04", "children-in-care", "inadequate")]


def test_an_inspection_that_may_be_two_is_doubted() -> None:
    two = (InspectionDraft("lac", PartialDate("2013-07")), InspectionDraft("child-protection", PartialDate("2013-01")))
    reader = read("The council was judged inadequate in 2013.", None, *two)
    assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])


def test_grades_of_adoption_are_read_where_the_services_were_inspected_by_themselves() -> None:
    text = "Kent's adoption services were judged good in 2009 and outstanding in 2012."
    assert told(read(text)) == [("2009", "adoption", "good"), ("2012", "adoption", "outstanding")]
    assert told(read(text.replace("Kent", "Medway"))) == []


def test_the_grades_of_two_services_keep_their_scopes_where_their_inspection_is_named() -> None:
    text = (
        "The inspection of safeguarding and looked after children services in 2011 judged the overall effectiveness of "
        "safeguarding as adequate and of looked after children as good."
    )
    assert {key[1:] for key in read(text).found} == {
        ("overall-effectiveness", "safeguarding", "adequate"),
        ("overall-effectiveness", "looked-after", "good"),
    }
    (claim, _), *_ = read("Overall effectiveness of safeguarding was judged adequate in 2011.").found.values()
    assert (claim.domain, claim.scope) == ("help-and-protection", None)


def test_words_that_are_not_read_are_doubted_beside_those_that_are() -> None:
    reader = read("Children's services were judged good in 2017 and remained outstanding in 2022.")
    assert told(reader) == [("2017", "overall-effectiveness", "good")]
    assert [notice.code for notice in reader.notices] == ["reported-unclear"]


def test_other_authorities_and_other_bodies_are_passed_over() -> None:
    for text in (
        "Medway's services were judged good by Ofsted in 2019.",
        "Ofsted inspected the fostering service in 2019 and judged overall effectiveness good.",
    ):
        reader = read(text)
        assert (told(reader), reader.notices) == ([], [])


OWN = "2022-07-04"
ALL_OF_NOW = [
    (OWN, "overall-effectiveness", "requires-improvement"),
    (OWN, "leadership", "inadequate"),
    (OWN, "help-and-protection", "requires-improvement"),
    (OWN, "children-in-care-and-care-leavers", "good"),
]


def mentioned(*texts: str) -> PaperReader:
    """A reader that has read passages with the inspections that they mention."""
    kent, passages = (
        find_authority("Kent"),
        tuple(DocumentPassage(text, Place(line=at)) for at, text in enumerate(texts)),
    )
    mentions = find_mentions(passages, kent)
    reader = PaperReader(mentions, (ILACS, *unite(mentions)), ILACS, kent, PartialDate("2022-10-04"))
    for at, passage in enumerate(passages):
        reader.read(at, passage)
    return reader


def test_grades_of_now_are_not_those_of_an_inspection_that_is_named_behind_them() -> None:
    reader = mentioned(
        "The overall judgement was requires improvement to be good. Leadership was judged inadequate, help and "
        "protection requires improvement to be good, and children in care and care leavers good. At the previous "
        "inspection in 2019 the overall judgement had been good."
    )
    assert set(told(reader)) == {*ALL_OF_NOW, ("2019", "overall-effectiveness", "good")}
    assert reader.notices == []


def test_grades_in_lines_of_their_own_go_with_the_line_in_front_of_them() -> None:
    items = (
        "Leadership – Inadequate",
        "Help and protection: requires improvement",
        "Children in care and care leavers – Good",
    )
    reader = mentioned("Ofsted's overall judgement: requires improvement to be good", *items)
    assert (told(reader), reader.notices) == (ALL_OF_NOW, [])
    for before in ("Plans grew.", "At the previous inspection in 2019 leadership was judged good."):
        reader = mentioned("Ofsted rated the council good overall.", before, "Adoption: good")
        assert "adoption" not in {domain for _, domain, _ in told(reader)}
        assert [notice.code for notice in reader.notices] == ["reported-unclear"]


def test_a_list_that_judgements_announce_is_read() -> None:
    reader = mentioned(
        "The judgements are: overall effectiveness requires improvement to be good; leadership inadequate; help and "
        "protection requires improvement to be good; children in care and care leavers good."
    )
    assert (told(reader), reader.notices) == (ALL_OF_NOW, [])


@pytest.mark.parametrize(
    ("text", "domains"),
    [
        ("Overall effectiveness remains good, as in 2019.", []),
        ("Leadership has moved from good to outstanding.", []),
        ("Care leavers remain requires improvement to be good.", []),
        ("The sub-judgements were inadequate (leadership) and good (children in care and care leavers).",
         ["children-in-care-and-care-leavers"]),
        ("Ofsted's last inspection (2019) had found the council Good overall with Outstanding leadership.",
         ["overall-effectiveness"]),
        ("The council was rated Good in all four areas.", []),
        ("Services for children in care were good.", []),
        ("The inspection outcome was Good.", []),
        ("Overall effectiveness was judged good and leadership was judged good. It is now judged inadequate.",
         ["overall-effectiveness"]),
    ],
)  # fmt: skip
def test_a_grade_that_is_not_read_is_doubted(text: str, domains: list[str]) -> None:
    reader = mentioned(text)
    assert [domain for _, domain, _ in told(reader)] == domains
    assert [notice.code for notice in reader.notices] == ["reported-unclear"]


@pytest.mark.parametrize(
    "text",
    [
        "Our target is an overall judgement of outstanding.",
        "We aim to be judged good by 2025.",
        "Our self-assessment judged help and protection to be good.",
        "Leaders hope to be rated outstanding overall.",
        "The peer review judged leadership to be good.",
        "We predicted an overall judgement of good.",
        "An audit judged leadership to be good.",
        "At the inspection, leadership was judged good by partners.",
    ],
)
def test_what_a_council_thinks_of_itself_or_aims_at_is_doubted(text: str) -> None:
    reader = mentioned(text)
    assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])


def test_what_was_so_before_is_no_grade_of_now() -> None:
    reader = mentioned("Previously, overall effectiveness was judged inadequate. Ofsted now judges it good.")
    assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])


def test_what_goes_on_about_another_authority_is_passed_over() -> None:
    reader = mentioned(
        "Overall effectiveness was judged good. In Medway leadership was judged outstanding. It was judged good."
    )
    assert told(reader) == [(OWN, "overall-effectiveness", "good")]
    reader = mentioned("Overall effectiveness was judged good. Leadership was judged good.")
    assert told(reader) == [(OWN, "overall-effectiveness", "good"), (OWN, "leadership", "good")]


def test_sentences_behind_one_about_another_authority_are_doubted_until_one_comes_back() -> None:
    reader = mentioned("Medway Council was inspected in 2022. Leadership was judged outstanding.")
    assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])
    for back in ("Kent's overall effectiveness was judged good.", "Our overall effectiveness was judged good."):
        assert told(mentioned(f"Medway Council was inspected in 2022. {back}")) == [
            (OWN, "overall-effectiveness", "good")
        ]


def test_the_latest_inspection_is_not_the_one_told_of_before() -> None:
    for text in (
        "The latest inspection judged leadership to be good.",
        "Inspectors have now judged leadership to be good.",
    ):
        reader = mentioned(f"The previous inspection took place in 2019. {text}")
        assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])


def test_what_is_good_without_being_a_grade_is_passed_over() -> None:
    reader = mentioned("Care leavers have good plans.", "Our target is that plans are good.", "Schools were good.")
    assert (told(reader), reader.notices) == ([], [])


def test_a_table_gives_each_column_to_its_inspection() -> None:
    reader = PaperReader((), (ILACS,), ILACS, None)
    passage = DocumentPassage("", Place(line=3), "para-2")
    grades = [
        TabledGrade(domain, domain, grade, grade, PartialDate(year), year, Place(line=3))
        for domain, grade, year in (("leadership", "good", "2019"), ("leadership", "inadequate", "2022"))
    ]
    reader.read_table(passage, grades)
    assert told(reader) == [("2019", "leadership", "good"), ("2022-07-04", "leadership", "inadequate")]
    assert next(about.framework for about, *_ in reader.found if about) == "ilacs"


def test_a_column_of_another_authority_or_of_a_time_to_come_is_no_judgement() -> None:
    published = PartialDate("2022-10-04")
    columns = (("Kent 2022", "2022"), ("Medway 2019", "2019"), ("2025", "2025"))
    reader = PaperReader((), (ILACS,), ILACS, find_authority("Kent"), published)
    grades = [
        TabledGrade("leadership", "Leadership", "good", "Good", PartialDate(year), heading, Place(line=3))
        for heading, year in columns
    ]
    reader.read_table(DocumentPassage("", Place(line=3), "para-2"), grades)
    assert told(reader) == [("2022-07-04", "leadership", "good")]
    assert [notice.code for notice in reader.notices] == ["reported-unclear"]


def test_a_judgement_of_a_time_to_come_is_doubted() -> None:
    reader = PaperReader((), (ILACS,), ILACS, None, PartialDate("2022-10-04"))
    assert reader.read(
        0, DocumentPassage("Children's services are to be judged good, and were judged good in 2025.", Place())
    )
    assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])
    assert not reader.read(0, DocumentPassage("Plans grew.", Place()))


def test_a_table_without_an_inspection_is_doubted() -> None:
    reader = PaperReader((), (), None, None)
    reader.read_table(
        DocumentPassage("", Place(line=3), "a"), [TabledGrade("adoption", "", "good", "", None, "Grade", Place())]
    )
    assert (told(reader), [notice.line for notice in reader.notices]) == ([], [3])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We were rated Good by Ofsted in July 2022.", [("2022-07-04", "overall-effectiveness", "good")]),
        (
            "Ofsted judged us to be Good overall, with Outstanding for care leavers.",
            [("2022-07-04", "overall-effectiveness", "good"), ("2022-07-04", "care-leavers", "outstanding")],
        ),
    ],
)
def test_a_council_speaks_of_itself_as_we(text: str, found: list[tuple[str, str, str]]) -> None:
    reader = read(text)
    assert (told(reader), reader.notices) == (found, [])


@pytest.mark.parametrize(
    "text",
    [
        "The service is now Good.",
        "Good: overall effectiveness. Outstanding: leadership.",
        "The Council has moved from \u2018Inadequate\u2019 to \u2018Good\u2019.",
        "All judgements were Good except care leavers, which was Outstanding.",
        "Our partner, Essex, was rated Outstanding; Kent was rated Good.",
        "Essex is Outstanding; we are Good.",
        "Members noted the \u2018Good\u2019 outcome.",
    ],
)
def test_a_grade_that_cannot_be_given_to_one_service_and_inspection_is_told(text: str) -> None:
    reader = read(text)
    assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])


@pytest.mark.parametrize(
    "text",
    [
        "The Care Quality Commission judged the council Requires Improvement in 2024.",
        "Kent Fostering was rated Outstanding in 2022 by Ofsted.",
        "Essex (rated Outstanding) is our improvement partner.",
        "We have visited Essex, which is rated Outstanding.",
    ],
)
def test_what_is_said_of_other_services_and_authorities_alone_is_passed_over(text: str) -> None:
    reader = read(text)
    assert (told(reader), reader.notices) == ([], [])


def test_what_a_service_was_not_judged_gives_no_grade_and_is_told() -> None:
    reader = read("Ofsted inspected in July 2022. Adoption was the only area not judged inadequate.")
    assert told(reader) == []
    assert [notice.code for notice in reader.notices] == [NoticeCode.REPORTED_UNCLEAR]


@pytest.mark.parametrize(
    "text",
    [
        "Good ratings were given for leadership and help and protection, and an Outstanding rating for care leavers.",
        "Ofsted judged leadership to be good; in Essex it was inadequate.",
        "Two areas were outstanding: children in care and leadership.",
        "The council kept its good rating.",
        "Overall: good (was requires improvement).",
        "Help and protection: requires improvement (no change).",
        "The outcome for children in care was good and for care leavers outstanding.",
        "Services are good overall.",
        "Good was awarded for leadership, and requires improvement for care leavers.",
        "The report awards good to leadership and outstanding to care leavers.",
        "Ofsted found the experiences of care leavers to be mostly good.",
        "Ofsted has lifted the inadequate judgement on leadership.",
        "Leadership was judged inadequate in the inspection before.",
        "The first inspection judged leadership inadequate.",
    ],
)
def test_grades_in_words_that_are_not_read_are_doubted(text: str) -> None:
    reader = read(text)
    assert told(reader) == []
    assert [notice.code for notice in reader.notices] == [NoticeCode.REPORTED_UNCLEAR]


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted might have rated leadership as good.",
        "Members hoped for a good judgement on leadership.",
        "Had there been more time, leadership would have been judged good.",
        "Staff came from Essex, where leadership was judged good.",
        "Leaders have good plans in all areas.",
    ],
)
def test_hopes_and_other_authorities_are_passed_over(text: str) -> None:
    reader = read(text)
    assert (told(reader), reader.notices) == ([], [])


def test_a_grade_for_the_domains_behind_it_is_read_where_no_other_follows() -> None:
    reader = read("Ofsted graded the council good overall and outstanding for leadership.")
    assert [(domain, grade) for _, domain, grade in told(reader)] == [
        ("overall-effectiveness", "good"),
        ("leadership", "outstanding"),
    ]


def test_an_inspection_of_several_days_is_the_one_of_its_first_and_last_day() -> None:
    reader = read("The inspection on 6th to 30th March 2017 judged services to be good.", None)
    ((about, *_),) = reader.found
    assert about
    assert about.started
    assert about.ended
    assert (about.started.iso, about.ended.iso) == ("2017-03-06", "2017-03-30")


def read_all(*texts: str, own: InspectionDraft = ILACS, others: tuple[InspectionDraft, ...] = ()) -> PaperReader:
    reader = PaperReader((), (own, *others), own, find_authority("Kent"))
    for index, text in enumerate(texts):
        reader.read(index, DocumentPassage(text, Place(line=index), f"para-{index}"))
    return reader


LED_TO = ("The judgements were as follows:", "Leadership Good", "Care leavers", "Inadequate", "Adoption is a service.")


def test_a_list_that_words_lead_to_is_of_the_one_graded_inspection_that_is_spoken_of() -> None:
    assert told(read_all(*LED_TO)) == [
        ("2022-07-04", "leadership", "good"),
        ("2022-07-04", "care-leavers", "inadequate"),
    ]
    sif = InspectionDraft("sif", PartialDate("2015-06"))
    for doubted in (
        read_all(*LED_TO, others=(sif,)),
        read_all(*LED_TO, own=VISIT),
        read_all("The judgements of 2015 were as follows:", *LED_TO[1:]),
        read_all("The previous judgements were as follows:", *LED_TO[1:]),
        read_all("The judgements of Medway were as follows:", *LED_TO[1:]),
    ):
        assert told(doubted) == []
        assert doubted.notices


def test_the_last_item_of_a_list_may_run_into_what_stands_behind_the_list() -> None:
    reader = read_all(*LED_TO[:2], "Care leavers Inadequate The inspectors judged adoption to be good.")
    assert told(reader) == [
        ("2022-07-04", "leadership", "good"),
        ("2022-07-04", "care-leavers", "inadequate"),
        ("2022-07-04", "adoption", "good"),
    ]
    assert told(read_all("Care leavers Inadequate The council welcomed this.")) == []


def test_a_grade_without_a_service_is_doubted() -> None:
    reader = read_all("Requires improvement")
    assert told(reader) == []
    assert [notice.code for notice in reader.notices] == ["reported-unclear"]
