"""The desk's pages that decide what waits: where a reference leads, which document is right, whose a correction is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from findings.admin.values import written
from findings.admin.versions import seen
from findings.corrections.conflicts import decide_conflict, withdraw_decision
from findings.corrections.making import CorrectionError
from findings.corrections.reference_decisions import TARGETS, decide_reference
from findings.corrections.service import attach
from findings.corrections.values import MODELS
from findings.desk.asking import AskingForm, DeskQuestion, ask
from findings.desk.decision_forms import AttachForm, ConflictForm, ReferenceForm, most_like
from findings.desk.leaves import leaves_of
from findings.desk.picture import picture_of
from findings.desk.records import records_on
from findings.labels import field_label, label_of
from findings.models import Correction, CrossReference
from findings.models.changes import is_column, words_of_value
from inspections.admin.base import change_url, place
from inspections.admin_site import desk_url
from inspections.models import Conflict, ConflictDecision, Grade, Report, partial_dates
from inspections.vocabulary import ConflictField, CorrectionStatus, ReferenceTarget
from inspections.write import knowledge_change

RIGHT = "findings.add_correction"
SOURCES = ("finding", "recommendation", "action")
ENDS = (*SOURCES, "target_finding", "target_recommendation", "target_section")


def decision_url(row: Any) -> str:
    """The address at which a conflict, a reference or an orphaned correction is decided; of others, their own form."""
    kinds = {Conflict: "conflict", CrossReference: "reference", Correction: "correction"}
    if isinstance(row, Correction) and not (row.status == CorrectionStatus.ORPHANED and is_column(row.field)):
        return change_url(row)
    return reverse("desk-decide", args=[kinds[type(row)], row.pk])


def decision_page(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Ask for a decision, and make it."""
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied
    pages: dict[str, Callable[[HttpRequest, int], HttpResponse]] = {
        "reference": _reference, "conflict": _conflict, "correction": _correction, "decision": _withdraw
    }  # fmt: skip
    if kind not in pages:
        raise Http404("There is nothing of this kind to decide.")
    if request.method != "POST":
        return pages[kind](request, pk)
    with knowledge_change():
        return pages[kind](request, pk)


