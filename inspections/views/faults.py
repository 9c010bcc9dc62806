"""The answers where no page can be given, each with a sentence about what to do.

503 if disk or database failed and 500 for other faults; 400 for a request that cannot be understood, 403 for a form
whose token does not fit, 404 and 405. They take nothing from the database. Addresses of JSON are answered in JSON,
those of other files in plain text, those of the API as problems (RFC 9457). Where the static files were not collected,
pages come without their styles.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.defaults import page_not_found

from inspections.storage_faults import sentence_about

BAD_REQUEST, FORBIDDEN, NOT_FOUND, NOT_ALLOWED, FAULT, UNAVAILABLE = 400, 403, 404, 405, 500, 503
SECONDS = "60"
API = "/api/v1/"
PROBLEM = "application/problem+json"
IN_JSON, IN_TEXT = (".json",), (".csv", ".xlsx", ".atom", ".txt", ".xml")

OURS = "The fault is on our side and has been noted. Try again in a moment."
UNKNOWN_HOST = "This site is not known under the name that your browser asked for. Check the address."
NOT_UNDERSTOOD = "The request cannot be understood. Check the address, or go back and send the form again."
OLD_FORM = (
    "Nothing was stored, because this form was opened before you logged in or out, perhaps in another tab, or because "
    "your browser keeps no cookies of this site. Go back, reload the page, and send the form again."
)
READ_ONLY = "Pages under this address can be read; nothing can be sent to them. Open the address anew."
NOTHING_HERE = "There is nothing under this address."


def render_fault(
    request: HttpRequest, status: int, title: str, sentence: str, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The answer with this sentence, in the format of the address."""
    if request.path_info.startswith(API):
        body: dict[str, object] = problem(status, title, sentence)
        return JsonResponse(
            body, status=status, headers=headers, content_type=PROBLEM, json_dumps_params={"ensure_ascii": False}
        )
    if request.path_info.endswith(IN_JSON):
        body = {"error": sentence}
        return JsonResponse(body, status=status, headers=headers, json_dumps_params={"ensure_ascii": False})
    if request.path_info.endswith(IN_TEXT):
        return HttpResponse(f"{sentence}\r\n", status=status, headers=headers, content_type="text/plain; charset=utf-8")
    context = {"title": title, "sentence": sentence, "has_styles": True, "is_ours": status == UNAVAILABLE}
    try:
        page = render_to_string("fault.html", context)
    except (ValueError, OSError):  # no manifest of static files
        page = render_to_string("fault.html", context | {"has_styles": False})
    return HttpResponse(page, status=status, headers=headers)


def problem(status: int, title: str, sentence: str) -> dict[str, object]:
    """A problem as the API tells it (RFC 9457). Its type is that of its status; the sentence says what to do."""
    return {"type": "about:blank", "title": title, "status": status, "detail": sentence}


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for the exception that is being handled."""
    error = sys.exc_info()[1]
    sentence = sentence_about(error) if error else ""
    if not sentence:
        return render_fault(request, FAULT, "Something went wrong", OURS)
    return render_fault(request, UNAVAILABLE, "Not possible at this moment", sentence, {"Retry-After": SECONDS})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for a request that Django refuses: an unknown host, too many fields, a forged cookie."""
    sentence = UNKNOWN_HOST if isinstance(exception, DisallowedHost) else NOT_UNDERSTOOD
    return render_fault(request, BAD_REQUEST, "This request cannot be answered", sentence)


def old_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer for a form whose token does not fit the session, as after a log-in in another tab."""
    return render_fault(request, FORBIDDEN, "Please send the form again", OLD_FORM)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The site's page, or the sentence of the exception in JSON."""
    if not request.path_info.endswith(IN_JSON) and not request.path_info.startswith(API):
        return page_not_found(request, exception)
    sentence = str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else NOTHING_HERE
    return render_fault(request, NOT_FOUND, "Page not found", sentence)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """Answer where something was sent to an address that can only be read."""
    return render_fault(request, NOT_ALLOWED, "This address can only be read", READ_ONLY)
