"""Middleware of our own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

COMPRESSED_ALREADY = ("image/webp", "application/pdf")


class GZipTextMiddleware(GZipMiddleware):
    """Compress pages and data; images and PDFs pass as they are, with their length and their strong entity tag."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress, or not."""
        if response.headers.get("Content-Type") in COMPRESSED_ALREADY:
            return response
        return super().process_response(request, response)
