"""Confirmations of records: by whom, when and why, whether they hold, and withdrawing one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from findings.admin.correctable import person
from findings.confirmations.service import ConfirmationError, withdraw
from findings.models import RecordConfirmation
from inspections.admin.base import ReadOnlyAdmin, change_url, link, row_link
from inspections.admin.filters import ReportAuthorityFilter, ReportKindFilter, YearFilter
from inspections.admin.notices import ReasonForm
from inspections.admin_site import desk_url

WITHDRAW = "findings.change_recordconfirmation"


@admin.register(RecordConfirmation)
class RecordConfirmationAdmin(ReadOnlyAdmin):
    """Confirmed records. A confirmation is made at the desk or in a list, and withdrawn here, never changed."""

    change_form_template = "admin/editors/confirmation.html"
    list_display = ("record", "report", "reason", "made_by", "made_at", "state")
    list_filter = ("holds", "kind", ReportAuthorityFilter, ReportKindFilter, YearFilter, "made_by")
    list_select_related = ("report__authority", "made_by", "withdrawn_by")
    search_fields = ("anchor", "reason", "report__title", "report__authority__name", "made_by__username")
    date_hierarchy = "made_at"
    fields = ("record", "report_link", "reason", "made_by", "made_at", "state")
    readonly_fields = ("record", "report_link", "state")

    def get_urls(self) -> list[URLPattern]:
        """Also the address to withdraw one."""
        view = self.admin_site.admin_view(self.withdraw)
        own = path("<int:pk>/withdraw/", view, name="findings_recordconfirmation_withdraw")
        return [own, *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form with the tool that this user may use."""
        may_withdraw = request.user.has_perm(WITHDRAW) and context["original"].withdrawn_at is None
        context["may_withdraw"] = may_withdraw
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="record", ordering="anchor")
    def record(self, one: RecordConfirmation) -> str:
        """The record, with a link to it at the desk."""
        return link(desk_url(one.report_id, record=one.anchor), f"{one.kind.capitalize()} {one.anchor}")

    @admin.display(description="report")
    def report_link(self, one: RecordConfirmation) -> str:
        """A link to the report."""
        return row_link(one.report)

    @admin.display(description="state", ordering="holds")
    def state(self, one: RecordConfirmation) -> str:
        """Whether it holds."""
        if one.withdrawn_at:
            return f"Withdrawn by {one.withdrawn_by}: {one.withdrawn_reason}"
        return "Holds" if one.holds else "Lapsed: the record has changed since"

    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the reason, then withdraw."""
        if not request.user.has_perm(WITHDRAW):
            raise PermissionDenied
        one = get_object_or_404(RecordConfirmation.objects.active().select_related("report", "made_by"), pk=pk)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                withdraw(one, form.cleaned_data["reason"], person(request))
            except ConfirmationError as error:
                form.add_error("reason", str(error))
            else:
                self.log_change(request, one, f"Withdrawn. Reason: {form.cleaned_data['reason']}")
                self.message_user(request, "The confirmation was withdrawn.", messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:findings_recordconfirmation_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": "Withdraw a confirmation",
            "opts": self.opts,
            "one": one,
            "form": form,
            "back": change_url(one),
        }
        return TemplateResponse(request, "admin/editors/withdraw_confirmation.html", context)
