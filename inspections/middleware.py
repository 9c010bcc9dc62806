"""The middleware of this project."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

COMPRESSED_ALREADY = ("image/webp", "application/pdf")
NUL = "\0"


class NoNulMiddleware:
    """Answer 404 to an address that holds a NUL character, which PostgreSQL refuses as a value."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view. Raises Http404."""
        if NUL in request.path_info or NUL in unquote(request.META.get("QUERY_STRING", "")):
            raise Http404("An address holds no NUL.")
        return self.get_response(request)


class GZipTextMiddleware(GZipMiddleware):
    """Compress pages and data; leave images and PDFs as they are, with their length and their strong entity tag."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The response, compressed unless its type is compressed already."""
        if response.headers.get("Content-Type") in COMPRESSED_ALREADY:
            return response
        return super().process_response(request, response)
