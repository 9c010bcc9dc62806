"""Pages of the editors' admin for documents that come in: send, follow, look at, decide.

Everybody with the right to see uploads sees them all. To send in, keep as a draft and discard needs
``ingest.add_upload``; to publish needs ``ingest.publish_upload``.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied, TooManyFilesSent
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat, pluralize
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST, require_safe

from findings.admin.correctable import person
from ingest.models import DocumentState, Upload, UploadedDocument, Wish
from ingest.uploads import limits, storage
from ingest.uploads.arrival import ArrivingFiles
from ingest.uploads.deciding import ask, carry_out, discard, publish_drafts
from ingest.uploads.difference_rows import difference_rows
from ingest.uploads.receiving import ArrivedFile, receive
from ingest.uploads.worker import is_at_work, start_worker
from inspections.documents.media_types import UNKNOWN
from inspections.documents.page_images import MEDIA_TYPE, PDF, PageNotDrawn, RendererBusy, page_images
from inspections.vocabulary import ReportKind

SEND, PUBLISH, SEE = "ingest.add_upload", "ingest.publish_upload", "ingest.view_upload"
DISCARD, PUBLISH_DRAFT = "discard", "publish-draft"
RIGHTS = {Wish.PUBLISH.value: PUBLISH, Wish.DRAFT.value: SEND, DISCARD: SEND, PUBLISH_DRAFT: PUBLISH}
DONE = {Wish.PUBLISH: "will be published", Wish.DRAFT: "will be kept as drafts"}
ANOTHER = "Its preview has changed since you opened it, or somebody has decided already. Nothing was done; look again."
RELATED = ("source", "twin__upload", "container", "decided_by")
UNPROCESSABLE, UNAVAILABLE = 422, 503
TIME_TO_START = timedelta(minutes=1)
"""After this time a page says that no worker is there."""


def _require(request: HttpRequest, right: str) -> None:
    if not request.user.has_perm(right):
        raise PermissionDenied


# Sending files in


def send_page(request: HttpRequest) -> HttpResponseBase:
    """The page that takes files. The limits are set before anything of the request is read."""
    _require(request, SEND)
    storage.folder()
    arriving = ArrivingFiles(request)
    request.upload_handlers = [arriving]
    if request.method == "POST":
        try:
            request.FILES  # noqa: B018  (reads the request)
        except TooManyFilesSent:
            return _form(request, limits.TOO_MANY)
        except (MultiPartParserError, UnreadablePostError):
            return _form(request, limits.BROKEN_REQUEST)
        if arriving.is_too_much:
            return _form(request, limits.TOO_MUCH)
    return _send(request, arriving)


@csrf_protect
def _send(request: HttpRequest, arriving: ArrivingFiles) -> HttpResponseBase:
    if request.method != "POST":
        return _form(request)
    sent: list[Any] = request.FILES.getlist("files")
    if not sent and not arriving.refused:
        return _form(request, limits.NO_FILE)
    files = [ArrivedFile(Path(one.temporary_file_path()), one.name or "") for one in sent]
    upload = receive(files, arriving.refused, person(request))
    start_worker()
    return HttpResponseRedirect(upload.get_absolute_url())


def _form(request: HttpRequest, error: str = "") -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": "Upload documents",
        "error": error,
        "limits": limits,
        "most": {name: filesizeformat(getattr(limits, name)) for name in ("MAX_FILE", "MAX_TOTAL", "MAX_UNPACKED")},
        "kinds": [kind.label for kind in ReportKind],
    }
    return TemplateResponse(request, "admin/editors/upload_add.html", context, status=UNPROCESSABLE if error else 200)


# An upload and its documents


@never_cache
def upload_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The documents of an upload, each with its state; the table alone where a page asks for it again."""
    _require(request, SEE)
    upload = get_object_or_404(Upload.objects.select_related("made_by"), pk=pk)
    documents = list(upload.documents.select_related(*RELATED).prefetch_related("source__current_reports__authority"))
    number_open = sum(one.is_open for one in documents)
    if number_open:
        start_worker()
    rows = [one for one in documents if one.state != DocumentState.UNPACKED]
    ready = [one for one in rows if one.is_ready]
    context = {
        "upload": upload,
        "rows": rows,
        "containers": [one for one in documents if one.state == DocumentState.UNPACKED],
        "number_open": number_open,
        "number": len(rows),
        "number_done": len(rows) - number_open,
        "is_stuck": bool(number_open) and upload.made_at < timezone.now() - TIME_TO_START and not is_at_work(),
        "may_publish": request.user.has_perm(PUBLISH),
        "may_send": request.user.has_perm(SEND),
        "without_errors": [one for one in ready if not one.summary["has_errors"]],
        "new_without_errors": [
            one for one in ready if not (one.summary["has_errors"] or one.summary["touches_published"])
        ],
        "undecided": [one for one in rows if one.is_ready or one.state == DocumentState.WAITING],
    }
    if getattr(request, "htmx", False):
        return TemplateResponse(request, "admin/editors/upload_documents.html", context)
    context = {**admin.site.each_context(request), "title": str(upload), **context}
    return TemplateResponse(request, "admin/editors/upload.html", context)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Do with one document, or with all that are without errors, what a person decided."""
    action = request.POST.get("action", "")
    if action not in RIGHTS:
        raise BadRequest("There is no such decision.")
    _require(request, RIGHTS[action])
    upload = get_object_or_404(Upload, pk=pk)
    one = request.POST.get("document", "")
    if one and not one.isdecimal():
        raise BadRequest("There is no such document.")
    documents = list(upload.documents.filter(pk=one) if one else upload.documents.all())
    if action == DISCARD:
        number = discard(documents, person(request))
        messages.success(request, f"{number} document{pluralize(number)} discarded.")
    elif action == PUBLISH_DRAFT:
        number = sum(publish_drafts(document, person(request)) for document in documents)
        messages.success(request, f"{number} draft{pluralize(number)} published.")
    elif one:
        _decide_about(request, documents, Wish(action))
    else:
        _decide_about_all(request, documents, Wish(action))
    return HttpResponseRedirect(upload.get_absolute_url())


def _decide_about(request: HttpRequest, documents: list[UploadedDocument], wish: Wish) -> None:
    seen = request.POST.get("seen", "")
    if not ask([one for one in documents if one.summary.get("token") == seen], wish, person(request)):
        messages.warning(request, ANOTHER)
        return
    (document,) = documents
    carry_out(document)
    document.refresh_from_db()
    if document.message:
        messages.warning(request, f"{document.name}: {document.message}")
    else:
        messages.success(request, f"{document.get_state_display()}: {document.name}.")


def _decide_about_all(request: HttpRequest, documents: list[UploadedDocument], wish: Wish) -> None:
    fit = [one for one in documents if one.is_ready and not one.summary["has_errors"]]
    if wish is Wish.DRAFT:
        fit = [one for one in fit if not one.summary["touches_published"]]
    number = ask(fit, wish, person(request))
    start_worker()
    messages.success(request, f"{number} document{pluralize(number)} {DONE[wish]}.")


# One document


@never_cache
@require_safe
def document_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The preview of a document: what loading it would change, record by record, and every notice."""
    _require(request, SEE)
    document = get_object_or_404(UploadedDocument.objects.select_related("upload__made_by", *RELATED), pk=pk)
    if document.state == DocumentState.WAITING:
        start_worker()
    found = storage.stored_reading(document.stored) if document.stored else None
    extraction, preview = found or (None, None)
    is_pdf = extraction is not None and extraction.media_type == PDF
    leaves = range(1, 1 + (extraction.pages or 0 if extraction and is_pdf else 0))
    asked = request.GET.get("page", "1")
    context = {
        **admin.site.each_context(request),
        "title": document.name,
        "document": document,
        "extraction": extraction,
        "preview": preview,
        "differences": list(difference_rows(preview.differences)) if preview else (),
        "leaves": leaves,
        "leaf": int(asked) if asked.isdecimal() and int(asked) in leaves else len(leaves[:1]),
        "reports": document.source.current_reports.select_related("authority") if document.source else (),
        "may_publish": request.user.has_perm(PUBLISH),
        "may_send": request.user.has_perm(SEND),
    }
    return TemplateResponse(request, "admin/editors/uploaded_document.html", context)


@never_cache
@require_safe
def document_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes of a document about which nobody has decided, as a download."""
    file = _bytes(request, pk).open("rb")
    return FileResponse(file, as_attachment=True, filename=f"uploaded-{pk}.bin", content_type=UNKNOWN)


@never_cache
@require_safe
def document_image(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """A page of a PDF about which nobody has decided, as an image."""
    path = _bytes(request, pk)
    sha256 = UploadedDocument.objects.values_list("sha256", flat=True).get(pk=pk)
    try:
        return HttpResponse(page_images().image_of(sha256, lambda: path, page), content_type=MEDIA_TYPE)
    except PageNotDrawn as reason:
        raise Http404(str(reason)) from reason
    except RendererBusy as busy:
        return HttpResponse(status=UNAVAILABLE, headers={"Retry-After": str(busy.seconds)})


def _bytes(request: HttpRequest, pk: int) -> Path:
    _require(request, SEE)
    document = get_object_or_404(UploadedDocument.objects.exclude(stored=""), pk=pk)
    try:
        return storage.bytes_at(document.stored)
    except FileNotFoundError as error:
        raise Http404 from error
