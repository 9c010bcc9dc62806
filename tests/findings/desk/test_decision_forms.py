"""What is asked before a decision: likely records first, and any other."""

from django.http import QueryDict

from findings.desk.decision_forms import AttachForm, choice_of, most_like
from findings.models import Finding, Section

ROWS = [
    Finding(ref="1", anchor="para-1", text="Visits are on time."),
    Finding(ref="2", anchor="para-2", text="Plans are clear and new."),
    Section(anchor="s1", heading="Adoption"),
]


def form(**values: str) -> AttachForm:
    sent = QueryDict(mutable=True)
    sent.update({"seen": "t", "reason": "The same.", **values})
    return AttachForm(sent, "t", ROWS[:1], ROWS, label="Whose is it?")


def test_the_likest_words_come_first():
    assert most_like("Plans are clear.", ROWS)[0] == ROWS[1]
    assert most_like("Plans are clear.", []) == []


def test_a_record_is_named_with_its_first_words_once():
    assert choice_of(ROWS[0]) == ("finding para-1", "Paragraph 1: Visits are on time.")
    assert choice_of(ROWS[2])[1].count("Adoption") == 1


def test_a_likely_record_is_chosen_or_another_one():
    for values, row in (
        ({"likely": "finding para-1"}, ROWS[0]),
        ({"likely": "another", "other": "section s1"}, ROWS[2]),
    ):
        chosen = form(**values)
        assert chosen.is_valid()
        assert chosen.row == row
    assert set(form(likely="another").errors) == {"other"}
    assert set(form().errors) == {"likely"}
