"""What is asked before a record is split or joined with the next."""

from types import SimpleNamespace

import pytest
from django.http import QueryDict

from findings.desk.change_forms import JoinForm, SplitForm, beginnings
from findings.models import Finding

TEXT = "Visits are on time. Plans are clear; most are new.\nStaff stay. Visits help."


def sent(**values: str) -> QueryDict:
    found = QueryDict(mutable=True)
    found.update({"seen": "t", "reason": "So it is printed.", **values})
    return found


def test_a_second_part_can_begin_after_sentences_clauses_and_lines():
    assert [TEXT[at:].partition(" ")[0] for at in beginnings(TEXT)] == ["Plans", "most", "Staff", "Visits"]
    assert beginnings("One sentence.") == []
    assert beginnings("It ends here. ") == []


@pytest.mark.parametrize(
    ("values", "second", "errors"),
    [
        ({"begins": "20"}, "Plans are clear; most are new.\nStaff stay. Visits help.", set()),
        ({"words": "Staff stay"}, "Staff stay. Visits help.", set()),
        ({"words": "clear; most"}, "clear; most are new.\nStaff stay. Visits help.", set()),
        ({}, "", {"begins"}),
        ({"begins": "21"}, "", {"begins"}),
        ({"words": "Visits"}, "", {"words"}),
        ({"words": "Nobody"}, "", {"words"}),
    ],
)
def test_the_place_of_a_cut_is_chosen_or_given_by_words_that_stand_there_once(values, second, errors):
    form = SplitForm(sent(**values), "t", SimpleNamespace(text=TEXT))
    assert form.is_valid() is not bool(errors)
    assert set(form.errors) == errors
    assert errors or form.second == second


def test_records_are_joined_without_a_gap():
    rows = [Finding(ref=ref, anchor=f"para-{ref}", text="Words.") for ref in ("2", "3")]
    assert JoinForm(None, "t", rows)["others"].value() == ["para-2"]
    both = sent()
    both.setlist("others", ["para-2", "para-3"])
    form = JoinForm(both, "t", rows)
    assert form.is_valid()
    assert form.rows == rows
    assert set(JoinForm(sent(others="para-3"), "t", rows).errors) == {"others"}
    assert set(JoinForm(sent(), "t", rows).errors) == {"others"}
