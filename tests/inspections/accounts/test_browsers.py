"""The number of a known browser stays the same, and a cookie that does not read as one counts as none."""

import pytest
from django.core import signing

from inspections.accounts.browsers import COOKIE, SALT, known_browser


def asked_with(rf, held):
    request = rf.get("/")
    request.COOKIES[COOKIE] = held
    return request


@pytest.mark.parametrize(
    "held",
    ["", "nonsense", signing.dumps(["mary"], salt=SALT), signing.dumps({"user": "mary"})],
    ids=["none", "unsigned", "another shape", "another salt"],
)
def test_a_cookie_that_is_none_of_ours_names_no_browser(rf, held):
    assert known_browser(asked_with(rf, held), "mary") == ""


def test_a_cookie_names_the_browser_for_its_account_alone(rf):
    held = signing.dumps({"user": "mary", "browser": "4711"}, salt=SALT)
    assert known_browser(asked_with(rf, held), "mary") == "4711"
    assert known_browser(asked_with(rf, held), "tom") == ""
