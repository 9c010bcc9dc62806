"""What was fetched from the web: when a source was checked, and where each file comes from."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Max, OuterRef, Q, Subquery

from inspections.models.source import SourceFile
from inspections.vocabulary import FetchedState, Incoming

ADDRESS_LENGTH = 1000
"""Characters of an address."""


class FetchRunQuerySet(models.QuerySet["FetchRun"]):
    """Queries for checks of sources."""

    def newest(self) -> Self:
        """Return the newest check of each source that came to its end."""
        ended = FetchRun.objects.filter(finished_at__isnull=False).order_by()
        return self.filter(pk__in=ended.values("source").annotate(newest=Max("pk")).values("newest"))


class FetchRun(models.Model):
    """One check of one source for new documents; ``finished_at`` is null while it runs and if it was stopped.

    ``asked`` counts the addresses that were asked, ``fetched`` the new documents, ``unchanged`` what was as before or
    is held already, ``failed`` what could not be had and ``left`` what is to be asked in the next run. ``message`` says
    what cut it short.
    """

    source = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    asked = models.PositiveIntegerField(default=0)
    fetched = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)

    objects = FetchRunQuerySet.as_manager()

    class Meta:
        ordering = ("-started_at", "-pk")
        indexes = [models.Index(fields=("source", "finished_at"), name="check_by_source")]

    def __str__(self) -> str:
        return f"{self.title}, {self.started_at:%Y-%m-%d %H:%M}"


class FetchedFileQuerySet(models.QuerySet["FetchedFile"]):
    """Queries for fetched files."""

    def of(self, document: SourceFile) -> Self:
        """Return the files that a document was read from, or that have its bytes."""
        inside = FetchedFile.documents.through.objects.filter(sourcefile=document)
        return self.filter(Q(sha256=document.sha256) | Q(pk__in=inside.values("fetchedfile")))

    def with_later(self) -> models.QuerySet[Any]:
        """Add ``later_at``: when another file was first found at the address of each; null where none was."""
        later = FetchedFile.objects.filter(address=OuterRef("address"), pk__gt=OuterRef("pk")).order_by("pk")
        return self.annotate(later_at=Subquery(later.values("fetched_at")[:1]))

    def undecided(self) -> Self:
        """Return the files that a person should look at: their bytes are kept, and not in the knowledge base."""
        return self.filter(state__in=(FetchedState.HELD_BACK, FetchedState.REFUSED, FetchedState.FAILED))


class FetchedFile(models.Model):
    """A file as an address gave it at a time; another file at the same address is a row of its own.

    ``answered_by`` is the address behind redirects. ``headers`` are those of the answer, as pairs of name and value,
    without cookies. ``documents`` are the source files that were read from it: itself, or the members of an archive.
    ``stored`` is the name of its bytes in the storage "fetched", "" once they are elsewhere or gone.
    """

    run = models.ForeignKey(FetchRun, on_delete=models.SET_NULL, related_name="files", null=True, blank=True)
    address = models.CharField(max_length=ADDRESS_LENGTH, db_index=True)
    answered_by = models.CharField(max_length=ADDRESS_LENGTH)
    found_on = models.CharField("found on the page", max_length=ADDRESS_LENGTH, blank=True)
    fetched_at = models.DateTimeField()
    headers = models.JSONField(default=list)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    incoming = models.CharField(max_length=10, choices=Incoming.choices())
    state = models.CharField(
        max_length=10, choices=FetchedState.choices(), default=FetchedState.WAITING.value, db_index=True
    )
    message = models.TextField(blank=True)
    stored = models.CharField(max_length=255, blank=True)
    documents = models.ManyToManyField(SourceFile, related_name="fetched", blank=True)

    objects = FetchedFileQuerySet.as_manager()

    class Meta:
        ordering = ("-fetched_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=("waiting", "held-back")) | ~Q(stored=""), name="waiting_file_has_its_bytes"
            ),
        ]

    def __str__(self) -> str:
        return self.name
