"""Reports and their statements about inspections, as editors correct them.

Their admin is in this app, because corrections are and imports point one way.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse

from findings.admin.correctable import CorrectableAdmin, FormTool, day, person
from findings.admin.shares import ConfirmedShareFilter, panels_of, share_words
from findings.confirmations.share import with_share
from findings.models import Action, Correction, Finding, Recommendation, Section
from findings.publication import set_visibility
from inspections.admin.base import AdminPanel, dates, place, published, row_link
from inspections.admin.filters import (
    FrameworkFilter,
    ReportAuthorityFilter,
    ReportKindFilter,
    ReportNoticesFilter,
    RetiredFilter,
    YearFilter,
    YesNoFilter,
    with_report_path,
)
from inspections.admin_site import AdminQueue
from inspections.models import InspectionStatement, Judgement, Notice, Report
from inspections.vocabulary import Visibility

HIDE = "inspections.hide_report"
CHOOSE = "inspections.choose_edition"


class CorrectedFilter(YesNoFilter):
    """Whether the record has an active correction."""

    title = "corrected"
    parameter_name = "corrected"
    kind = ""
    matches: ClassVar[dict[str, Any]] = {}

    def condition(self) -> Exists:
        """Records that have an active correction."""
        return Exists(Correction.objects.active().filter(kind=self.kind, **self.matches))


class CorrectedReportFilter(CorrectedFilter):
    """Whether a report has an active correction."""

    kind = Report.KIND
    matches = {"report": OuterRef("pk")}


class CorrectedStatementFilter(CorrectedFilter):
    """Whether a statement has an active correction."""

    kind = InspectionStatement.KIND
    matches = {"report": OuterRef("report"), "anchor": OuterRef("anchor")}


@admin.register(Report)
class ReportAdmin(CorrectableAdmin):
    """Reports. Administrators may hide one from the public pages."""

    list_display = ("title", "kind", "authority", published, "notice_count", "confirmed", "visibility", "retired_at")
    list_filter = (
        with_report_path(ReportAuthorityFilter, ""),
        with_report_path(FrameworkFilter, ""),
        "kind",
        with_report_path(YearFilter, ""),
        CorrectedReportFilter,
        ConfirmedShareFilter,
        ReportNoticesFilter,
        "visibility",
        RetiredFilter,
    )
    search_fields = ("title", "identity", "slug", "authority__name", "source__name")
    facts = ("kind", "inspection_link", "is_own", "loaded_at", "changed_at")
    autocomplete_fields = ("authority",)
    queues = (
        AdminQueue(
            rank=7,
            title="Reports without an authority",
            about="Whose they are could not be read. Correct the authority.",
            rows=Report.objects.filter(authority__isnull=True, retired_at__isnull=True).all,
            by="",
            parts=(("", "Without an authority", "authority__isnull=True&retired=no"),),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        """Reports with what lists and forms show."""
        rows: QuerySet[Report] = super().get_queryset(request)
        rows = rows.select_related("authority", "source", "inspection__authority", "inspection__framework")
        about = Notice.objects.open().filter(report=OuterRef("pk")).order_by().values("report")
        number = Subquery(about.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
        counted: QuerySet[Report] = with_share(rows).annotate(notices_found=Coalesce(number, Value(0)))
        return counted

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Also reports without an authority, to which the editors' admin links."""
        return lookup == "authority__isnull" or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def report_of(self, record: Report) -> Report:
        """The report itself."""
        return record

    def anchor_of(self, record: Report) -> str:
        """None: corrections of a report have no anchor."""
        return ""

    def notices_of(self, record: Report) -> QuerySet[Notice]:
        """All notices of the report."""
        return record.notices.all()

    def is_on_site(self, obj: Report) -> bool:
        """Whether the report has a public page; hidden and retired ones have none."""
        return obj.is_public and obj.retired_at is None

    def editable(self, request: HttpRequest, obj: Report) -> tuple[str, ...]:
        """Who sees the report."""
        return ("visibility",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only administrators may hide reports."""
        fields = tuple(super().get_readonly_fields(request, obj))
        return fields if request.user.has_perm(HIDE) else (*fields, "visibility")

    def save_model(self, request: HttpRequest, obj: Report, form: Any, change: bool) -> None:
        """Correct the report, and show or hide it."""
        super().save_model(request, obj, form, change)
        if "visibility" in form.touched:
            set_visibility(
                obj, Visibility(form.cleaned_data["visibility"]), form.cleaned_data["reason"], person(request)
            )

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """The log entry, which also tells whether it was hidden."""
        message = super().construct_change_message(request, form, formsets, add)
        if add or "visibility" not in form.touched:
            return message
        shown = f"{Visibility(form.cleaned_data['visibility']).label}."
        return f"{message} {shown}" if form.corrected else f"{shown} Reason: {form.cleaned_data['reason']}"

    def tools(self, request: HttpRequest, obj: Report) -> Iterable[FormTool]:
        """Links to the desk, to choose another edition, and to add what the reading missed."""
        yield from super().tools(request, obj)
        if request.user.has_perm(CHOOSE) and obj.report_sources.count() > 1:
            yield FormTool("Choose an edition", f"{reverse('admin:inspections_editionchoice_add')}?report={obj.pk}")
        for model in (Section, Judgement, Finding, Recommendation, Action):
            app, name = model._meta.app_label, str(model._meta.model_name)
            if request.user.has_perm(f"{app}.add_{name}"):
                article = "an" if name[0] in "aeiou" else "a"
                address = f"{reverse(f'admin:{app}_{name}_add')}?report={obj.pk}"
                yield FormTool(f"Add {article} {name} by hand", address)

    @admin.display(description="notices", ordering="notices_found")
    def notice_count(self, report: Report) -> int:
        """The number of notices."""
        return int(getattr(report, "notices_found", 0))

    @admin.display(description="confirmed", ordering="share_confirmed")
    def confirmed(self, report: Any) -> str:
        """How many of its records are confirmed, with the share and the last day."""
        return share_words(report)

    @admin.display(description="inspection")
    def inspection_link(self, report: Report) -> str:
        """A link to the inspection."""
        return row_link(report.inspection)

    def related_panels(self, request: HttpRequest, obj: Report) -> Iterable[AdminPanel]:
        """Who sees it and why, its files, who confirmed its records, its judgements, and what it states."""
        yield _visibility_panel(obj)
        yield _files_panel(obj)
        yield from panels_of(obj)
        yield _judgements_panel(obj)
        yield _statements_panel(obj)


@admin.register(InspectionStatement)
class InspectionStatementAdmin(CorrectableAdmin):
    """Statements about inspections. The dates and the lead inspector of an inspection are corrected here."""

    list_display = ("inspection", dates, published, "lead_inspector", "is_own", "report", "retired_at")
    list_filter = (
        ReportAuthorityFilter,
        FrameworkFilter,
        ReportKindFilter,
        YearFilter,
        "is_own",
        CorrectedStatementFilter,
        RetiredFilter,
    )
    search_fields = ("printed", "lead_inspector", "anchor", "report__title", "report__authority__name")
    facts = ("inspection_link", "printed", "is_own")

    def get_queryset(self, request: HttpRequest) -> QuerySet[InspectionStatement]:
        """Statements with what lists and forms show."""
        rows: QuerySet[InspectionStatement] = super().get_queryset(request)
        return rows.select_related("report__source", "inspection__authority", "inspection__framework")

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """The public page of the inspection."""
        return obj.inspection.get_absolute_url() if obj is not None and obj.retired_at is None else None

    @admin.display(description="inspection")
    def inspection_link(self, statement: InspectionStatement) -> str:
        """A link to the inspection."""
        return row_link(statement.inspection)


def _visibility_panel(report: Report) -> AdminPanel:
    return AdminPanel(
        "Who sees this report, and why",
        ("Since", "Who sees it", "Before", "Reason", "By"),
        tuple(
            (
                day(change.made_at),
                change.get_after_display(),
                change.get_before_display() or "New",
                change.reason,
                str(change.made_by),
            )
            for change in report.visibility_changes.select_related("made_by")
        ),
        "Nobody has changed that since the report was loaded.",
    )


def _files_panel(report: Report) -> AdminPanel:
    return AdminPanel(
        "Files of this report",
        ("File", "Role", "Part"),
        tuple(
            (row_link(link.source), link.get_role_display(), str(link.ordinal))
            for link in report.report_sources.select_related("source")
        ),
        "None.",
    )


def _judgements_panel(report: Report) -> AdminPanel:
    return AdminPanel(
        "Judgements",
        ("Domain", "Grade", "As printed", "Basis"),
        tuple(
            (
                row_link(judgement, judgement.domain_wording),
                str(judgement.grade or judgement.get_absence_display()),
                judgement.grade_wording or "-",
                judgement.get_basis_display(),
            )
            for judgement in report.judgements.live().select_related("grade")
        ),
        "None.",
    )


def _statements_panel(report: Report) -> AdminPanel:
    return AdminPanel(
        "What it states of inspections",
        ("Statement", "Dates", "Published", "Lead inspector", "Place"),
        tuple(
            (
                row_link(statement, statement.printed or statement.anchor),
                dates(statement),
                published(statement),
                statement.lead_inspector or "-",
                place(statement),
            )
            for statement in report.statements.all()
        ),
        "None.",
    )
