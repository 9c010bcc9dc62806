"""Words of a paper that seem to tell a grade and cannot be read for certain: a notice tells of them."""

import pytest

from ingest.blocks import Place
from ingest.drafts import PartialDate
from ingest.structure.paper_grades import PaperReader
from ingest.wording.inspections import DocumentPassage
from inspections.notice_codes import NoticeCode
from tests.ingest.structure.papers import ILACS, OWN, mentioned, read, read_all, told


def test_words_that_are_not_read_are_doubted_beside_those_that_are() -> None:
    reader = read("Children's services were judged good in 2017 and remained outstanding in 2022.")
    assert told(reader) == [("2017", "overall-effectiveness", "good")]
    assert [notice.code for notice in reader.notices] == ["reported-unclear"]


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


def test_a_judgement_of_a_time_to_come_is_doubted() -> None:
    reader = PaperReader((), (ILACS,), ILACS, None, PartialDate("2022-10-04"))
    assert reader.read(
        0, DocumentPassage("Children's services are to be judged good, and were judged good in 2025.", Place())
    )
    assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])
    assert not reader.read(0, DocumentPassage("Plans grew.", Place()))


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


def test_a_grade_without_a_service_is_doubted() -> None:
    reader = read_all("Requires improvement")
    assert told(reader) == []
    assert [notice.code for notice in reader.notices] == ["reported-unclear"]
