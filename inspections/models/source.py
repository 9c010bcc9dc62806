"""Source files, the reports in them, and the notices about their reading."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import Any, ClassVar, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import get_script_prefix, reverse

from inspections.models import partial_dates
from inspections.models.authority import Authority
from inspections.models.settlements import NoticeSettlement
from inspections.models.visibility import is_published, is_shown
from inspections.report_kinds import NATIONAL
from inspections.vocabulary import NoticeLevel, Origin, ReadingStatus, ReportKind, SourceRole, Visibility

WHERE_LENGTH = 200
"""Characters of the words for a place."""

ENGLAND, UNKNOWN_AUTHORITY = "england", "unknown"
"""What stands in addresses in place of an authority: for reports on many of them, and where it could not be read."""


def owned_by(authority: str, path: str = "") -> Q:
    """The condition for reports of the authority of an address; ``path`` leads from a row to its report."""
    if authority in (ENGLAND, UNKNOWN_AUTHORITY):
        return Q(**{f"{path}authority__isnull": True})
    return Q(**{f"{path}authority__slug": authority})


class PartialDateField(models.CharField):  # type: ignore[type-arg]
    """An ISO 8601 date of reduced precision ("2023-07-17", "2013-01", "2019"), or "" where none is stated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)
        self.validators.append(RegexValidator(partial_dates.PATTERN, "Give a date as 2023-07-17, 2023-07 or 2023."))


class SourceFileQuerySet(models.QuerySet["SourceFile"]):
    """Queries for source files."""

    def published(self) -> Self:
        """Return the files with a published report, and those without any report, such as refused ones."""
        shown = ReportSource.objects.published().filter(source=models.OuterRef("pk"))
        return self.filter(models.Exists(shown) | ~models.Q(pk__in=with_withheld_reports()))

    def not_published(self) -> Self:
        """Return all other files, which are few and quick to find."""
        shown = ReportSource.objects.published().filter(source=models.OuterRef("pk"))
        return self.filter(~models.Exists(shown), pk__in=with_withheld_reports())

    def withheld(self) -> Self:
        """Return the files that hold a draft or hidden report, whatever else they hold."""
        return self.filter(pk__in=with_withheld_reports())


def with_withheld_reports() -> models.QuerySet[Report, Any]:
    """The keys of the files of drafts and hidden reports, in whatever role."""
    withheld = Report.objects.exclude(is_shown())
    linked = ReportSource.objects.filter(report__in=withheld.values("pk")).order_by()
    return withheld.order_by().values_list("source").union(linked.values_list("source"))


class SourceFile(models.Model):
    """The bytes of a document, identified by their sha256 and stored so that pages can be shown again.

    ``name`` is the first file name under which the bytes were loaded, ``other_names`` are later ones. No facts are read
    from file names. ``ledger`` tells what became of its words at the last reading: their number as "words", and of
    these "in_records", "furniture" and "left_out"; "kinds" has the furniture by ``FurnitureKind``. It is empty for a
    file of which no word could be read.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    other_names = models.JSONField(default=list, blank=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    pages = models.PositiveIntegerField(null=True, blank=True)
    reader = models.CharField(max_length=40, blank=True, help_text="The reader that read it last, with its version.")
    status = models.CharField(max_length=10, choices=ReadingStatus.choices())
    ledger = models.JSONField(default=dict, blank=True, help_text="What became of its words at the last reading.")
    stored = models.FileField(blank=True, max_length=200)
    added_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField()

    objects = SourceFileQuerySet.as_manager()

    class Meta:
        ordering = ("-added_at", "name")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the source file's page."""
        return reverse("source", args=[self.sha256])


class ReportQuerySet(models.QuerySet["Report"]):
    """Queries for reports."""

    def published(self) -> Self:
        """Return the reports that the public pages show."""
        return self.filter(is_published())

    def shown(self) -> Self:
        """Return the reports that have a public address: those that are published, retired ones included."""
        return self.filter(is_shown())

    def not_published_keys(self) -> list[int]:
        """Return the keys of the reports that the public pages do not show, which are few."""
        return list(self.exclude(is_published()).order_by().values_list("pk", flat=True))


