"""The middleware of this project."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, unquote, urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from inspections.caching.revision import one_revision
from inspections.views.faults import BAD_REQUEST, NOT_ALLOWED, not_allowed, render_fault

COMPRESSED_ALREADY = (
    "image/webp",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
NUL = "\0"
MOST_PARAMETERS, MOST_CHARACTERS = 100, 4000
TOO_MUCH = (
    f"The address asks for too much at once: it may have {MOST_PARAMETERS} parameters and {MOST_CHARACTERS:,} "
    "characters after the question mark. Choose fewer values."
)

Answering = Callable[[HttpRequest], HttpResponseBase]


class NoNulMiddleware:
    """Answer 404 to an address that holds a NUL character, which PostgreSQL refuses as a value."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view. Raises Http404."""
        if NUL in request.path_info or NUL in unquote(request.META.get("QUERY_STRING", "")):
            raise Http404("An address holds no NUL.")
        return self.get_response(request)


class BoundedQueryMiddleware:
    """Answer 400 to an address that asks for too much at once; fold parameters that are repeated with the same value.

    A list links to itself without each of its parameters, so its page grows with their square.
    """

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view, or a page with a sentence."""
        query = request.META.get("QUERY_STRING", "")
        if query.count("&") >= MOST_PARAMETERS or len(query) > MOST_CHARACTERS:
            query = _folded(query)
            if query.count("&") >= MOST_PARAMETERS or len(query) > MOST_CHARACTERS:
                return render_fault(request, BAD_REQUEST, "The address asks for too much", TOO_MUCH)
            request.META["QUERY_STRING"] = query
        return self.get_response(request)


def _folded(query: str) -> str:
    return urlencode(list(dict.fromkeys(parse_qsl(query, keep_blank_values=True))))


class OneRevisionMiddleware:
    """Read the revision of the knowledge base once for a page, which asks for it wherever it keeps what it computed."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view."""
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with one_revision():
            return self.get_response(request)


class OnlyReadMiddleware:
    """Give a page with a sentence to an empty 405, where something was sent to an address that can only be read."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view, with a page if it is an empty 405."""
        response = self.get_response(request)
        if response.status_code == NOT_ALLOWED and isinstance(response, HttpResponse) and not response.content:
            page = not_allowed(request)
            response.content, response.headers["Content-Type"] = page.content, page.headers["Content-Type"]
            response.headers["Content-Length"] = str(len(page.content))  # it was that of the empty answer
        return response


class GZipTextMiddleware(GZipMiddleware):
    """Compress pages and data; leave images, PDFs and workbooks as they are, with their length and entity tag."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The response, compressed unless its type is compressed already or parts of it can be asked for."""
        if response.headers.get("Content-Type") in COMPRESSED_ALREADY or "Accept-Ranges" in response.headers:
            return response
        return super().process_response(request, response)