def _reference(request: HttpRequest, pk: int) -> HttpResponse:
    reference = get_object_or_404(
        CrossReference.objects.select_related("report__source", "report__authority", *ENDS), pk=pk
    )
    source, report = reference.source, reference.report
    rows = [row for model in TARGETS for row in model.objects.live().filter(report=report).order_by("ordinal")]
    likely = [row for row in rows if reference.ref and getattr(row, "ref", "") == reference.ref]
    nowhere = "No record of this report"
    if reference.decision and reference.leads_to is None:
        nowhere += " (decided already)"
    form = ReferenceForm(
        request.POST or None, seen((reference.leads_to, reference.reason, reference.decision_id)), likely, rows,
        label=f"To which {ReferenceTarget(reference.target).label.lower()} does it lead?", nowhere=nowhere,
    )  # fmt: skip

    def act(form: ReferenceForm) -> tuple[str, str]:
        decide_reference(reference, form.row, form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        return f"“{reference.printed}” was decided.", desk_url(report.pk, record=source.anchor)

    now = label_of(reference.leads_to) if reference.leads_to else reference.reason
    about = f"“{reference.printed}” stands in {label_of(source)}. It leads to: {now}"
    back = desk_url(report.pk, record=source.anchor)
    asked = DeskQuestion("Where a reference leads", about, "Decide it", back, _crumbs(report), source.text)
    return ask(request, asked, form, act, **_picture(report, source))


def _conflict(request: HttpRequest, pk: int) -> HttpResponse:
    conflict = Conflict.objects.select_related("inspection__authority", "domain", "decision").filter(pk=pk).first()
    if conflict is None:
        return _ended(request)
    sides = list(conflict.sides.select_related("report"))
    said: dict[str, list[str]] = {}
    for side in sides:
        said.setdefault(side.value, []).append(str(side.report))
    values = [(value, f"{_value(conflict, value)} ({'; '.join(dict.fromkeys(by))})") for value, by in said.items()]
    token = seen((sorted(said), conflict.decision_id))
    form = ConflictForm(request.POST or None, token, values)

    def act(form: ConflictForm) -> tuple[str, str]:
        decide_conflict(conflict, form.cleaned_data["value"], form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        return f"{conflict} was decided.", desk_url(sides[0].report_id, record=sides[0].anchor)

    what = f"{conflict.get_field_display()}{f': {conflict.domain}' if conflict.domain else ''}"
    about = (
        f"Documents disagree about {conflict.inspection}, {what}. The value that you choose is shown as preferred, and "
        "the conflict waits no more until a document says something else. If one was read wrongly, correct its record "
        "instead."
    )
    rows = tuple((_value(conflict, s.value), s.printed, f"{s.report}, {place(s)}") for s in sides)
    asked = DeskQuestion(
        "Which document is right", about, "Decide it", change_url(conflict),
        (("Conflicts", reverse("admin:inspections_conflict_changelist")),), "", rows
    )  # fmt: skip
    return ask(request, asked, form, act)


def _withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    related = ("inspection__authority", "made_by", "domain")
    decision = get_object_or_404(ConflictDecision.objects.active().select_related(*related), pk=pk)
    conflict = decision.conflicts.first()
    back = change_url(conflict) if conflict else reverse("admin:inspections_conflict_changelist")
    form = AskingForm(request.POST or None, seen(decision.withdrawn_at))

    def act(form: AskingForm) -> tuple[str, str]:
        withdraw_decision(decision, form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        return "The decision was withdrawn.", reverse("admin:inspections_conflict_changelist")

    about = (
        f"{decision.made_by} decided about {decision}: {decision.value}, because: {decision.reason} If this is "
        "withdrawn, what was decided before is preferred again, else what the documents say."
    )
    crumbs = (("Conflicts", reverse("admin:inspections_conflict_changelist")),)
    return ask(request, DeskQuestion("Withdraw a decision", about, "Withdraw it", back, crumbs), form, act)


def _correction(request: HttpRequest, pk: int) -> HttpResponse:
    related = ("report__source", "report__authority", "made_by")
    correction = get_object_or_404(Correction.objects.active().select_related(*related), pk=pk)
    if decision_url(correction) == change_url(correction):
        return HttpResponseRedirect(change_url(correction))
    report, model = correction.report, MODELS[correction.kind]
    rows = list(model.objects.live().filter(report=report).order_by("ordinal"))
    form = AttachForm(
        request.POST or None, seen((correction.status, correction.anchor, correction.withdrawn_at)),
        most_like(correction.words, rows), rows, label="To which record does it belong now?",
    )  # fmt: skip

    def act(form: AttachForm) -> tuple[str, str]:
        if form.row is None:
            raise CorrectionError("The record that you chose is not there any more. Choose again.")
        attach(correction, form.row, form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        return f"The correction was attached to {label_of(form.row)}.", desk_url(report.pk, record=form.row.anchor)

    value = written(rows[0], correction.field, correction.value_set) if rows else str(correction.value_set)
    about = (
        f"{field_label(correction.field)} was set to “{value}” by {correction.made_by}: {correction.reason} The newest "
        "reading no longer has its record. Attach it to the record in which the words stand now, or withdraw it."
    )
    asked = DeskQuestion(
        "Whose a correction is", about, "Attach it", change_url(correction), _crumbs(report),
        correction.words or words_of_value(correction.field, correction.value_read),
    )  # fmt: skip
    return ask(request, asked, form, act)


def _ended(request: HttpRequest) -> HttpResponse:
    """Say that a conflict has ended, or is another one by now, and lead to those that are left."""
    messages.warning(request, "This conflict has ended, or the documents say something else by now. Nothing was done.")
    return HttpResponseRedirect(reverse("admin:inspections_conflict_changelist"))


def _value(conflict: Conflict, value: str) -> str:
    if conflict.field == ConflictField.GRADE:
        grades = Grade.objects.filter(framework=conflict.inspection.framework_id, code=value)
        return str(grades.first() or value)
    return value if conflict.field == ConflictField.LEAD_INSPECTOR else partial_dates.display(value)


def _crumbs(report: Report) -> tuple[tuple[str, str], ...]:
    reports = reverse("admin:inspections_report_changelist")
    return (("Reports", reports), (str(report), change_url(report)), ("Desk", desk_url(report.pk)))


def _picture(report: Report, record: Any) -> dict[str, Any]:
    """The leaf on which a record stands."""
    leaves = leaves_of(report)
    leaf = leaves.leaf(leaves.number_of(record))
    return {"leaf": leaf, "picture": picture_of(report.source, leaf, records_on(report, leaf), record.anchor)}
