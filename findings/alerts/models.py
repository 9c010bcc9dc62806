"""Saved searches, who follows them, and what was found for them and not sent yet."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from inspections.vocabulary import Term


class Frequency(Term):
    """How often a digest is sent, if there is anything to tell."""

    DAY = "day", "Once a day"
    WEEK = "week", "Once a week"

    @property
    def pause(self) -> timedelta:
        """The time from one digest to the next."""
        return timedelta(days=1 if self is Frequency.DAY else 7)


class SavedSearch(models.Model):
    """A list with its filters that somebody follows; one row however many do.

    ``query`` is the canonical query string (``findings.alerts.list_queries``), "" for the whole list; ``fingerprint``
    is a digest of list and query, because a query is longer than an index takes.
    """

    dataset = models.SlugField(max_length=40)
    query = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        verbose_name_plural = "saved searches"
        indexes = [models.Index(fields=("dataset",), name="saved_search_by_dataset")]

    def __str__(self) -> str:
        return f"{self.dataset}?{self.query}"


class SearchCriterion(models.Model):
    """A value of a filter that a saved search asks for: the inverted index by which ``matching`` finds candidates."""

    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="criteria")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=200)

    class Meta:
        default_permissions = ()
        verbose_name_plural = "search criteria"
        constraints = [models.UniqueConstraint(fields=("search", "name", "value"), name="one_criterion_a_value")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class SearchMatches(models.Model):
    """What one batch of changes held for a saved search: how many rows, and the keys of the first of them.

    ``keys`` is a list of pairs: the kind of record ("" where a list has one kind) and the key of the row.
    """

    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="matches")
    batch = models.PositiveBigIntegerField()
    number = models.PositiveIntegerField()
    keys = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        verbose_name_plural = "search matches"
        constraints = [models.UniqueConstraint(fields=("search", "batch"), name="search_matches_once_a_batch")]

    def __str__(self) -> str:
        return f"{self.search}, batch {self.batch}: {self.number}"


class ChangePosition(models.Model):
    """How far changes have been looked at: one row, with the number of the last batch.

    Rows of each table get their keys one writer after the other (``inspections.write``), so what came since is what
    has a greater key; no clock decides. Only corrections that are withdrawn are told by their time.
    """

    ONLY: ClassVar[int] = 1

    batch = models.PositiveBigIntegerField(default=0)
    report = models.PositiveBigIntegerField(default=0)
    visibility = models.PositiveBigIntegerField(default=0)
    reading = models.PositiveBigIntegerField(default=0)
    correction = models.PositiveBigIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Batch {self.batch}"


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    """Questions about subscriptions."""

    def active(self) -> Self:
        """Those that are confirmed and were not refused by a mail server."""
        return self.filter(confirmed_at__isnull=False, stopped_at__isnull=True)

    def due(self, today: date) -> Self:
        """Those of which the day has come, and that no failure holds back."""
        held = Q(retry_at__gt=timezone.now())
        return self.active().filter(due_on__lte=today).exclude(held)


class Subscription(models.Model):
    """An address that follows a saved search. It is deleted when it is taken back, and nothing of it is kept.

    ``key`` names it in links. ``sent_batch`` is the last batch of changes that was sent or needs no sending; ``due_on``
    the next day of a digest. ``claimed_at`` is set while a process sends it. ``retry_at`` and ``failures`` tell of
    temporary failures, ``stopped_at`` and ``stopped_because`` of a mail server that refuses the address for good.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="subscriptions")
    address = models.EmailField(max_length=254)
    frequency = models.CharField(max_length=4, choices=Frequency.choices())
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True, db_index=True)
    sent_batch = models.PositiveBigIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_because = models.CharField(max_length=200, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=("address",), name="subscription_by_address")]
        constraints = [
            models.UniqueConstraint(fields=("search", "address"), name="one_subscription_an_address"),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(due_on__isnull=False),
                name="confirmed_subscription_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(stopped_at__isnull=True) | Q(confirmed_at__lte=F("stopped_at")),
                name="stopped_subscription_was_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.search}, {self.get_frequency_display().lower()}"
