"""Problems as the API tells them (RFC 9457): a sentence that says what is wrong and what can be done."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import Http404
from rest_framework.exceptions import APIException, MethodNotAllowed, Throttled
from rest_framework.response import Response
from rest_framework.views import exception_handler

from inspections.views.faults import NOT_FOUND, NOTHING_HERE, PROBLEM, READ_ONLY, problem

TITLES = {
    HTTPStatus.BAD_REQUEST: "This request cannot be answered",
    HTTPStatus.NOT_FOUND: "Nothing found",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address can only be read",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests",
}


class RefusedRequest(APIException):
    """A request with wrong parameters, and the sentences that name them."""

    status_code = HTTPStatus.BAD_REQUEST

    def __init__(self, sentences: Iterable[str]) -> None:
        super().__init__(" ".join(sentences))


def tell_problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error that a client can put right; None for faults, which ``faults`` answers."""
    answer = exception_handler(error, context)
    if answer is None:
        return None
    title = TITLES.get(HTTPStatus(answer.status_code), HTTPStatus(answer.status_code).phrase)
    answer.data = problem(answer.status_code, title, _sentence(error, answer))
    answer.content_type = PROBLEM
    return answer


def _sentence(error: Exception, answer: Response) -> str:
    match error:
        case Throttled():
            return f"Too many requests came from this address. Ask again in {answer['Retry-After']} seconds."
        case MethodNotAllowed():
            return READ_ONLY
        case Http404() if answer.status_code == NOT_FOUND:
            return str(error) or NOTHING_HERE
        case APIException():
            return str(error.detail)
        case _:
            return str(error)
