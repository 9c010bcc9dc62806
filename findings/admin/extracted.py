"""Lists and forms of all extracted rows, and adding a row by hand that the reading missed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from findings.admin.confirming import ConfirmedFilter, ConfirmingMixin
from findings.admin.correctable import CorrectableAdmin, person
from findings.admin.forms import HandForm
from findings.confirmations.share import with_confirmed
from findings.corrections import manual_records
from findings.corrections.making import CorrectionError
from findings.models import Recommendation
from inspections.admin.base import excerpt, link, place
from inspections.admin.filters import (
    CorrectedRowFilter,
    FrameworkFilter,
    NoticesFilter,
    ReportAuthorityFilter,
    ReportKindFilter,
    RetiredFilter,
    YearFilter,
)
from inspections.admin_site import desk_url
from inspections.models import Notice, Report
from inspections.vocabulary import Origin
from inspections.write import knowledge_change

REPORT_FILTERS = (ReportAuthorityFilter, FrameworkFilter, ReportKindFilter, YearFilter)
TAKEN_BACK = "Taken back in the list of records."
STATE_FILTERS = (ConfirmedFilter, CorrectedRowFilter, NoticesFilter, "origin", RetiredFilter)


class ExtractedAdmin(ConfirmingMixin, CorrectableAdmin):
    """Rows of a report. ``own_filters`` come between those of the report and those of the state of the row."""

    own_filters: ClassVar[tuple[Any, ...]] = ()
    own_related: ClassVar[tuple[str, ...]] = ()
    text_field: ClassVar[str] = "text"
    ordering = ("report_id", "ordinal")
    actions: tuple[str, ...] = ("confirm",)
    search_fields: ClassVar[tuple[str, ...]] = ("text", "ref", "anchor", "report__title", "report__authority__name")
    facts: tuple[str, ...] = ("in_file", "origin")

    def get_list_filter(self, request: HttpRequest) -> Any:
        """The filters, in the same order in every list."""
        return (*REPORT_FILTERS, *self.own_filters, *STATE_FILTERS)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows with what lists and forms show, and whether a notice is about them."""
        about = Notice.objects.open().filter(report=OuterRef("report"), anchor=OuterRef("anchor"))
        rows: QuerySet[Any] = super().get_queryset(request)
        related = ("report__authority", "report__source", *self.own_related)
        noted: QuerySet[Any] = rows.select_related(*related).annotate(has_notices=Exists(about))
        return with_confirmed(noted)

    def is_on_site(self, obj: Any) -> bool:
        """Whether the row has a public page; retired rows and those of hidden reports have none."""
        return obj.retired_at is None and obj.report.is_public and obj.report.retired_at is None

    def words_of(self, row: Any) -> str:
        """The words of a record."""
        return str(getattr(row, self.text_field))

    @admin.display(description="text")
    def words(self, row: Any) -> str:
        """The first words."""
        return excerpt(self.words_of(row))

    @admin.display(description="as it stands in the file")
    def in_file(self, row: Any) -> str:
        """The text as it stands in the file."""
        return str(row.orig)

    @admin.display(description="authority", ordering="report__authority__name")
    def authority(self, row: Any) -> str:
        """The authority that the report is about."""
        return str(row.report.authority or "-")

    @admin.display(description="report", ordering="report__published")
    def report_name(self, row: Any) -> str:
        """Kind and year of the report."""
        return ", ".join(filter(None, (row.report.get_kind_display(), str(row.report.year or ""))))

    @admin.display(description="place", ordering="page")
    def place_shown(self, row: Any) -> str:
        """The page and line, with a link to the record at the desk."""
        return place(row) if row.retired_at else link(desk_url(row.report_id, record=row.anchor), place(row))

    @admin.display(description="marks")
    def marks(self, row: Any) -> str:
        """Properties that editors should know before opening the row."""
        return ", ".join(mark for mark, holds in self.marks_of(row).items() if holds)

    def marks_of(self, row: Any) -> dict[str, bool]:
        """Every possible mark, and whether the row has it."""
        return {
            "confirmed": row.is_confirmed,
            "corrected": row.is_corrected,
            "notices": row.has_notices,
            "by hand": row.origin == Origin.HAND,
            "retired": row.retired_at is not None,
        }


class AddedByHand(ExtractedAdmin):
    """Kinds of rows that people may add where the reading missed one, and withdraw again."""

    hand_fields: ClassVar[tuple[str, ...]] = ("section", "after", "page")
    hand_form: ClassVar[type[HandForm]] = HandForm
    actions = ("confirm", "take_back")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Users who may add such rows."""
        return request.user.has_perm(f"{self.opts.app_label}.add_{self.opts.model_name}")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """For a new row: its place, then its content."""
        if obj is not None:
            return super().get_fieldsets(request, obj)
        rest = (name for name in self.correctable if name != "section")
        fields = ("report", *self.hand_fields, *rest, "reason")
        return ((None, {"fields": fields}),)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form for a new row of the report in the address."""
        if self.has_add_permission(request) and _chosen_report(request) is None:
            name = self.opts.verbose_name
            message = f"Open the report that the {name} stands in, and choose there to add one by hand."
            self.message_user(request, message)
            return HttpResponseRedirect(reverse("admin:inspections_report_changelist"))
        return super().add_view(request, form_url, extra_context)

    def get_field_queryset(self, db: Any, db_field: Any, request: HttpRequest) -> Any:
        """For a new row: its report, and the sections and recommendations of that report."""
        report = _chosen_report(request)
        if report is None or db_field.name not in ("report", "section", "parent"):
            return super().get_field_queryset(db, db_field, request)
        if db_field.name == "report":
            return Report.objects.filter(pk=report.pk)
        rows = db_field.related_model.objects.live().filter(report=report).order_by("ordinal")
        return rows.top_level() if db_field.related_model is Recommendation else rows

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form for a new row, because adding is not correcting."""
        if obj is None:
            kwargs["form"] = self.hand_form
        return super().get_form(request, obj, change, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Add a new row by hand, or correct."""
        if change:
            super().save_model(request, obj, form, change)
        else:
            manual_records.add(obj, form.cleaned_data["reason"], person(request))

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """The log entry."""
        return "Added by hand." if add else super().construct_change_message(request, form, formsets, add)

    @admin.action(description="Take back rows that were added by hand", permissions=["add"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Retire rows that people added; rows that were read are left unchanged."""
        with knowledge_change():
            rows = self.as_seen(request, queryset.filter(origin=Origin.HAND, retired_at__isnull=True))
            try:
                manual_records.take_back(rows, TAKEN_BACK, person(request))
            except CorrectionError as error:
                self.message_user(request, f"{error} Nothing was taken back.", messages.ERROR)
                return
            for row in rows:
                self.log_change(request, row, "Took back what was added by hand.")
        self.message_user(request, f"{len(rows)} taken back. Rows that were read from a document cannot be.")


def _chosen_report(request: HttpRequest) -> Report | None:
    """The report that the address of the form names."""
    chosen = request.GET.get("report", "")
    return Report.objects.filter(pk=chosen, retired_at__isnull=True).first() if chosen.isdecimal() else None
