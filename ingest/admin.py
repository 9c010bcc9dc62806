"""The admin of readings: runs of the loader, what each made of each document, and which editions people chose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q, QuerySet, Sum
from django.forms import ModelChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ingest.editions import choose_edition, withdraw_choice
from ingest.fetch import admin as fetch_admin  # noqa: F401  (registers its models)
from ingest.models import IngestItem, IngestRun, Outcome
from ingest.rereading import NotKept, is_kept
from ingest.uploads import admin as uploads_admin  # noqa: F401  (registers its models)
from inspections.admin.base import AdminPanel, EditorsModelAdmin, NoDeletionMixin, ReadOnlyAdmin, row_link
from inspections.models import EditionChoice, Report, SourceFile

ITEMS_IN_PANEL = 200


@admin.register(IngestRun)
class IngestRunAdmin(ReadOnlyAdmin):
    """Calls of ``manage.py ingest``."""

    list_display = ("started_at", "finished_at", "documents", "refused", "records", "notices")
    date_hierarchy = "started_at"
    fields = ("started_at", "finished_at", "paths")

    def get_queryset(self, request: HttpRequest) -> QuerySet[IngestRun]:
        """Runs with their sums."""
        rows: QuerySet[IngestRun] = super().get_queryset(request)
        refused = Q(items__outcome__in=(Outcome.REFUSED, Outcome.FAILED))
        return rows.annotate(
            documents_read=Count("items"),
            documents_refused=Count("items", filter=refused),
            records_written=Sum("items__created") + Sum("items__changed"),
            notices_made=Sum("items__notices"),
        )

    @admin.display(ordering="documents_read")
    def documents(self, run: IngestRun) -> int:
        """How many documents it read."""
        return int(getattr(run, "documents_read", 0))

    @admin.display(description="refused or failed", ordering="documents_refused")
    def refused(self, run: IngestRun) -> int:
        """How many of them were not loaded."""
        return int(getattr(run, "documents_refused", 0))

    @admin.display(description="records written", ordering="records_written")
    def records(self, run: IngestRun) -> int:
        """How many records it created or changed."""
        return int(getattr(run, "records_written", 0) or 0)

    @admin.display(ordering="notices_made")
    def notices(self, run: IngestRun) -> int:
        """How many notices it left."""
        return int(getattr(run, "notices_made", 0) or 0)

    def panels(self, request: HttpRequest, obj: IngestRun) -> Iterable[AdminPanel]:
        """Its documents."""
        items = obj.items.select_related("source")[:ITEMS_IN_PANEL]
        yield AdminPanel(
            "Documents",
            ("Document", "Outcome", "Created", "Changed", "Unchanged", "Retired", "Notices", "Seconds"),
            tuple(
                (
                    row_link(item.source, item.name) if item.source else item.name,
                    item.get_outcome_display(),
                    str(item.created),
                    str(item.changed),
                    str(item.unchanged),
                    str(item.retired),
                    str(item.notices),
                    f"{item.seconds:.1f}",
                )
                for item in items
            ),
            "None.",
        )


@admin.register(IngestItem)
class IngestItemAdmin(ReadOnlyAdmin):
    """What became of each document in each run."""

    list_display = ("name", "outcome", "created", "changed", "unchanged", "retired", "notices", "seconds", "run")
    list_filter = ("outcome",)
    list_select_related = ("run", "source")
    search_fields = ("name", "source__sha256")
    ordering = ("-run_id", "id")


class EditionChoiceForm(ModelForm):  # type: ignore[type-arg]
    """Which of its files a report is to be read from, and why."""

    class Meta:
        model = EditionChoice
        fields = ("report", "source", "reason")

    def clean_source(self) -> SourceFile:
        """The file, if its bytes are kept."""
        source: SourceFile = self.cleaned_data["source"]
        if not is_kept(source):
            raise ValidationError(str(NotKept(source)))
        return source


class EditionField(ModelChoiceField):  # type: ignore[type-arg]
    """A file, with what is known of the edition of the report in it."""

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        links = report.report_sources.select_related("source")
        self._facts = {link.source_id: link.edition for link in links}

    def label_from_instance(self, obj: Any) -> str:
        """Its name, date, records and status."""
        facts = self._facts.get(obj.pk) or {}
        told = facts.get("printed") or facts.get("date") or "no date"
        return f"{obj.name} ({told}; {facts.get('records', 0)} records; {obj.get_status_display().lower()})"


@admin.register(EditionChoice)
class EditionChoiceAdmin(NoDeletionMixin, EditorsModelAdmin):
    """Which edition of a report counts, as administrators chose. Choices are withdrawn, never deleted."""

    list_display = ("report", "source", "reason", "made_by", "made_at", "withdrawn_by", "withdrawn_at")
    list_select_related = ("report", "source", "made_by", "withdrawn_by")
    search_fields = ("report__title", "source__name", "reason")
    readonly_fields = ("made_by", "made_at", "withdrawn_by", "withdrawn_at")
    form = EditionChoiceForm
    actions = ("withdraw",)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody: another choice takes the place of a choice."""
        return False

    def has_choose_permission(self, request: HttpRequest) -> bool:
        """Administrators."""
        return request.user.has_perm("inspections.choose_edition")

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form for the report in the address."""
        if self.has_add_permission(request) and report_in(request) is None:
            self.message_user(request, "Open the report, and choose “Choose an edition”.")
            return HttpResponseRedirect(reverse("admin:inspections_report_changelist"))
        return super().add_view(request, form_url, extra_context)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What is chosen; for a choice also who made and withdrew it."""
        return ("report", "source", "reason") if obj is None else ("report", "source", "reason", *self.readonly_fields)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """The report of the address, and the files that hold it with what is known of each."""
        report = report_in(request)
        if report and db_field.name == "report":
            kwargs |= {"queryset": Report.objects.filter(pk=report.pk), "initial": report}
        if report and db_field.name == "source":
            kwargs |= {"queryset": report.sources.order_by("name"), "form_class": EditionField, "report": report}
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def save_model(self, request: HttpRequest, obj: EditionChoice, form: Any, change: bool) -> None:
        """Choose, and load the edition."""
        made = choose_edition(obj.report, obj.source, obj.reason, cast(User, request.user))
        obj.pk, obj.made_by, obj.made_at = made.pk, made.made_by, made.made_at

    @admin.action(description="Withdraw: let what the editions say decide again", permissions=["choose"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[EditionChoice]) -> None:
        """Withdraw choices that are active."""
        for choice in queryset.filter(withdrawn_at__isnull=True).select_related("report__source"):
            try:
                withdraw_choice(choice, cast(User, request.user))
            except NotKept as error:
                self.message_user(request, str(error), messages.ERROR)
            else:
                self.log_change(request, choice, "Withdrawn.")
                self.message_user(request, f"The choice for {choice.report} was withdrawn.", messages.SUCCESS)


def report_in(request: HttpRequest) -> Report | None:
    """The report that the address of a form names."""
    chosen = request.GET.get("report", "")
    return Report.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
