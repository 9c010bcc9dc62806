"""The desk's pages that change a whole record: split, join, take out, add one after it, interpret, decide figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode

from findings.admin.versions import seen
from findings.corrections import changes, manual_records
from findings.corrections.figures import decide_figures
from findings.desk.asking import AskingForm, DeskQuestion, ask
from findings.desk.change_forms import NEXT_ONES, InsertForm, JoinForm, SplitForm, TakeOutForm
from findings.desk.interpreting import InterpretForm, decide_all, suggestion_in_words
from findings.desk.leaves import leaves_of
from findings.desk.picture import picture_of
from findings.desk.records import records_on
from findings.desk.stating import FiguresForm
from findings.labels import label_of
from findings.models import Action, Correction, Finding, Recommendation
from findings.reports.records import find_record
from inspections.admin.base import change_url
from inspections.admin_site import desk_url
from inspections.models import Report
from inspections.write import knowledge_change

CHANGES: tuple[tuple[str, str, tuple[type[Any], ...]], ...] = (
    ("split", "Split", changes.CUT),
    ("join", "Join with the next", changes.CUT),
    ("take-out", "Take out", changes.TAKEN_OUT),
    ("insert", "Insert after", changes.CUT),
    ("interpret", "Themes and polarity", (Finding, Recommendation, Action)),
    ("figures", "Figures", (Finding,)),
)
"""The name of each change in addresses, its label, and the kinds of records that it is for."""
RELATED = ("authority", "source")


def change_links(record: Any) -> tuple[tuple[str, str], ...]:
    """The labels and addresses of the changes that can be made of a record."""
    return tuple(
        (label, _address(record, name)) for name, label, kinds in CHANGES if isinstance(record, kinds)
    )  # fmt: skip


def change_page(request: HttpRequest, pk: int, change: str) -> HttpResponse:
    """Ask for a change of the record that the address names, and make it."""
    report = get_object_or_404(Report.objects.select_related(*RELATED), pk=pk)
    if request.method != "POST":
        return _page(request, report, change)
    with knowledge_change():
        return _page(request, report, change)


def _page(request: HttpRequest, report: Report, change: str) -> HttpResponse:
    record = find_record(report, request.GET.get("record", ""))
    if record is None or (record.retired_at and request.method != "POST"):
        raise Http404("The newest reading has no such record.")
    user: Any = request.user
    if not user.has_perms(("findings.add_correction", f"{record._meta.app_label}.change_{record._meta.model_name}")):
        raise PermissionDenied
    pages: dict[str, Callable[..., HttpResponse]] = {
        "split": _split, "join": _join, "take-out": _take_out, "insert": _insert,
        "interpret": _interpret, "figures": _figures,
    }  # fmt: skip
    allowed = {name for name, _, kinds in CHANGES if isinstance(record, kinds)}
    if change not in allowed:
        raise Http404("There is no such change of this record.")
    return pages[change](request, record)


def _split(request: HttpRequest, record: Any) -> HttpResponse:
    form = SplitForm(request.POST or None, _token(record), record)

    def act(form: SplitForm) -> tuple[str, str]:
        given = form.cleaned_data
        made = changes.split(record, form.second, given["reason"], request.user, ref=given["ref"])  # type: ignore[arg-type]
        return f"{label_of(record)} was split.", desk_url(record.report_id, record=made.anchor)

    about = (
        "The record keeps the first part. The second becomes a record of its own after it, in the same section, on the "
        "same page and for the same judgements."
    )
    return _ask(request, record, form, act, ("Split", about, "Split it"))


def _join(request: HttpRequest, record: Any) -> HttpResponse:
    rows = type(record)._default_manager.filter(report=record.report, retired_at__isnull=True)
    following = list(rows.filter(ordinal__gt=record.ordinal).order_by("ordinal")[:NEXT_ONES])
    form = JoinForm(request.POST or None, _token(record, *following), following)

    def act(form: JoinForm) -> tuple[str, str]:
        changes.join(record, form.rows, form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        return f"{label_of(record)} was joined with what follows.", desk_url(record.report_id, record=record.anchor)

    about = "The record shows both texts, one behind the other. The others leave the pages; their numbers lead to it."
    return _ask(request, record, form, act, ("Join with the next", about, "Join them"))


def _take_out(request: HttpRequest, record: Any) -> HttpResponse:
    form = TakeOutForm(request.POST or None, _token(record))

    def act(form: AskingForm) -> tuple[str, str]:
        changes.suppress(record, form.cleaned_data["reason"], request.user)  # type: ignore[arg-type]
        page = leaves_of(record.report).number_of(record)
        return f"{label_of(record)} was taken out. Withdraw that to bring it back.", desk_url(
            record.report_id, page=page
        )

    about = (
        "The record leaves every page, file and search, through later readings too, until the change is withdrawn. It "
        "keeps its address, which says that it was taken out."
    )
    return _ask(request, record, form, act, ("Take out", about, "Take it out"))


def _insert(request: HttpRequest, record: Any) -> HttpResponse:
    if not request.user.has_perm(f"{record._meta.app_label}.add_{record._meta.model_name}"):
        raise PermissionDenied
    form = InsertForm(request.POST or None, _token(record), record)

    def act(form: InsertForm) -> tuple[str, str]:
        given = form.cleaned_data
        row = type(record)(report=record.report, after=record.anchor, text=given["text"], ref=given["ref"])
        row.page, row.boxes = given.get("page"), form.boxes
        if isinstance(record, Finding):
            row.kind, row.domain = record.kind, record.domain
        manual_records.add(row, given["reason"], request.user)  # type: ignore[arg-type]
        return f"{label_of(row)} was added.", desk_url(record.report_id, record=row.anchor)

    about = (
        f"A record that the reading missed is added after {label_of(record)}, in the same section and for the same "
        "judgements. It is marked as added by hand, on the pages and in files."
    )
    return _ask(request, record, form, act, ("Insert after", about, "Add it"))


def _interpret(request: HttpRequest, record: Any) -> HttpResponse:
    form = InterpretForm(request.POST or None, _token(record), record)

    def act(form: InterpretForm) -> tuple[str, str]:
        decide_all(record, form, request.user)  # type: ignore[arg-type]
        return f"{label_of(record)} was decided.", desk_url(record.report_id, record=record.anchor)

    about = (
        f"{suggestion_in_words(record)} What you decide is shown as decided by a person, and outlives later readings "
        "and new rules until it is withdrawn."
    )
    return _ask(request, record, form, act, ("Themes and polarity", about, "Decide it"))


def _figures(request: HttpRequest, record: Any) -> HttpResponse:
    form = FiguresForm(request.POST or None, _token(record), record)

    def act(form: FiguresForm) -> tuple[str, str]:
        given = form.cleaned_data
        decide_figures(record, given["lines"], given["reason"], request.user)  # type: ignore[arg-type]
        return f"The figures of {label_of(record)} were decided.", desk_url(record.report_id, record=record.anchor)

    about = (
        "Quantities about the authority that the text states: no ages, dates and numbers of paragraphs. What you "
        "decide is shown as decided by a person, and outlives later readings and new rules until it is withdrawn."
    )
    return _ask(request, record, form, act, ("Figures", about, "Decide them"))


def _ask(
    request: HttpRequest,
    record: Any,
    form: AskingForm,
    act: Callable[[Any], tuple[str, str]],
    words: tuple[str, str, str],
) -> HttpResponse:
    report, (name, about, button) = record.report, words
    back = desk_url(report.pk, record=record.anchor)
    leaves = leaves_of(report)
    leaf = leaves.leaf(leaves.number_of(record))
    asked = DeskQuestion(
        f"{name}: {label_of(record)}",
        about,
        button,
        back,
        (
            ("Reports", reverse("admin:inspections_report_changelist")),
            (str(report), change_url(report)),
            ("Desk", back),
        ),
        getattr(record, "text", str(record)),
    )
    picture = picture_of(report.source, leaf, records_on(report, leaf), record.anchor)
    return ask(request, asked, form, act, picture=picture, leaf=leaf)


def _token(*records: Any) -> str:
    """A token of what the records say, and of the corrections that made them say it."""
    made = [list(Correction.objects.of_record(one).order_by("pk").values_list("pk", flat=True)) for one in records]
    said = [
        (one.pk, str(getattr(one, "text", one)), one.retired_at, getattr(one, "suggested", None)) for one in records
    ]
    return seen(said + made)


def _address(record: Any, change: str) -> str:
    return f"{reverse('desk-change', args=[record.report_id, change])}?{urlencode({'record': record.anchor})}"
