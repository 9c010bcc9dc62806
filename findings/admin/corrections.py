"""The queue of corrections: values set, their status after the newest reading, reviewing and withdrawing.

A correction is made in the form of its record and never edited or deleted here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from findings.admin.correctable import day, person, state
from findings.admin.differences import Differences, added, differences, removed
from findings.admin.forms import ReasonForm
from findings.admin.values import label_of, written
from findings.admin.versions import seen
from findings.corrections import service
from findings.corrections.values import MODELS
from findings.models import Correction
from findings.models.changes import is_column, words_of_value
from inspections.admin.base import ReadOnlyAdmin, SeenRowsMixin, change_url, excerpt, link, row_link
from inspections.admin.filters import FrameworkFilter, ReportAuthorityFilter, ReportKindFilter, YearFilter
from inspections.admin_site import AdminQueue
from inspections.vocabulary import CorrectionStatus
from inspections.write import knowledge_change

TO_REVIEW = (
    CorrectionStatus.STALE,
    CorrectionStatus.MOVED,
    CorrectionStatus.AGREED,
    CorrectionStatus.ORPHANED,
)


class QueueFilter(admin.SimpleListFilter):
    """The state of a correction in the queue."""

    title = "queue"
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """The states."""
        return [("review", "To review"), ("active", "Active"), ("withdrawn", "Withdrawn")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Correction]) -> QuerySet[Correction]:
        """The corrections in the chosen state."""
        if self.value() == "review":
            to_review: QuerySet[Correction] = queryset.to_review()  # type: ignore[attr-defined]
            return to_review
        if self.value() == "active":
            return queryset.filter(withdrawn_at__isnull=True)
        return queryset.filter(withdrawn_at__isnull=False) if self.value() == "withdrawn" else queryset


@admin.register(Correction)
class CorrectionAdmin(SeenRowsMixin, ReadOnlyAdmin):
    """Corrections, those that need a review first."""

    change_form_template = "admin/editors/correction.html"
    list_display = (
        "field_name",
        "record",
        "authority",
        "read_words",
        "set_words",
        "now_words",
        "reason",
        "stands",
        "made",
    )
    list_filter = (
        QueueFilter,
        "status",
        "kind",
        "field",
        ReportAuthorityFilter,
        FrameworkFilter,
        ReportKindFilter,
        YearFilter,
        "made_by",
    )
    list_select_related = ("report__authority", "made_by", "withdrawn_by", "reviewed_by")
    search_fields = ("anchor", "field", "reason", "report__title", "report__authority__name", "made_by__username")
    date_hierarchy = "made_at"
    actions = ("mark_reviewed",)
    fields = (
        "record_link",
        "report_link",
        "field_name",
        ("read_marked", "set_marked"),
        "reason",
        "stands",
        "made_by",
        "made_at",
        "reviewed_by",
        "reviewed_at",
    )
    readonly_fields = ("record_link", "report_link", "field_name", "read_marked", "set_marked", "stands")
    queues = (
        AdminQueue(
            rank=1,
            title="Corrections to review",
            about="Documents were read again, and the reading under these corrections is another one.",
            rows=Correction.objects.to_review,
            by="status",
            parts=tuple((str(s), str(s.label), f"queue=review&status__exact={s}") for s in TO_REVIEW),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Correction]:
        """Corrections, those that need a review first."""
        waits = When(withdrawn_at__isnull=True, reviewed_at__isnull=True, status__in=TO_REVIEW, then=Value(0))
        rows = Correction.objects.annotate(waits=Case(waits, default=Value(1), output_field=IntegerField()))
        return rows.order_by(*self.get_ordering(request))

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Those that need a review, then the newest."""
        return ("waits", "-made_at")

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Users who may review and withdraw."""
        return request.user.has_perm("findings.change_correction")

    def get_urls(self) -> list[URLPattern]:
        """Also the addresses to withdraw, to review one, and to find the record."""
        own = (("record", self.to_record), ("withdraw", self.withdraw), ("review", require_POST(self.review)))
        urls = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"findings_correction_{name}")
            for name, view in own
        ]
        return [*urls, *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form with the tools that this user may use."""
        correction = context["original"]
        context["may_review"] = self.has_review_permission(request) and correction.withdrawn_at is None
        context["token"] = self.token_of(correction)
        context["waits"] = correction.status in TO_REVIEW and correction.reviewed_at is None
        return super().render_change_form(request, context, *args, **kwargs)

    # Columns

    @admin.display(description="field", ordering="field")
    def field_name(self, correction: Correction) -> str:
        """The label of the field."""
        kind = MODELS.get(correction.kind)
        return label_of(kind, correction.field) if kind else correction.field

    @admin.display(description="record", ordering="anchor")
    def record(self, correction: Correction) -> str:
        """A link to find the record."""
        url = reverse("admin:findings_correction_record", args=[correction.pk])
        return link(url, f"{correction.kind.capitalize()} {correction.anchor}")

    @admin.display(description="authority", ordering="report__authority__name")
    def authority(self, correction: Correction) -> str:
        """The authority that the report is about."""
        return str(correction.report.authority or "-")

    @admin.display(description="read")
    def read_words(self, correction: Correction) -> str:
        """The first words of the value read."""
        return _words(correction, correction.value_read)

    @admin.display(description="set")
    def set_words(self, correction: Correction) -> str:
        """The first words of the value set."""
        return _words(correction, correction.value_set)

    @admin.display(description="reads now")
    def now_words(self, correction: Correction) -> str:
        """The first words of what the newest reading has."""
        if correction.status == CorrectionStatus.ORPHANED:
            return "-"
        same = correction.value_now == correction.value_read
        return "the same" if same else _words(correction, correction.value_now)

    @admin.display(description="made", ordering="made_at")
    def made(self, correction: Correction) -> str:
        """The user and the time."""
        return f"{correction.made_by}, {day(correction.made_at)}"

    @admin.display(description="state")
    def stands(self, correction: Correction) -> str:
        """The status, in words."""
        return state(correction)

    @admin.display(description="record")
    def record_link(self, correction: Correction) -> str:
        """A link to the record."""
        return row_link(service.find_record(correction))

    @admin.display(description="report")
    def report_link(self, correction: Correction) -> str:
        """A link to the report."""
        return row_link(correction.report)

    @admin.display(description="value read")
    def read_marked(self, correction: Correction) -> str:
        """The value read, with what was taken out marked."""
        return removed(_marked(correction, correction.value_read)[0])

    @admin.display(description="value set")
    def set_marked(self, correction: Correction) -> str:
        """The value set, with what was put in marked."""
        return added(_marked(correction, correction.value_read)[1])

    # What people do

    def token_of(self, row: Correction) -> str:
        """A token of its state and of what the newest reading has."""
        return seen((row.status, row.anchor, row.value_now, row.value_set, row.reviewed_at, row.withdrawn_at))

    @admin.action(description="Mark as reviewed", permissions=["review"])
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet[Correction]) -> None:
        """Remove corrections from the queue; they stay active."""
        with knowledge_change():
            rows = self.as_seen(request, queryset.filter(withdrawn_at__isnull=True))
            for correction in rows:
                service.mark_reviewed(correction, person(request))
                self.log_change(request, correction, "Reviewed.")
        self.message_user(request, f"{len(rows)} marked as reviewed.", messages.SUCCESS)

    def review(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Mark one as reviewed."""
        self._get(request, pk)
        self.mark_reviewed(request, Correction.objects.filter(pk=pk))
        return HttpResponseRedirect(reverse("admin:findings_correction_changelist"))

    def to_record(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form of the record that the correction names."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        correction = get_object_or_404(Correction.objects.select_related("report"), pk=pk)
        record = service.find_record(correction)
        return HttpResponseRedirect(change_url(record if record is not None else correction))

    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the reason, then withdraw: the value read is effective again."""
        correction = self._get(request, pk)
        form = ReasonForm(request.POST or None)
        token = self.token_of(correction)
        if request.POST.get(f"seen-{pk}", token) != token:
            form.add_error(None, "It was read again since you opened this page. Look at what would be effective now.")
        elif request.method == "POST" and form.is_valid():
            try:
                service.withdraw(correction, form.cleaned_data["reason"], person(request))
            except service.CorrectionError as error:
                form.add_error("reason", str(error))
            else:
                self.log_change(request, correction, f"Withdrawn. Reason: {form.cleaned_data['reason']}")
                self.message_user(
                    request, "The correction was withdrawn; what stood before stands again.", messages.SUCCESS
                )
                return self.to_record(request, pk)
        earlier = correction.replaced.first()
        read, effective = _marked(correction, earlier.value_set if earlier else correction.value_now)
        context = {
            **self.admin_site.each_context(request),
            "title": "Withdraw a correction",
            "opts": self.opts,
            "correction": correction,
            "field_name": self.field_name(correction),
            "record": service.find_record(correction),
            "earlier": earlier,
            "read": removed(read),
            "effective": added(effective),
            "form": form,
            "token": token,
            "back": change_url(correction),
        }
        return TemplateResponse(request, "admin/editors/withdraw.html", context)

    def _get(self, request: HttpRequest, pk: int) -> Correction:
        """An active correction, for users who may review."""
        if not self.has_review_permission(request):
            raise PermissionDenied
        rows = Correction.objects.active().select_related("report__authority", "made_by")
        correction = rows.filter(pk=pk).first()
        if correction is None:
            raise Http404("This correction was withdrawn already.")
        return correction


def _words(correction: Correction, value: Any) -> str:
    """The first words of a value."""
    words = str(value or "") if is_column(correction.field) else words_of_value(correction.field, value)
    return excerpt(words) or "-"


def _marked(correction: Correction, value_read: Any) -> Differences:
    record = service.find_record(correction)
    values = (value_read, correction.value_set)
    if not is_column(correction.field):
        return differences(*(words_of_value(correction.field, value) for value in values))
    if record is None:
        return differences(*(str(value or "") for value in values))
    return differences(*(written(record, correction.field, value) for value in values))
