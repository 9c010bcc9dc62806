"""Source files: their pages as images, and the files themselves."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from inspections.documents.access import access_of_everyone, access_to
from inspections.documents.media_types import SUFFIXES, UNKNOWN
from inspections.documents.page_images import MEDIA_TYPE, PageNotDrawn, RendererBusy, etag_of, has_pages, page_images
from inspections.documents.sent_files import sent_file
from inspections.documents.stored_files import source_files
from inspections.models import SourceFile

# Asked for each time: a report that is hidden is not to be shown from the caches of others.
PUBLIC, PRIVATE = "public, no-cache", "private, no-cache"
UNPROCESSABLE, UNAVAILABLE, FORBIDDEN = 422, 503, 403
TRY_AGAIN = "Many pages are being drawn at this moment. Try again in a few seconds."
MAX_NAME_LENGTH = 120


def not_shown(request: HttpRequest, source: SourceFile, title: str, sentence: str, status: int) -> HttpResponse:
    """Show a page that says what cannot be shown, and why."""
    context = {"source": source, "title": title, "sentence": sentence}
    return render(request, "inspections/file_not_shown.html", context, status=status)


def not_drawn(request: HttpRequest, source: SourceFile, reason: PageNotDrawn | RendererBusy) -> HttpResponse:
    """Answer in place of an image that was not drawn; if all drawing processes are busy, with a Retry-After header."""
    if isinstance(reason, PageNotDrawn):
        return not_shown(request, source, "This page cannot be shown", str(reason), UNPROCESSABLE)
    response = not_shown(request, source, "Please come back in a moment", TRY_AGAIN, UNAVAILABLE)
    response["Retry-After"] = str(reason.seconds)
    return response


@require_safe
def page_image(request: HttpRequest, sha256: str, page: int) -> HttpResponseBase:
    """Return one page of a PDF as WebP, for those who may see the pages of the file.

    Raises Http404 for pages that do not exist and for everyone else.
    """
    source = get_object_or_404(SourceFile, sha256=sha256)
    public = access_of_everyone(source).pages
    if (
        not has_pages(source)
        or not 1 <= page <= (source.pages or 0)
        or not (public or access_to(source, request).pages)
    ):
        raise Http404
    etag = etag_of(source, page)
    response = get_conditional_response(request, etag=etag)
    if response is None or response.status_code != 304:
        try:
            response = HttpResponse(page_images().image(source, page), content_type=MEDIA_TYPE)
        except (PageNotDrawn, RendererBusy) as reason:
            return not_drawn(request, source, reason)
    response["ETag"] = etag
    response["Cache-Control"] = PUBLIC if public else PRIVATE
    return response


def safe_name(source: SourceFile) -> str:
    """Return a file name that is safe on every system, with the suffix of its media type."""
    suffix = SUFFIXES.get(source.media_type, ".bin")
    name = re.sub(r"[^\w.() -]+", "_", source.name).strip(". ").removesuffix(suffix)
    return f"{name[:MAX_NAME_LENGTH] or 'document'}{suffix}"


@require_safe
def source_file(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """Return the file as it was loaded, where its licence allows it.

    Raises Http404 for those who may not even see its pages; answers 403 with the reason to those who may only see them.
    """
    source = get_object_or_404(SourceFile, sha256=sha256)
    public = access_of_everyone(source)
    allowed = public if public.file else access_to(source, request)
    if not allowed.pages:
        raise Http404
    if not allowed.file:
        return not_shown(request, source, "This file is not offered here", allowed.reason, FORBIDDEN)
    kind = source.media_type if source.media_type in SUFFIXES else UNKNOWN
    try:
        path = source_files().local(str(source.stored))
    except FileNotFoundError as error:
        raise Http404 from error
    response = sent_file(request, path, etag=f'"{source.sha256}"', name=safe_name(source), kind=kind)
    response["Cache-Control"] = PUBLIC if public.file else PRIVATE
    return response
