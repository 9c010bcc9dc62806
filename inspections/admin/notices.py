"""The admin of notices: what was doubted, and settling it with a reason, one or many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localtime

from inspections.admin.base import ReadOnlyAdmin, change_url, excerpt, link, place, row_link
from inspections.admin.filters import FrameworkFilter, ReportAuthorityFilter, ReportKindFilter, YearFilter
from inspections.admin_site import AdminQueue, desk_url
from inspections.documents.settling import open_again, settle
from inspections.models import Extracted, Notice
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

SETTLE = "inspections.add_noticesettlement"
OPEN_AGAIN = "inspections.change_noticesettlement"
REASONS = ("Looked at the page: right as it is.", "The document says so itself.", "Corrected by hand already.")


class SettledFilter(admin.SimpleListFilter):
    """Whether a notice is settled; open ones are listed unless another choice is made."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Return the states."""
        return [("open", "Open"), ("settled", "Settled"), ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        """Return the states without the choice of none."""
        return list(super().choices(changelist))[1:]

    def value(self) -> str:
        """Return the chosen state, open by default."""
        return str(super().value() or "open")

    def queryset(self, request: HttpRequest, queryset: QuerySet[Notice]) -> QuerySet[Notice]:
        """Return the notices in the chosen state."""
        if self.value() == "all":
            return queryset
        return queryset.filter(settlement__isnull=self.value() != "settled")


class ReasonForm(forms.Form):
    """A required reason, with those offered that are given most."""

    reason = forms.CharField(
        label="Reason",
        widget=forms.TextInput(attrs={"class": "vTextField", "list": "reasons", "autocomplete": "off"}),
    )


@admin.register(Notice)
class NoticeAdmin(ReadOnlyAdmin):
    """Doubts and failures of the newest reading of each document."""

    change_form_template = "admin/editors/notice.html"
    list_display = ("code", "level", "message_excerpt", "report", "source", "place_shown", "anchor", "state")
    list_filter = (
        SettledFilter,
        "level",
        ReportAuthorityFilter,
        FrameworkFilter,
        ReportKindFilter,
        YearFilter,
        "code",
    )
    list_select_related = ("report__authority", "source", "settlement__made_by")
    search_fields = ("message", "code", "anchor", "report__title", "report__authority__name", "source__name")
    actions = ("settle",)
    fields = (
        "level",
        "code",
        "meaning",
        "message",
        "state",
        "source_link",
        "report_link",
        "place_shown",
        "anchor",
        "record_link",
    )
    readonly_fields = ("meaning", "state", "source_link", "report_link", "place_shown", "record_link")
    queues = (
        AdminQueue(
            rank=2,
            title="Notices",
            about="What could not be read, or is doubted, and nobody has settled.",
            rows=Notice.objects.open,
            by="level",
            parts=tuple((str(level), str(level.label), f"level__exact={level}") for level in reversed(NoticeLevel)),
        ),
    )

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Allow also the notices of one source file, to which the list of source files links."""
        return lookup == "source__id__exact" or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def has_settle_permission(self, request: HttpRequest) -> bool:
        """Return whether the user may settle notices."""
        return request.user.has_perm(SETTLE)

    def get_urls(self) -> list[URLPattern]:
        """Return also the addresses to settle one notice and to open it again."""
        own = (("settle", self.settle_one), ("open", self.open_one))
        urls = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"inspections_notice_{name}")
            for name, view in own
        ]
        return [*urls, *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Render the form with the tools that this user may use."""
        context["may_settle"] = self.has_settle_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    # Columns

    @admin.display(description="message", ordering="message")
    def message_excerpt(self, notice: Notice) -> str:
        """Return the first words of the message."""
        return excerpt(notice.message)

    @admin.display(description="what such notices mean")
    def meaning(self, notice: Notice) -> str:
        """Return the explanation of the notice's code."""
        return next((code.label for code in NoticeCode if code == notice.code), "-")

    @admin.display(description="state")
    def state(self, notice: Notice) -> str:
        """Return whether it is open, or by whom, when and why it was settled."""
        settled = notice.settlement
        if settled is None:
            return "Open"
        when = date_format(localtime(settled.made_at), "DATETIME_FORMAT")
        return f"Settled by {settled.made_by}, {when}: {settled.reason}"

    @admin.display(description="place", ordering="page")
    def place_shown(self, notice: Notice) -> str:
        """Return page and line, with a link to the desk of the report."""
        if notice.report_id is None:
            return place(notice)
        return link(desk_url(notice.report_id, notice=notice.pk, record=notice.anchor), place(notice))

    @admin.display(description="document")
    def source_link(self, notice: Notice) -> str:
        """Return a link to the source file."""
        return row_link(notice.source)

    @admin.display(description="report")
    def report_link(self, notice: Notice) -> str:
        """Return a link to the report."""
        return row_link(notice.report)

    @admin.display(description="record")
    def record_link(self, notice: Notice) -> str:
        """Return a link to the record that the notice is about, where it can be corrected."""
        if not (notice.anchor and notice.report_id):
            return "-"
        kinds = (model for model in self.admin_site._registry if issubclass(model, Extracted))
        found = (kind._default_manager.filter(report=notice.report_id, anchor=notice.anchor).first() for kind in kinds)
        return row_link(next(filter(None, found), None))

    # What people do

    @admin.action(description="Settle: looked at, right as it is", permissions=["settle"])
    def settle(self, request: HttpRequest, queryset: QuerySet[Notice]) -> HttpResponse:
        """Ask for the reason, then settle exactly the notices that were shown."""
        back = reverse("admin:inspections_notice_changelist")
        if "chosen" not in request.POST:
            return self._ask(request, list(queryset.filter(settlement__isnull=True)), ReasonForm(), back)
        shown = [int(key) for key in request.POST["chosen"].split(",") if key.isdecimal()]
        return self._settle(request, shown, back)

    def settle_one(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Settle one notice."""
        if not self.has_settle_permission(request):
            raise PermissionDenied
        notice = get_object_or_404(Notice.objects.select_related("report", "source"), pk=pk)
        back = _onward(request) or change_url(notice)
        if request.method != "POST":
            return self._ask(request, [notice], ReasonForm(), back)
        return self._settle(request, [pk], back)

    def open_one(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Withdraw the settlement of a notice."""
        if not request.user.has_perm(OPEN_AGAIN):
            raise PermissionDenied
        notice = get_object_or_404(Notice.objects.select_related("report", "source"), pk=pk, settlement__isnull=False)
        form = ReasonForm(request.POST or None)
        if request.method != "POST" or not form.is_valid():
            return self._ask(request, [notice], form, change_url(notice), is_settling=False)
        open_again(notice, form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        self.log_change(request, notice, f"Opened again. Reason: {form.cleaned_data['reason']}")
        self.message_user(request, "The notice is open again.", messages.SUCCESS)
        return HttpResponseRedirect(change_url(notice))

    def _settle(self, request: HttpRequest, shown: Sequence[int], back: str) -> HttpResponse:
        form = ReasonForm(request.POST)
        notices = list(Notice.objects.select_related("report", "source").filter(pk__in=shown))
        if not form.is_valid():
            return self._ask(request, notices, form, back)
        still_open = [notice for notice in notices if notice.settlement_id is None]
        number = settle(still_open, form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        for notice in still_open:
            self.log_change(request, notice, f"Settled. Reason: {form.cleaned_data['reason']}")
        self.message_user(request, f"{number} settled.", messages.SUCCESS)
        if settled := [str(notice) for notice in notices if notice not in still_open]:
            message = f"Settled by somebody else meanwhile, and left as they are: {'; '.join(settled)}"
            self.message_user(request, message, messages.WARNING)
        if gone := len(shown) - len(notices):
            message = f"{gone} are no longer there, because their documents were read again. Look at the list again."
            self.message_user(request, message, messages.WARNING)
        return HttpResponseRedirect(_onward(request) or reverse("admin:inspections_notice_changelist"))

    def _ask(
        self, request: HttpRequest, notices: list[Notice], form: ReasonForm, back: str, *, is_settling: bool = True
    ) -> HttpResponse:
        if not notices:
            self.message_user(request, "These are settled already.", messages.WARNING)
            return HttpResponseRedirect(back)
        context = {
            **self.admin_site.each_context(request),
            "title": "Settle" if is_settling else "Open again",
            "opts": self.opts,
            "notices": notices,
            "chosen": ",".join(str(notice.pk) for notice in notices),
            "is_settling": is_settling,
            "reasons": REASONS,
            "form": form,
            "back": back,
        }
        return TemplateResponse(request, "admin/editors/settle.html", context)


def _onward(request: HttpRequest) -> str:
    """Return the page of this site that the address names as the one to go on with, or ""."""
    onward = request.GET.get("next", "")
    return onward if url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure()) else ""
