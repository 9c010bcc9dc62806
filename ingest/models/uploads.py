"""Documents that people sent in through the browser, and what became of each.

A document waits, is read, and is ready to be looked at; then a person publishes it, keeps it as a draft or discards it.
Until then nothing of it is in the knowledge base: its bytes and its reading lie apart (``ingest.uploads.storage``). The
row stays for good, and tells who decided what and when.
"""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from inspections.models import SourceFile


class Wish(models.TextChoices):
    """What a person wants to be done with a document that is ready."""

    PUBLISH = "publish", "To be published"
    DRAFT = "draft", "To be kept as a draft"
    REREAD = "reread", "To be read again"


class Upload(models.Model):
    """The files that one person sent in at once.

    ``wish`` is what becomes of each document as soon as it is read, where that was decided beforehand. Documents that
    are held already and are to be read again are an upload, too, of whoever asked for it.
    """

    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    wish = models.CharField(max_length=10, choices=Wish.choices, blank=True, db_default="")

    class Meta:
        ordering = ("-made_at", "-pk")
        permissions = [("publish_upload", "Can publish uploaded documents")]

    def __str__(self) -> str:
        return f"Upload {self.pk}"

    def get_absolute_url(self) -> str:
        """Return the address of its page in the editors' admin."""
        return reverse("admin:ingest_upload_change", args=[self.pk])


class DocumentState(models.TextChoices):
    """What has become of an uploaded document."""

    WAITING = "waiting", "Waiting to be read"
    READING = "reading", "Being read"
    UNPACKED = "unpacked", "Unpacked"
    READY = "ready", "Ready to be looked at"
    REFUSED = "refused", "Refused"
    PUBLISHED = "published", "Published"
    DRAFT = "draft", "Kept as a draft"
    DISCARDED = "discarded", "Discarded"
    REREAD = "reread", "Read again"


class UploadedDocumentQuerySet(models.QuerySet["UploadedDocument"]):
    """Queries for uploaded documents."""

    def open(self) -> Self:
        """Return those that a worker has to do something with."""
        unread = Q(state__in=(DocumentState.WAITING, DocumentState.READING))
        return self.filter(unread | Q(state=DocumentState.READY) & ~Q(wish=""))

    def undecided(self) -> Self:
        """Return those about which a person has not decided yet."""
        return self.filter(state__in=(DocumentState.WAITING, DocumentState.READING, DocumentState.READY))


class UploadedDocument(models.Model):
    """One file of an upload, or one that was packed in it (``container`` is the archive or mail).

    ``name`` is only shown; ``stored`` is the name of the bytes in ``UPLOADS_DIR``, made by this program, and "" once
    they are gone. ``message`` says why it was refused, or what happened to it. ``source`` is the file that it became,
    or that which is read again, or, for one that was refused because it is held already, that one; ``twin`` is the
    uploaded document with the same bytes about which nobody has decided yet. ``summary`` counts what its preview tells
    (``ingest.uploads.previews``). ``worker`` has it in hand since ``taken_at``, or had it last, for the ``tries``-th
    time; ``announced_at`` is when a broker was told that there is something to do with it, null where that is still to
    be done.
    """

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="documents")
    container = models.ForeignKey("self", on_delete=models.PROTECT, related_name="members", null=True, blank=True)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes.")
    stored = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=DocumentState.choices, default=DocumentState.WAITING)
    message = models.TextField(blank=True)
    source = models.ForeignKey(SourceFile, on_delete=models.SET_NULL, related_name="uploads", null=True, blank=True)
    twin = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    summary = models.JSONField(default=dict, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=80, blank=True, db_default="")
    taken_at = models.DateTimeField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    wish = models.CharField(max_length=10, choices=Wish.choices, blank=True, db_default="")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = UploadedDocumentQuerySet.as_manager()

    class Meta:
        ordering = ("upload", "pk")
        indexes = [models.Index(fields=("state", "wish"), name="uploaded_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=("published", "draft", "discarded"))
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="decision_has_a_person_and_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(message=""), name="refused_document_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of its preview in the editors' admin."""
        return reverse("admin:ingest_uploadeddocument_change", args=[self.pk])

    @property
    def is_reread(self) -> bool:
        """Whether it is a file that is held already and is read again, so that it has no bytes of its own."""
        return self.upload.wish == Wish.REREAD

    @property
    def is_ready(self) -> bool:
        """Whether a person can decide about it."""
        return self.state == DocumentState.READY and not self.wish

    @property
    def is_open(self) -> bool:
        """Whether a worker has to do something with it."""
        return self.state in (DocumentState.WAITING, DocumentState.READING) or bool(
            self.state == DocumentState.READY and self.wish
        )
