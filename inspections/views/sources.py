"""The bytes behind what was read: pages as images, and the files themselves."""

from __future__ import annotations

import re
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from inspections.documents.access import access_of_everyone, access_to, is_staff
from inspections.documents.page_images import MEDIA_TYPE, FullHouse, NotDrawn, etag_of, has_pages, page_images
from inspections.models import SourceFile

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_ONE = "private, max-age=3600"
ASK_AGAIN = "no-cache"
UNPROCESSABLE, UNAVAILABLE, FORBIDDEN = 422, 503, 403
FULL = "Many pages are being drawn at this moment. Try again in a few seconds."
LONGEST_NAME = 120
SUFFIXES = {"application/pdf": ".pdf", "text/plain": ".txt"}


def sorry(request: HttpRequest, source: SourceFile, title: str, sentence: str, status: int) -> HttpResponse:
    """A page that says what cannot be shown, and why."""
    context = {"source": source, "title": title, "sentence": sentence}
    return render(request, "inspections/file_not_shown.html", context, status=status)


def not_drawn(request: HttpRequest, source: SourceFile, reason: NotDrawn | FullHouse) -> HttpResponse:
    """What is answered in place of a page that did not come; when all places are taken, with the time to come back."""
    if isinstance(reason, NotDrawn):
        return sorry(request, source, "This page cannot be shown", str(reason), UNPROCESSABLE)
    response = sorry(request, source, "Please come back in a moment", FULL, UNAVAILABLE)
    response["Retry-After"] = str(reason.seconds)
    return response


@require_safe
def page_image(request: HttpRequest, sha256: str, page: int) -> HttpResponseBase:
    """One page of a PDF as WebP."""
    source = get_object_or_404(SourceFile, sha256=sha256)
    public = access_of_everyone(source).pages
    if not has_pages(source) or not 1 <= page <= (source.pages or 0) or not (public or is_staff(request)):
        raise Http404
    etag = etag_of(source, page)
    response = get_conditional_response(request, etag=etag)
    if response is None or response.status_code != 304:
        try:
            response = HttpResponse(page_images().image(source, page), content_type=MEDIA_TYPE)
        except (NotDrawn, FullHouse) as reason:
            return not_drawn(request, source, reason)
    response["ETag"] = etag
    response["Cache-Control"] = FOR_GOOD if public else FOR_ONE
    return response


def safe_name(source: SourceFile) -> str:
    """A file name that is harmless on every system, with the ending of its kind."""
    suffix = SUFFIXES.get(source.media_type, ".bin")
    name = re.sub(r"[^\w.() -]+", "_", source.name).strip(". ").removesuffix(suffix)
    return f"{name[:LONGEST_NAME] or 'document'}{suffix}"


@require_safe
def source_file(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """The file as it was read, where its licence allows it."""
    source = get_object_or_404(SourceFile, sha256=sha256)
    public = access_of_everyone(source)
    allowed = public if public.file else access_to(source, request)
    if not allowed.pages:
        raise Http404
    if not allowed.file:
        return sorry(request, source, "This file is not offered here", allowed.reason, FORBIDDEN)
    etag = f'"{source.sha256}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None or response.status_code != 304:
        path = Path(source.stored.path)
        if not path.is_file():
            raise Http404
        kind = source.media_type if source.media_type in SUFFIXES else "application/octet-stream"
        response = FileResponse(path.open("rb"), as_attachment=True, filename=safe_name(source), content_type=kind)
    response["ETag"] = etag
    response["Cache-Control"] = f"{'public' if public.file else 'private'}, {ASK_AGAIN}"
    return response
