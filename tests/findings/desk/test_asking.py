"""Forms that ask for a change: what was typed is kept, and nobody changes what they have not seen."""

from django.http import QueryDict

from findings.desk.asking import CHANGED, AskingForm


def sent(**values: str) -> QueryDict:
    found = QueryDict(mutable=True)
    found.update(values)
    return found


def test_the_first_reason_stands_in_the_form_and_the_token_is_carried():
    form = AskingForm(None, "a", ["As printed.", "Misread."])
    assert (form["reason"].value(), form["seen"].value()) == ("As printed.", "a")
    assert list(form.fields)[-1] == "reason"


def test_what_was_asked_of_another_state_is_refused_once_and_what_was_typed_is_kept():
    form = AskingForm(sent(seen="a", reason="Mine."), "b")
    assert not form.is_valid()
    assert form.non_field_errors() == [CHANGED]
    assert (form["reason"].value(), form["seen"].value()) == ("Mine.", "b")
    assert AskingForm(sent(seen="b", reason="Mine."), "b").is_valid()


def test_a_change_needs_a_reason():
    assert set(AskingForm(sent(seen="b", reason=" "), "b").errors) == {"reason"}
