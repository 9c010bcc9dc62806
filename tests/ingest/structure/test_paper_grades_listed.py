"""The grades that lists and tables of a paper tell, each of its inspection."""

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, PartialDate
from ingest.structure.grade_tables import TabledGrade
from ingest.structure.paper_grades import PaperReader
from ingest.wording.authorities import find_authority
from ingest.wording.inspections import DocumentPassage
from tests.ingest.structure.papers import ALL_OF_NOW, ILACS, VISIT, mentioned, read_all, told

LED_TO = ("The judgements were as follows:", "Leadership Good", "Care leavers", "Inadequate", "Adoption is a service.")


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


def test_a_table_without_an_inspection_is_doubted() -> None:
    reader = PaperReader((), (), None, None)
    reader.read_table(
        DocumentPassage("", Place(line=3), "a"), [TabledGrade("adoption", "", "good", "", None, "Grade", Place())]
    )
    assert (told(reader), [notice.line for notice in reader.notices]) == ([], [3])


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
