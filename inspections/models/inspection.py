"""Inspections, the statements of documents about their dates, and conflicts between documents."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import get_script_prefix, reverse

from inspections.models import partial_dates
from inspections.models.authority import Authority
from inspections.models.framework import Domain, Framework
from inspections.models.inspection_days import first_day
from inspections.models.source import WHERE_LENGTH, PartialDateField, Report
from inspections.models.visibility import is_shown
from inspections.vocabulary import ConflictField


class InspectionQuerySet(models.QuerySet["Inspection"]):
    """Queries for inspections."""

    def with_own_report(self) -> Self:
        """Return the inspections whose own report was read, without those that other documents only mention."""
        return self.filter(is_reported_only=False)

    def published(self) -> Self:
        """Return the inspections that at least one published report is about, states or quotes a judgement of."""
        from inspections.models.judgement import Judgement  # which imports this module

        here = {"inspection": models.OuterRef("pk")}
        statements = InspectionStatement.objects.published().filter(**here)
        judged = Judgement.objects.published().filter(**here)
        reports = Report.objects.published().filter(**here)
        return self.filter(models.Exists(statements) | models.Exists(judged) | models.Exists(reports))


class Inspection(models.Model):
    """One authority, one framework, one set of dates. ``framework`` is null where no document names it.

    The dates are the preferred ones: those of the inspection's own report, else those that other documents state.
    ``urn``, ``address`` and ``theme`` come from tables of outcomes: the inspectorate's identifier of the provider, the
    web address of the report, and what a visit was about, which its letter may state, too.
    ``slug`` is permanent once the inspection's own report was read. ``former_slugs`` are addresses from the time when
    other documents only mentioned the inspection; they still lead to it.
    """

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="inspections")
    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="inspections", null=True, blank=True
    )
    slug = models.SlugField(max_length=80)
    former_slugs = models.JSONField(default=list, blank=True)
    started = PartialDateField()
    ended = PartialDateField()
    published = PartialDateField()
    year = models.PositiveSmallIntegerField(null=True, blank=True, db_index=True)
    lead_inspector = models.CharField(max_length=100, blank=True)
    urn = models.CharField("URN", max_length=20, blank=True)
    address = models.CharField("address of the report", max_length=300, blank=True)
    theme = models.CharField(max_length=200, blank=True)
    is_reported_only = models.BooleanField(default=True)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = ("-started", "authority")
        constraints = [models.UniqueConstraint(fields=("authority", "slug"), name="inspection_slug_once_an_authority")]

    def __str__(self) -> str:
        name = self.framework.short_name if self.framework else "Inspection"
        when = partial_dates.display(first_day(self)) or "undated"
        return f"{self.authority.name}, {name}, {when}"

    def get_absolute_url(self) -> str:
        """Return the inspection's permanent address."""
        return _inspection_address(self.authority.slug, self.slug, get_script_prefix())


@lru_cache(maxsize=2000)
def _inspection_address(authority: str, slug: str, _prefix: str) -> str:
    """The address of an inspection, which a page has several times."""
    return reverse("inspection", args=[authority, slug])


class InspectionStatementQuerySet(models.QuerySet["InspectionStatement"]):
    """Queries for statements about inspections."""

    def about(self, authorities: Collection[int]) -> Self:
        """Return the statements about inspections of some authorities, by key."""
        of_report = Q(authority=None, report__in=Report.objects.filter(authority__in=authorities).values("pk"))
        return self.filter(Q(authority__in=authorities) | of_report)

    def live(self) -> Self:
        """Return the statements that the newest reading still has, of live reports."""
        return self.filter(retired_at__isnull=True, report__retired_at__isnull=True)

    def published(self) -> Self:
        """Return the statements that the public pages show."""
        return self.live().filter(is_shown("report__"))


class InspectionStatement(models.Model):
    """What one report states about an inspection's dates, with the printed words and their place.

    ``is_own`` marks a statement of the inspection's own report. ``framework`` is the framework that the words name, or
    null. ``authority`` is set by reports on many authorities alone; else it is that of the report. ``read`` holds the
    values of the last reading.
    """

    KIND: ClassVar[str] = "inspection"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("framework", "started", "ended", "published", "lead_inspector")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="statements")
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="statements")
    anchor = models.CharField(max_length=120)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="statements", null=True, blank=True)
    is_own = models.BooleanField(default=False)
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    started = PartialDateField()
    ended = PartialDateField()
    published = PartialDateField()
    lead_inspector = models.CharField(max_length=100, blank=True)
    urn = models.CharField("URN", max_length=20, blank=True)
    address = models.CharField("address of the report", max_length=300, blank=True)
    theme = models.CharField(max_length=200, blank=True)
    printed = models.TextField(blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    where = models.CharField(max_length=WHERE_LENGTH, blank=True)
    read = models.JSONField(default=dict, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = InspectionStatementQuerySet.as_manager()

    class Meta:
        ordering = ("inspection", "-is_own", "report")
        constraints = [models.UniqueConstraint(fields=("report", "anchor"), name="statement_anchor_once_a_report")]

    def __str__(self) -> str:
        return f"{self.report}: {self.printed or self.started}"

    @property
    def about_id(self) -> int | None:
        """The key of the authority whose inspection it is about."""
        return self.authority_id or self.report.authority_id


class ConflictQuerySet(models.QuerySet["Conflict"]):
    """Queries for conflicts."""

    def open(self) -> Self:
        """Return the conflicts that no person has decided."""
        return self.filter(decision__isnull=True)


class Conflict(models.Model):
    """A fact of an inspection on which documents disagree; its sides hold each document's value and place.

    The preferred value is that of the inspection's own report. ``decision`` is that of a person, as long as all sides
    are those between which it was made.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="conflicts")
    field = models.CharField(max_length=20, choices=ConflictField.choices())
    domain = models.ForeignKey(Domain, on_delete=models.CASCADE, null=True, blank=True)
    scope = models.CharField(max_length=20, blank=True)
    decision = models.ForeignKey(
        "inspections.ConflictDecision", on_delete=models.SET_NULL, related_name="conflicts", null=True, blank=True
    )

    objects = ConflictQuerySet.as_manager()

    class Meta:
        ordering = ("inspection", "field")
        constraints = [
            models.UniqueConstraint(
                fields=("inspection", "field"), condition=models.Q(domain__isnull=True), name="one_conflict_a_field"
            ),
            models.UniqueConstraint(fields=("inspection", "field", "domain", "scope"), name="one_conflict_a_grade"),
        ]

    def __str__(self) -> str:
        return f"{self.inspection}: {self.get_field_display()}"


class ConflictSide(models.Model):
    """One document's value in a conflict, with its place. ``is_preferred`` marks the value that the site shows.

    ``value`` is an ISO date, a name or the code of a grade, depending on the conflict's field.
    """

    conflict = models.ForeignKey(Conflict, on_delete=models.CASCADE, related_name="sides")
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    value = models.CharField(max_length=100)
    printed = models.TextField(blank=True)
    anchor = models.CharField(max_length=120, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    where = models.CharField(max_length=WHERE_LENGTH, blank=True)
    is_preferred = models.BooleanField(default=False)

    class Meta:
        ordering = ("conflict", "-is_preferred", "id")

    def __str__(self) -> str:
        return f"{self.report}: {self.value}"
