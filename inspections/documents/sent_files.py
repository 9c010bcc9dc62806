"""Sending a file as it is: whole or the part that is asked for, or nothing to those who have it already."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from whitenoise.responders import SlicedFile

from inspections.documents.byte_range import ByteRange, asked_range

PART, NO_SUCH_RANGE = 206, 416


def sent_file(
    request: HttpRequest, path: Path, *, etag: str, name: str, kind: str, modified: datetime | None = None
) -> HttpResponseBase:
    """The answer with a file under a name, of a kind (media type), or a part of it.

    ``etag`` is its strong entity tag, ``modified`` the time of its last change. Raises FileNotFoundError.
    """
    size, when = path.stat().st_size, int(modified.timestamp()) if modified else None
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag, last_modified=when)
    if response is None:
        response = _sent(path, asked_range(request, etag, size), name, kind)
    response["ETag"], response["Accept-Ranges"] = etag, "bytes"
    if when is not None:
        response["Last-Modified"] = http_date(when)
    return response


def _sent(path: Path, part: ByteRange | None, name: str, kind: str) -> HttpResponseBase:
    """The file, or the part of it that was asked for."""
    if part and not part.is_satisfiable:
        return HttpResponse(status=NO_SUCH_RANGE, headers={"Content-Range": part.header})
    file = path.open("rb")
    content = SlicedFile(file, part.first, part.last) if part else file
    response = FileResponse(content, as_attachment=True, filename=name, content_type=kind)
    if part:
        response.status_code = PART
        response["Content-Range"], response["Content-Length"] = part.header, str(part.length)
    return response