class Report(models.Model):
    """One logical document of one kind.

    ``source`` is the file from which its rows were read; ``sources`` also holds other forms and versions of the report.
    ``identity`` is the key by which a later reading recognises the report. ``slug`` is part of its address and never
    changes. ``is_own`` marks the report of ``inspection`` itself, as opposed to a report that only follows it up.
    ``by_inspectorate`` tells that an inspectorate published it, and not a council, the Department or a collector.
    ``origin`` tells whether it was read, or entered by hand because its file could not be.
    """

    KIND: ClassVar[str] = "report"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("title", "published", "licence", "authority")

    kind = models.CharField(max_length=30, choices=ReportKind.choices())
    identity = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=120)
    title = models.CharField(max_length=300)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="reports", null=True, blank=True)
    inspection = models.ForeignKey(
        "inspections.Inspection", on_delete=models.SET_NULL, related_name="reports", null=True, blank=True
    )
    is_own = models.BooleanField(default=False)
    by_inspectorate = models.BooleanField(default=False)
    published = PartialDateField()
    year = models.PositiveSmallIntegerField(null=True, blank=True, db_index=True)
    licence = models.CharField(max_length=20, blank=True)
    profile = models.CharField(max_length=40)
    source = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="current_reports")
    sources = models.ManyToManyField(SourceFile, through="ReportSource", related_name="reports")
    page = models.PositiveIntegerField(null=True, blank=True, help_text="The page of the source on which it begins.")
    line = models.PositiveIntegerField(null=True, blank=True)
    where = models.CharField(max_length=WHERE_LENGTH, blank=True)
    read = models.JSONField(default=dict, blank=True, help_text="What was read, before corrections.")
    visibility = models.CharField(
        max_length=10, choices=Visibility.choices(), default=Visibility.PUBLISHED.value, db_index=True
    )
    origin = models.CharField(max_length=4, choices=Origin.choices(), default=Origin.READ.value)
    retired_at = models.DateTimeField(null=True, blank=True)
    loaded_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField()

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("-published", "slug")
        permissions = [("hide_report", "Can hide a report from the public pages")]
        constraints = [models.UniqueConstraint(fields=("authority", "slug"), name="report_slug_once_an_authority")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the report's permanent address."""
        return _report_address(self.authority_slug, self.slug, get_script_prefix())

    @property
    def is_public(self) -> bool:
        """Whether it is published."""
        return self.visibility == Visibility.PUBLISHED

    @property
    def authority_slug(self) -> str:
        """The authority's part of the address; "england" for reports on many, "unknown" where it could not be read."""
        if self.authority:
            return self.authority.slug
        return ENGLAND if self.kind in NATIONAL else UNKNOWN_AUTHORITY


@lru_cache(maxsize=2000)
def _report_address(authority: str, slug: str, _prefix: str) -> str:
    """The address of a report, which a list has several times for each of its records."""
    return reverse("report", args=[authority, slug])


class ReportSourceQuerySet(models.QuerySet["ReportSource"]):
    """Queries for the places of reports in files."""

    def published(self) -> Self:
        """Return the places of published reports."""
        return self.filter(is_shown("report__"))


class ReportSource(models.Model):
    """A report in a source file: as which part of the file (1 is the first), and in which role.

    ``edition`` holds what its last reading told of the edition (``inspections.documents.editions``). ``reading`` holds
    the content of an edition other than the current one: a list for each record (kind, anchor, number,
    digest of the words or grade), so that the two forms can be compared again whenever one of them is read again.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="report_sources")
    source = models.ForeignKey(SourceFile, on_delete=models.CASCADE, related_name="report_sources")
    ordinal = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=12, choices=SourceRole.choices())
    reading = models.JSONField(default=list, blank=True)
    edition = models.JSONField(default=dict, blank=True)

    objects = ReportSourceQuerySet.as_manager()

    class Meta:
        ordering = ("source", "ordinal")
        constraints = [
            models.UniqueConstraint(fields=("source", "ordinal"), name="one_report_a_part_of_a_source"),
            models.UniqueConstraint(
                fields=("report",), condition=Q(role="current"), name="one_current_source_a_report"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.ordinal}: {self.report}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Queries for notices."""

    def open(self) -> Self:
        """Return the notices that no person has settled."""
        return self.filter(settlement__isnull=True)

    def published(self) -> Self:
        """Return the open notices about published reports, and those about files that hold no other report."""
        of_a_file = models.Q(report__isnull=True) & ~models.Q(source__in=with_withheld_reports())
        return self.open().filter(is_shown("report__") | of_a_file)


class Notice(models.Model):
    """A doubt or failure of a reader, a profile or the loader at the last reading of the source file.

    A notice with a ``settlement`` was looked at by a person: everything is right as it is.
    """

    source = models.ForeignKey(SourceFile, on_delete=models.CASCADE, related_name="notices")
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="notices", null=True, blank=True)
    level = models.CharField(max_length=10, choices=NoticeLevel.choices())
    code = models.SlugField(max_length=60)
    message = models.TextField()
    page = models.PositiveIntegerField(null=True, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    where = models.CharField(max_length=WHERE_LENGTH, blank=True)
    anchor = models.CharField(max_length=120, blank=True)
    settlement = models.ForeignKey(
        NoticeSettlement, on_delete=models.SET_NULL, related_name="notices", null=True, blank=True
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ("source", "report", "id")
        indexes = [models.Index(fields=("report", "anchor"), name="notice_by_record")]

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"

    def get_absolute_url(self) -> str:
        """Return its address on the page of the file, which stays the same when the file is read again."""
        content = "\n".join(map(str, (self.code, self.page, self.where or self.line, self.anchor, self.message)))
        return f"{self.source.get_absolute_url()}#notice-{sha256(content.encode()).hexdigest()[:12]}"
