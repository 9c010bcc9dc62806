"""Problems: what a client can put right is told as RFC 9457 says, and faults are left to the site."""

import pytest
from django.http import Http404
from rest_framework.exceptions import MethodNotAllowed, NotFound, Throttled

from findings.api.problems import RefusedRequest, tell_problem


@pytest.mark.parametrize(
    ("error", "status", "detail"),
    [
        (RefusedRequest(["This is wrong.", "So is that."]), 400, "This is wrong. So is that."),
        (Http404("There is no such record."), 404, "There is no such record."),
        (NotFound(), 404, "Not found."),
        (Throttled(wait=7), 429, "Too many requests came from this address. Ask again in 7 seconds."),
    ],
)
def test_a_problem_has_its_type_status_and_sentence(error, status, detail):
    answer = tell_problem(error, {})
    assert answer.content_type == "application/problem+json"
    assert answer.status_code == status
    assert {"type": "about:blank", "status": status, "detail": detail}.items() <= answer.data.items()
    assert answer.data["title"]


def test_too_many_requests_say_when_to_ask_again():
    assert tell_problem(Throttled(wait=7), {}).headers["Retry-After"] == "7"


def test_sending_something_is_told_as_what_cannot_be_done():
    assert "nothing can be sent" in tell_problem(MethodNotAllowed("POST"), {}).data["detail"]


def test_a_fault_is_left_to_the_site():
    assert tell_problem(ZeroDivisionError(), {}) is None
