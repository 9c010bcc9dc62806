"""The lists of checks, fetched files and addresses. What was held back or refused can be handed to the uploads."""

from __future__ import annotations

import shutil
from typing import cast
from uuid import uuid4

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from ingest.fetch.storage import forget, is_kept, path_of
from ingest.models import FetchAddress
from ingest.uploads import storage as uploads
from ingest.uploads.limits import MAX_FILES
from ingest.uploads.receiving import ArrivedFile, receive
from ingest.uploads.worker import start_worker
from inspections.admin.base import ReadOnlyAdmin
from inspections.admin_site import AdminQueue
from inspections.models import FetchedFile, FetchRun
from inspections.vocabulary import FetchedState

NOTHING = "None of these is kept: they were read, or handed on already."


@admin.register(FetchRun)
class FetchRunAdmin(ReadOnlyAdmin):
    """Checks of sources, the newest first."""

    list_display = ("title", "started_at", "finished_at", "asked", "fetched", "unchanged", "failed", "left")
    list_filter = ("source",)
    date_hierarchy = "started_at"


@admin.register(FetchedFile)
class FetchedFileAdmin(ReadOnlyAdmin):
    """Fetched files, and what became of each."""

    list_display = ("name", "state", "address", "fetched_at", "message")
    list_filter = ("state", "incoming")
    list_select_related = ("run",)
    search_fields = ("name", "address", "sha256")
    date_hierarchy = "fetched_at"
    actions = ("hand_on",)
    queues = (
        AdminQueue(
            rank=9,
            title="Fetched files",
            about="Nothing of them is in the knowledge base. Hand them to the uploads to see what they would change.",
            rows=FetchedFile.objects.undecided,
            by="state",
            parts=tuple(
                (state.value, state.label, f"state__exact={state}")
                for state in (FetchedState.HELD_BACK, FetchedState.REFUSED, FetchedState.FAILED)
            ),
        ),
    )

    def has_hand_on_permission(self, request: HttpRequest) -> bool:
        """Those who may upload."""
        return request.user.has_perm("ingest.add_upload")

    @admin.action(description="Hand to the uploads", permissions=["hand_on"])
    def hand_on(self, request: HttpRequest, queryset: QuerySet[FetchedFile]) -> HttpResponse | None:
        """Make an upload of the files whose bytes are kept, and open it."""
        waiting = queryset.exclude(stored="").exclude(state=FetchedState.WAITING).order_by("pk")[:MAX_FILES]
        kept = [file for file in waiting if is_kept(file.stored)]
        if not kept:
            self.message_user(request, NOTHING, messages.WARNING)
            return None
        arrived = []
        for file in kept:
            path = uploads.folder() / uuid4().hex
            shutil.copyfile(path_of(file.stored), path)
            arrived.append(ArrivedFile(path, file.name))
        upload = receive(arrived, (), cast(User, request.user))
        for file in kept:
            stored, file.stored, file.state = file.stored, "", FetchedState.UPLOADED
            file.message = str(upload)
            file.save()
            forget(stored)
        start_worker()
        return HttpResponseRedirect(upload.get_absolute_url())


@admin.register(FetchAddress)
class FetchAddressAdmin(ReadOnlyAdmin):
    """Addresses, what became of each when it was last asked, and when it is due again."""

    list_display = ("address", "state", "status", "message", "checked_at", "due_at")
    list_filter = ("state", "source", "is_page")
    search_fields = ("address", "found_on")
    ordering = ("-pk",)
