import pytest

from findings.interpretation.matters.recommendations import is_for_the_meeting, matters_of


def test_the_heaviest_matters_of_the_main_clause_are_asked():
    assert matters_of("Hold core groups in every team each month so that supervision can begin.") == ("core-groups",)


def test_words_without_a_matter_ask_nothing():
    assert matters_of("Go on with it.") == ()


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("Note the contents of this report and what was done.", True),
        ("consider the comments of the Scrutiny Panel and;", True),
        ("That the Committee is asked to note the updates.", True),
        ("Approve and endorse the plan.", True),
        ("Consider whether children should be seen alone.", False),
        ("Ensure that plans note the views of children.", False),
    ],
)
def test_what_a_meeting_is_asked_to_do_with_papers_is_told_from_what_children_need(text, is_it):
    assert is_for_the_meeting(text) is is_it
