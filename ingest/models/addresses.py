"""The addresses that sources are asked for, what became of each when it was last asked, and when it is due again."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models

from inspections.models.fetched import ADDRESS_LENGTH
from inspections.vocabulary import AddressState


class FetchAddressQuerySet(models.QuerySet["FetchAddress"]):
    """Queries for addresses."""

    def due(self, source: str, now: datetime) -> Self:
        """Return the addresses of a source that are to be asked."""
        return self.filter(source=source, due_at__lte=now)


class FetchAddress(models.Model):
    """An address of a page or a document; the first source that names it has it.

    ``due_at`` is when it is to be asked again, null for never. ``etag`` and ``last_modified`` are what its server sent
    with the file of ``sha256``, as they were sent. ``tries`` counts the runs in a row in which it failed.
    """

    source = models.CharField(max_length=60)
    address = models.CharField(max_length=ADDRESS_LENGTH, unique=True)
    is_page = models.BooleanField(default=False)
    found_on = models.CharField("found on the page", max_length=ADDRESS_LENGTH, blank=True)
    state = models.CharField(
        max_length=10, choices=AddressState.choices(), default=AddressState.NEW.value, db_index=True
    )
    message = models.TextField(blank=True)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    etag = models.CharField("entity tag", max_length=500, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    checked_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)

    objects = FetchAddressQuerySet.as_manager()

    class Meta:
        ordering = ("source", "pk")
        verbose_name_plural = "fetch addresses"
        indexes = [models.Index(fields=("source", "is_page", "due_at"), name="address_due")]

    def __str__(self) -> str:
        return self.address

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that let the server answer that nothing has changed."""
        if not self.sha256:
            return {}
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}
