"""Conditional requests: a page that the reader has already is answered with 304 and one query, before anything is looked up.

A page that some other reader had, of whichever process, is answered in the same way, where its view says that it can be (``can_be_kept``).

Everything that an anonymous reader of a public page gets is told by the address, the version of the knowledge base, the program, and the
day (some pages say what is overdue). So these make the entity tag. Readers with a session get pages of their own and no such tag; views that
set a tag themselves keep theirs. Changes of the program are told by size and time of its files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

from inspections.caching import revision

PROGRAM = ("inspections", "findings", "templates", "static")
SUFFIXES = frozenset({".py", ".html", ".css", ".js", ".csv", ".svg"})
HEADERS_THAT_MATTER = ("HX-Request", "HX-Target")
OK, NOT_MODIFIED = 200, 304
KEPT_SECONDS = 3600
MOST_BYTES = 300_000
"""A page that is larger is made anew each time."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that some reader had: its body and its type."""

    body: bytes
    content_type: str

    def response(self) -> HttpResponse:
        """The page, as its view gave it."""
        return HttpResponse(self.body, content_type=self.content_type)


@cache
def program() -> str:
    """What tells this state of the program from others; looked up once a process."""
    digest = hashlib.sha256()
    for folder in PROGRAM:
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.suffix in SUFFIXES:
                status = path.stat()
                digest.update(f"{path}:{status.st_size}:{status.st_mtime_ns};".encode())
    return digest.hexdigest()


def tag_of(request: HttpRequest) -> str:
    """The weak entity tag of an anonymous reader's page; one query."""
    parts = [request.get_full_path(), revision.stamp(), program(), f"{timezone.localdate()}"]
    parts += [request.headers.get(name, "") for name in HEADERS_THAT_MATTER]
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def is_public(request: HttpRequest) -> bool:
    """Whether the answer is the same for everybody who asks for this address."""
    personal = {settings.SESSION_COOKIE_NAME, "messages"} & request.COOKIES.keys()
    match = request.resolver_match
    return request.method in ("GET", "HEAD") and not personal and match is not None and match.app_name != "admin"


def can_be_kept(request: HttpRequest) -> None:
    """Say that the page for which is asked holds nothing but what the knowledge base says: no file is looked into for it."""
    request.page_can_be_kept = True  # type: ignore[attr-defined]


def _key(request: HttpRequest, tag: str) -> str:
    return hashlib.sha256(f"{request.scheme} {request.get_host()} {tag}".encode()).hexdigest()


def _keep(request: HttpRequest, tag: str, response: HttpResponseBase) -> None:
    if isinstance(response, HttpResponse) and len(response.content) <= MOST_BYTES:
        kept = Kept(response.content, response.headers["Content-Type"])
        with suppress(OSError):  # a full or read-only disk costs time, and no reader the page
            caches["pages"].set(_key(request, tag), kept, KEPT_SECONDS)


def _kept(request: HttpRequest, tag: str) -> Kept | None:
    found: Kept | None = None
    with suppress(OSError):
        found = caches["pages"].get(_key(request, tag))
    return found


class ConditionalMiddleware:
    """Answers 304 where the reader's page is still the right one, and tags and keeps the pages of anonymous readers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Tag the answer."""
        response = self.get_response(request)
        tag = getattr(request, "page_tag", "")
        if tag and response.status_code == OK and not response.has_header("ETag") and not response.cookies:
            response.headers["ETag"] = tag
            response.headers.setdefault("Cache-Control", "no-cache")
            patch_vary_headers(response, ("Cookie", *HEADERS_THAT_MATTER))
            if hasattr(request, "page_can_be_kept"):
                _keep(request, tag, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Answer at once where the reader's tag is today's, or where the page is kept."""
        if settings.DEBUG or not is_public(request):
            return None
        # The tag is taken before the view reads, so that a change in between leads to one request more and never to an old page.
        tag = request.page_tag = tag_of(request)  # type: ignore[attr-defined]
        if request.headers.get("If-None-Match") is not None:
            response = get_conditional_response(request, etag=tag)
            if response is not None and response.status_code == NOT_MODIFIED:
                return response
        kept = _kept(request, tag)
        return kept.response() if kept else None
