"""The form that asks for an address."""

import pytest

from findings.alerts.forms import SignUpForm


def test_a_new_form_has_a_frequency_and_no_problem():
    shown = SignUpForm().shown
    assert (shown["address"], shown["frequency"], shown["problems"]) == ("", "day", {})


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"address": "mary", "frequency": "day"}, {"address": "Enter an e-mail address such as name@example.org."}),
        ({"address": "m@example.org\nBcc: x@example.org", "frequency": "day"}, {"address": "Enter an e-mail"}),
        ({"address": "mary@example.org", "frequency": "hour"}, {"frequency": "Say how often"}),
        ({}, {"address": "Enter an e-mail", "frequency": "Say how often"}),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(typed, told):
    shown = SignUpForm(typed).shown
    assert shown["problems"].keys() == told.keys()
    assert all(shown["problems"][name].startswith(words) for name, words in told.items())
    assert shown["address"] == typed.get("address", "")
