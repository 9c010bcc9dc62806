"""Reported judgements: to which inspection a quoted grade belongs."""

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.drafts import PartialDate
from ingest.structure.reported_judgements import judgements_in, reported_by_paper
from ingest.wording.inspections import DocumentPassage, find_mentions, unite


def test_a_grade_belongs_to_the_inspection_of_its_own_paragraph_and_to_none_of_an_earlier_one():
    passages = tuple(
        DocumentPassage(text, Place(line=number), f"s1-{number}")
        for number, text in enumerate(
            (
                "Wexcombe was judged inadequate in 2013, after the inspection of services for looked after children.",
                "The impact of leaders was judged to be inadequate.",
                "The minister has read Ofsted's report of the inspection that was carried out between 9 September and "
                "20 September 2019. It found that overall effectiveness was 'inadequate'.",
            ),
            1,
        )
    )
    mentions = find_mentions(passages, None)
    known = unite(mentions)
    own = next(inspection for inspection in known if inspection.started and inspection.started.iso == "2019-09-09")

    judgements, _ = judgements_in(passages, mentions, known, own, None)

    told = {
        (j.domain, j.grade, j.inspection.started.iso if j.inspection and j.inspection.started else "own")
        for j in judgements
    }
    assert ("overall-effectiveness", "inadequate", "own") in told
    assert ("leadership", "inadequate", "own") in told
    assert not any(domain == "leadership" and when == "2013" for domain, _, when in told)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspected the fostering service in June 2019 and judged overall effectiveness outstanding.",
        "The adult education service was inspected by Ofsted in May 2018. Overall effectiveness was judged good.",
        "Mill Lane Academy was inspected in May 2018. The inspection judged overall effectiveness to be inadequate.",
    ],
)
def test_what_goes_on_from_an_inspection_of_others_is_no_judgement(text):
    passages = (DocumentPassage(text, Place(line=1), "s1-1"),)
    mentions = find_mentions(passages, None)
    assert (mentions, judgements_in(passages, mentions, (), None, None)) == ((), ((), ()))


def test_children_s_services_behind_an_inspection_of_others_are_read():
    text = (
        "Mill Lane School was judged good in 2018. The inspection of children's services in June 2019 found that much "
        "has changed, and overall effectiveness was judged good."
    )
    passages = (DocumentPassage("Two schools are good.", Place(line=1), "a"), DocumentPassage(text, Place(line=2), "b"))
    mentions = find_mentions(passages, None)
    judgements, notices = judgements_in(passages, mentions, unite(mentions), None, None)
    assert [(j.grade, j.inspection and j.inspection.started.iso) for j in judgements] == [("good", "2019-06")]
    assert notices == ()


def test_a_grade_of_another_year_goes_to_the_inspection_of_that_year():
    text = "Ofsted inspected children's services in June 2019. In 2016 overall effectiveness was judged inadequate."
    passages = (DocumentPassage(text, Place(line=1), "a"),)
    mentions = find_mentions(passages, None)
    judgements, notices = judgements_in(passages, mentions, unite(mentions), None, None)
    assert [(j.grade, j.inspection and j.inspection.started.iso) for j in judgements] == [("inadequate", "2016")]
    assert notices == ()


def test_a_grade_of_another_year_is_not_given_to_the_inspection_that_is_spoken_of():
    text = "Ofsted inspected services in June 2019. Leaders recall 2016 and the rating, overall inadequate."
    passages = (DocumentPassage(text, Place(line=1), "a"),)
    mentions = find_mentions(passages, None)
    judgements, notices = judgements_in(passages, mentions, unite(mentions), None, None)
    assert judgements == ()
    assert [notice.code for notice in notices] == ["reported-unclear"]


def reported_with_table(sentence: str, *rows: tuple[str, ...]) -> tuple[list[tuple[str, str | None]], list[str]]:
    """The grades that a paper reports in a table behind a sentence, and the codes of its notices."""
    cells = tuple(TableRow(tuple(TableCell((text,)) for text in row)) for row in rows)
    table = Block(BlockKind.TABLE, "\n".join("\t".join(row) for row in rows), "", Place(line=3), rows=cells)
    before = Block(BlockKind.PARAGRAPH, sentence, sentence, Place(line=2))
    told = DocumentPassage("Ofsted inspected children's services in July 2022.", Place(line=1), "a")
    passages = (told, DocumentPassage(sentence, Place(line=2), "b"), DocumentPassage(table.text, Place(line=3), "c"))
    reported = reported_by_paper(passages, "", PartialDate("2022-10-04"), None, (before, table))
    return [(one.domain, one.grade) for one in reported.judgements], [notice.code for notice in reported.notices]


GRADED = (("Overall effectiveness", "Good"), ("Adoption", "Inadequate"))


def test_a_table_of_grades_is_read_unless_it_is_the_councils_own_view():
    both = [("overall-effectiveness", "good"), ("adoption", "inadequate")]
    head = ("Judgement", "Grade")
    assert reported_with_table("The judgements were:", head, *GRADED) == (both, [])
    assert reported_with_table("Our self-assessment is:", head, *GRADED) == ([], ["reported-unclear"])
    assert reported_with_table("Our journey:", ("Judgement", "Target by 2025"), *GRADED) == ([], [])


def test_a_table_whose_grades_cannot_be_told_is_doubted():
    rows = (("Authority", "Overall effectiveness"), ("Kent", "Good"), ("Medway", "Inadequate"))
    assert reported_with_table("The table shows:", *rows) == ([], ["reported-unclear"])
