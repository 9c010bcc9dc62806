"""Decisions about what later reports say of recommendations: making one, by whom, when and why, and withdrawing one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from findings.admin.correctable import person
from findings.interpretation.follow_decisions import RECORDS, FollowChoice, FollowDecisionError, decide, withdraw
from findings.labels import label_of
from findings.models import FollowDecision, Recommendation
from inspections.admin.base import ReadOnlyAdmin, change_url, excerpt, row_link
from inspections.admin.filters import ReportAuthorityFilter, ReportKindFilter, YearFilter
from inspections.admin.notices import ReasonForm
from inspections.models import Report
from inspections.vocabulary import FollowStatus, FollowVerdict

DECIDE = "findings.add_followdecision"
WITHDRAW = "findings.change_followdecision"
BETWEEN = "/"


class DecisionForm(forms.Form):
    """What a person decides: of a record of the later report whether it is about the matter, or the status."""

    record = forms.ChoiceField(required=False, label="Record of the later report")
    verdict = forms.ChoiceField(
        label="Decision", choices=[("", "Choose"), *FollowVerdict.choices(), *FollowStatus.choices()]
    )
    reason = forms.CharField(label="Reason", widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, later: Report, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [row for model in RECORDS for row in model.objects.live().filter(report=later).order_by("ordinal")]
        named = [(f"{row.KIND}{BETWEEN}{row.anchor}", f"{label_of(row)}: {excerpt(row.text)}") for row in rows]
        self.fields["record"] = forms.ChoiceField(
            required=False,
            label="Record of the later report",
            choices=[("", "None: decide the status of the matter"), *named],
        )

    @property
    def choice(self) -> FollowChoice:
        """What was chosen."""
        kind, _, record = self.cleaned_data["record"].partition(BETWEEN)
        return FollowChoice(self.cleaned_data["verdict"], kind, record)


@admin.register(FollowDecision)
class FollowDecisionAdmin(ReadOnlyAdmin):
    """What people decided. A decision is begun on the page of a recommendation, and withdrawn here, never changed."""

    change_form_template = "admin/editors/follow_decision.html"
    list_display = ("anchor", "report", "later", "decided", "reason", "made_by", "made_at", "state")
    list_filter = ("verdict", ReportAuthorityFilter, ReportKindFilter, YearFilter, "made_by")
    list_select_related = ("report__authority", "later__authority", "made_by", "withdrawn_by")
    search_fields = ("anchor", "reason", "report__title", "report__authority__name", "made_by__username")
    date_hierarchy = "made_at"
    fields = ("anchor", "report_link", "later_link", "decided", "before", "reason", "made_by", "made_at", "state")
    readonly_fields = ("report_link", "later_link", "decided", "state")

    def get_urls(self) -> list[URLPattern]:
        """Also the addresses to make and to withdraw one."""
        view = self.admin_site.admin_view
        own = [
            path("add/", view(self.make), name="findings_followdecision_add"),
            path("<int:pk>/withdraw/", view(self.withdraw), name="findings_followdecision_withdraw"),
        ]
        return [*own, *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form with the tool that this user may use."""
        context["may_withdraw"] = request.user.has_perm(WITHDRAW) and context["original"].withdrawn_at is None
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="decision", ordering="verdict")
    def decided(self, one: FollowDecision) -> str:
        """The verdict, with the record that it is about."""
        return f"{one.kind} {one.record}: {one.get_verdict_display()}" if one.record else one.get_verdict_display()

    @admin.display(description="report")
    def report_link(self, one: FollowDecision) -> str:
        """A link to the report that recommends."""
        return row_link(one.report)

    @admin.display(description="later report")
    def later_link(self, one: FollowDecision) -> str:
        """A link to the later report."""
        return row_link(one.later)

    @admin.display(description="state")
    def state(self, one: FollowDecision) -> str:
        """Whether it was withdrawn."""
        return f"Withdrawn by {one.withdrawn_by}: {one.withdrawn_reason}" if one.withdrawn_at else "Holds"

    def make(self, request: HttpRequest) -> HttpResponse:
        """Ask for the decision and the reason, then keep it and go back to the recommendation."""
        if not request.user.has_perm(DECIDE):
            raise PermissionDenied
        recommendation, later = _named(request)
        asked = request.GET.get("record")
        begun = {"record": f"{request.GET.get('kind', '')}{BETWEEN}{asked}"} if asked else {}
        form = DecisionForm(later, request.POST or None, initial=begun)
        if request.method == "POST" and form.is_valid():
            try:
                made = decide(recommendation, later, form.choice, form.cleaned_data["reason"], person(request))
            except FollowDecisionError as error:
                form.add_error("verdict", str(error))
            else:
                self.log_addition(request, made, f"Decided. Reason: {made.reason}")
                self.message_user(request, "The decision was kept.", messages.SUCCESS)
                return HttpResponseRedirect(recommendation.get_absolute_url())
        context = {
            **self.admin_site.each_context(request),
            "title": "Decide what a later report says",
            "opts": self.opts,
            "recommendation": recommendation,
            "label": label_of(recommendation),
            "later": later,
            "form": form,
        }
        return TemplateResponse(request, "admin/editors/decide_follow_up.html", context)

    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the reason, then withdraw."""
        if not request.user.has_perm(WITHDRAW):
            raise PermissionDenied
        one = get_object_or_404(FollowDecision.objects.active().select_related("report", "later", "made_by"), pk=pk)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                withdraw(one, form.cleaned_data["reason"], person(request))
            except FollowDecisionError as error:
                form.add_error("reason", str(error))
            else:
                self.log_change(request, one, f"Withdrawn. Reason: {form.cleaned_data['reason']}")
                self.message_user(request, "The decision was withdrawn.", messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:findings_followdecision_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": "Withdraw a decision",
            "opts": self.opts,
            "one": one,
            "form": form,
            "back": change_url(one),
        }
        return TemplateResponse(request, "admin/editors/withdraw_follow_decision.html", context)


def _named(request: HttpRequest) -> tuple[Recommendation, Report]:
    """The recommendation and the later report that the address names; 404 if there are none."""
    keys = [request.GET.get(name, "") for name in ("report", "later")]
    if not all(key.isdecimal() and len(key) < 12 for key in keys):
        raise Http404
    live = Recommendation.objects.live().select_related("report__authority")
    recommendation = get_object_or_404(live, report=int(keys[0]), anchor=request.GET.get("anchor", ""))
    later = get_object_or_404(
        Report.objects.select_related("authority"), pk=int(keys[1]), followed_matters__recommendation=recommendation
    )
    return recommendation, later
