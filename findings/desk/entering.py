"""The desk's page that enters the report of a file that could not be read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from findings.admin.forms import PartialDateFormField
from findings.admin.versions import seen
from findings.corrections.manual_reports import ENTERED, EnteredReport, can_be_entered, enter_report
from findings.desk.asking import AskingForm, DeskQuestion, ask
from inspections.admin.base import change_url
from inspections.models import Authority, Framework, SourceFile
from inspections.vocabulary import ReportKind
from inspections.write import knowledge_change

RIGHTS = ("findings.add_correction", "inspections.add_report")
TEXT = {"class": "vTextField"}


class ReportForm(AskingForm):
    """What a report is, and which inspection it is about."""

    offered = ("A scan that could not be read.", "A form that no reader knows.")
    kind = forms.ChoiceField(
        choices=[("", "-"), *((kind.value, kind.label) for kind in ENTERED)], label="Kind of report"
    )
    authority = forms.ModelChoiceField(queryset=Authority.objects.order_by("name"), label="Authority")
    title = forms.CharField(max_length=300, label="Title, as printed", widget=forms.TextInput(attrs=TEXT))
    published = PartialDateFormField(required=False, label="Date of the report, or of its publication")
    framework = forms.ModelChoiceField(
        queryset=Framework.objects.all(), required=False, label="Framework of the inspection",
        help_text="Left empty if the report is about no inspection.",
    )  # fmt: skip
    started = PartialDateFormField(required=False, label="First day of the inspection")
    ended = PartialDateFormField(required=False, label="Last day of the inspection")
    lead_inspector = forms.CharField(
        max_length=100, required=False, label="Lead inspector", widget=forms.TextInput(attrs=TEXT)
    )

    def clean(self) -> dict[str, Any] | None:
        """Require a date, and days in their order."""
        cleaned = super().clean()
        given = self.cleaned_data
        if not any(given.get(name) for name in ("published", "started", "ended")) and not self.errors:
            self.add_error("published", "Give at least one date, as far as it is printed.")
        started, ended = given.get("started", ""), given.get("ended", "")
        if started and ended and ended < started[: len(ended)]:
            self.add_error("ended", "The last day is before the first.")
        return cleaned

    @property
    def entered(self) -> EnteredReport:
        """The report as it was entered."""
        given = {name: self.cleaned_data[name] for name in EnteredReport.__dataclass_fields__}
        return EnteredReport(**given | {"kind": ReportKind(given["kind"])})


def enter_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what the report of a file is, and enter it."""
    if not request.user.has_perms(RIGHTS):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, pk)
    with knowledge_change():
        return _page(request, pk)


def _page(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(SourceFile, pk=pk)
    if not can_be_entered(source):
        raise Http404("A report of this file is known already.")
    form = ReportForm(request.POST or None, seen((source.status, source.read_at)))

    def act(form: ReportForm) -> tuple[str, str]:
        report = enter_report(source, form.entered, form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        return "The report was entered as a draft. Add its judgements and records, then publish it.", change_url(report)

    about = (
        f"Nothing could be read from {source.name}. The report that you enter is a draft, for staff alone, until it is "
        "published. Its page and all files say that it was entered by hand, when and by whom."
    )
    crumbs = (("Documents", reverse("admin:inspections_sourcefile_changelist")), (source.name, change_url(source)))
    return ask(
        request, DeskQuestion("Enter a report by hand", about, "Enter it", change_url(source), crumbs), form, act
    )
