"""View decorators for pages that are the same for every anonymous reader.

What such a reader gets depends on the address, the revision of the knowledge base, the files of this program, the day
(pages tell what is overdue) and the headers of htmx. These make up the entity tag, so it is known before the view runs:

1. A reader who has the page already is answered with 304, after one query.
2. A ``kept_page`` that any reader has had is answered from the cache ``pages``, which all processes share.
3. Otherwise the view runs. Its answer gets the tag, and is kept.

Readers with a session get pages of their own: no tag from here, nothing kept. What sends something is answered 405.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterator
from functools import cache, wraps
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.cache import caches
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import re_accepts_gzip
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_page
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import condition, require_http_methods

from inspections.caching.backends import TolerantFileCache
from inspections.caching.revision import current_revision

View = Callable[..., HttpResponseBase]

PROGRAM = ("inspections", "findings", "templates", "static")
SUFFIXES = frozenset({".py", ".html", ".css", ".js", ".csv", ".svg", ".R"})
HTMX_HEADERS = ("HX-Request", "HX-Target")
VARY = ("Cookie", "Accept-Encoding", *HTMX_HEADERS)
OK, NOT_MODIFIED = 200, 304
SECONDS = 3600
METHODS = ["GET", "HEAD", "OPTIONS"]


@cache
def program_digest() -> str:
    """A digest of Django's version and of the names, sizes and times of the program's files; made once a process."""
    digest = hashlib.sha256(django.get_version().encode())
    for folder in PROGRAM:
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.suffix in SUFFIXES:
                status = path.stat()
                digest.update(f"{path}:{status.st_size}:{status.st_mtime_ns};".encode())
    return digest.hexdigest()


def page_tag(request: HttpRequest, state: str = "") -> str | None:
    """The weak entity tag of the page that every anonymous reader gets, after one query.

    ``state`` stands for what the page shows that is not in the database.

    None where the answer depends on more: for readers with a session or a message to be shown, for requests that change
    something, and while ``DEBUG`` is on, where templates change without notice. None as well where the database fails:
    the view is run, because it may need no database, and tells the fault if it does.
    """
    is_personal = not request.COOKIES.keys().isdisjoint({settings.SESSION_COOKIE_NAME, "messages"})
    if settings.DEBUG or is_personal or request.method not in ("GET", "HEAD"):
        return None
    try:
        revision = current_revision()
    except Error:
        return None
    parts = [request.get_full_path(), revision, program_digest(), f"{timezone.localdate()}"]
    parts += [request.headers.get(name, "") for name in HTMX_HEADERS] + [state]
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def public_page(view: View, state: Callable[[], str] = str) -> View:
    """Answer 304 to an anonymous reader who has the page already; else run the view and tag what it answers.

    ``state`` tells one state of what the page shows from another, where that is not in the database.
    """
    return _conditional(view, lambda _: view, state)


def kept_page(view: View) -> View:
    """A ``public_page`` that is also kept for other readers. The view must show nothing but what the database holds.

    It is kept as it is sent, so that it is compressed once.
    """
    compressed = gzip_page(view)
    return _conditional(
        view, lambda tag: _in_one_wording(cache_page(SECONDS, cache="pages", key_prefix=tag)(compressed))
    )


def _in_one_wording(view: View) -> View:
    """Tell the view only whether gzip is accepted: browsers word it differently, and each wording would be kept."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        accepts = re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        request.META["HTTP_ACCEPT_ENCODING"] = "gzip" if accepts else ""
        return view(request, *args, **kwargs)

    return answer


def forget_kept_pages() -> None:
    """Delete all kept pages. Those of earlier revisions are never shown; this takes them off the disk as well."""
    caches["pages"].clear()


def kept_contents() -> Iterator[bytes]:
    """The contents of all kept pages, those of earlier revisions included."""
    pages = caches["pages"]
    for content in pages.contents() if isinstance(pages, TolerantFileCache) else ():
        if isinstance(content, HttpResponse):
            is_compressed = content.headers.get("Content-Encoding") == "gzip"
            yield gzip.decompress(content.content) if is_compressed else content.content


def _conditional(view: View, answering: Callable[[str], View], state: Callable[[], str] = str) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The tag is made before the view reads: a change in between costs one request more and never shows an old page.
        tag = page_tag(request, state())
        if tag is None:
            return view(request, *args, **kwargs)
        response = condition(lambda *_, **__: tag)(answering(tag))(request, *args, **kwargs)
        if isinstance(response, SimpleTemplateResponse):  # ``cache_page`` keeps it when it is rendered
            response.add_post_render_callback(_set_headers)
        else:
            _set_headers(response)
        return response

    answer.parameters = getattr(view, "parameters", frozenset())  # type: ignore[attr-defined]  # functions take attributes
    # Nothing is changed, so no token is asked for: who sends something is told that the page can only be read.
    return csrf_exempt(require_http_methods(METHODS)(answer))


def _set_headers(response: HttpResponseBase) -> None:
    """Give a 304 the headers of its 200 (RFC 9110, 15.4.5). Browsers ask each time, despite ``cache_page``."""
    if response.status_code in (OK, NOT_MODIFIED):
        response.headers["Cache-Control"] = "no-cache"
        patch_vary_headers(response, VARY)
    else:
        del response.headers["ETag"]
    for name in ("Expires", "Age"):
        del response.headers[name]
