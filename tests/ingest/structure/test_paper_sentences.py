"""What the sentences of a paper are about."""

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, PartialDate
from ingest.structure.paper_sentences import (
    about_children_in,
    fits_year,
    given_by,
    graded_frameworks,
    of_adoption,
    spoken_of,
    states,
)
from ingest.wording.inspections import DocumentPassage, Mention
from ingest.wording.previous import PreviousReader

ILACS = InspectionDraft("ilacs", PartialDate("2022-07-04"))
SIF = InspectionDraft("sif", PartialDate("2015-06"))


def passage(text: str) -> DocumentPassage:
    return DocumentPassage(text, Place(line=1), "para-1")


def about_children(text: str) -> list[str]:
    return list(about_children_in(passage(text)))


def test_sentences_about_others_are_left_out_until_one_is_about_childrens_services_again() -> None:
    school, on, back = "The school was inspected.", "It was judged good.", "Children's services were inspected."
    assert about_children(f"{school} {on} {back}") == [back]
    assert about_children(f"{on} {back}") == [on, back]


def test_what_other_inspectorates_judge_is_about_others() -> None:
    assert about_children("The Care Quality Commission rated the council Good.") == []
    together = "Ofsted and the Care Quality Commission inspected the council."
    assert about_children(together) == [together]


def test_only_grades_that_are_given_by_inspectors_or_named_judgements_are_given() -> None:
    def given(text: str, goes_on: bool = False) -> list[str]:
        reader = PreviousReader(keeps_untied=True)
        assert not list(reader.read(text))
        return [quoted.domain for quoted in given_by(reader.untied, goes_on)]

    assert given("We were judged good by Ofsted.") == ["overall-effectiveness"]
    assert given("We were judged good by the board.") == []
    assert given("Leadership was judged good.") == []
    assert given("Leadership was judged good.", goes_on=True) == ["leadership"]


def test_adoption_is_told_by_itself() -> None:
    told = list(PreviousReader().read("In 2012 adoption was judged good and leadership was judged inadequate."))
    assert [grade.domain for grade in of_adoption(told)] == ["adoption"]


def test_a_sentence_that_only_introduces_an_inspection_does_not_state_its_grade() -> None:
    assert states("It was in 2012. Adoption was good.", "Adoption was good.")
    assert not states("It was in 2012. Adoption was good.", "It was in 2012.")


def test_another_year_does_not_fit_an_inspection() -> None:
    assert fits_year("Judged good in 2022.", ILACS)
    assert fits_year("Judged good.", ILACS)
    assert not fits_year("Judged good in 2019.", ILACS)


def test_the_inspection_spoken_of_is_that_of_the_sentence_or_the_last_in_front_of_it() -> None:
    first, second = "Ofsted inspected in 2015.", "Services were good."
    mentions = (Mention(SIF, 0, first),)
    text = passage(f"{first} {second}")
    assert spoken_of(second, 0, text, mentions, (SIF, ILACS)) == SIF
    assert spoken_of("Services are now good.", 0, text, mentions, (SIF, ILACS)) is None
    assert spoken_of(second, 1, text, mentions, (SIF, ILACS)) is None


def test_visits_give_no_grades() -> None:
    assert "ilacs" in graded_frameworks()
    assert "monitoring-visit" not in graded_frameworks()
