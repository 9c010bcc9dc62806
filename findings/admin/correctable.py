"""The form that corrects a record: the value read beside the effective value, with everything that helps to decide.

Editing is correcting: a changed field goes through ``findings.corrections.service.correct``, which keeps the value
read, the reason, the user and the time; no column is written from here. Everything else of the record is read-only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth.models import User
from django.db import models
from django.forms import Field, ModelChoiceField, Textarea
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from findings.admin.differences import Differences, added, differences, removed
from findings.admin.forms import REASONS, CorrectionForm, PartialDateFormField, PlainTextField
from findings.admin.histories import history_panels
from findings.admin.values import as_read, effective, is_long, label_of, written
from findings.corrections import service
from findings.models import Correction
from inspections.admin.base import AdminPanel, EditorsModelAdmin, NoDeletionMixin, link, place, row_link
from inspections.admin_site import desk_url
from inspections.models import Extracted, Notice, PartialDateField, Report
from inspections.write import knowledge_change

SHORT_TEXT_ROWS = 3
CHARACTERS_A_ROW = 60
MOST_ROWS = 24


@dataclass(frozen=True, slots=True)
class FormTool:
    """A link above the form."""

    label: str
    url: str


class CorrectableAdmin(NoDeletionMixin, EditorsModelAdmin):
    """Records that a reading made and that people correct.

    ``facts`` are read-only; ``editable`` are columns that are not read from the document and that the form may set.
    """

    form: type[Any] = CorrectionForm
    change_form_template = "admin/editors/correct.html"
    facts: tuple[str, ...] = ()

    def __init__(self, model: type[Any], admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        self.correctable: tuple[str, ...] = model.CORRECTABLE
        self._read = {name: _column(model, name, "as read", _read_markup) for name in self.correctable}
        self._set = {name: _column(model, name, "effective value", _set_markup) for name in self.correctable}

    def report_of(self, record: Any) -> Report:
        """The report that the record stands in."""
        report: Report = record.report
        return report

    def anchor_of(self, record: Any) -> str:
        """The anchor by which corrections and notices identify the record."""
        return str(record.anchor)

    def notices_of(self, record: Any) -> models.QuerySet[Notice]:
        """The notices about the record."""
        return Notice.objects.filter(report=self.report_of(record), anchor=self.anchor_of(record))

    def corrections_of(self, record: Any) -> models.QuerySet[Correction]:
        """The corrections of the record, newest first."""
        rows = Correction.objects.filter(
            report=self.report_of(record), kind=self.model.KIND, anchor=self.anchor_of(record)
        )
        return rows.select_related("made_by", "withdrawn_by")

    def tools(self, request: HttpRequest, obj: Any) -> Iterable[FormTool]:
        """Links above the form."""
        if request.user.has_perm("findings.add_correction") and not self.is_retired(obj):
            anchor = self.anchor_of(obj) if isinstance(obj, Extracted) else ""
            yield FormTool("Open at the desk", desk_url(self.report_of(obj).pk, record=anchor))

    def editable(self, request: HttpRequest, obj: Any) -> tuple[str, ...]:
        """Columns that are not read from the document and that this user may set."""
        return ()

    def related_panels(self, request: HttpRequest, obj: Any) -> Iterable[AdminPanel]:
        """Panels about the kind of record, above the history of corrections."""
        return ()

    def is_retired(self, obj: Any) -> bool:
        """Whether the newest reading no longer has the record."""
        return obj.retired_at is not None

    # Who may

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: records come from reading. Admins whose records people may add override this."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Users who may change the record and make corrections, as long as the record is live."""
        allowed = super().has_change_permission(request, obj) and request.user.has_perm("findings.add_correction")
        return allowed and not (obj is not None and self.is_retired(obj))

    # The form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The value read beside the effective value for each field, then the reason, then the facts."""
        if obj is None:
            return super().get_fieldsets(request, obj)
        lines: list[Any] = []
        for name in self.correctable:
            if is_long(self.model._meta.get_field(name)) and as_read(obj, name) != effective(obj, name):
                lines += [(self._read[name], self._set[name]), (name,)]
            else:
                lines.append((self._read[name], name))
        if self.has_change_permission(request, obj):
            lines += ["reason", "version"]
        about = (*self.editable(request, obj), *self.facts)
        return (("What was read, and the effective value", {"fields": lines}), ("About this record", {"fields": about}))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All fields that cannot be corrected."""
        if obj is None:
            return super().get_readonly_fields(request, obj)
        return (*self._read.values(), *self._set.values(), *self.facts)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, with the names of its correctable fields."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.correctable = self.correctable
        form.settable = self.editable(request, obj)
        form.refused = getattr(request, "refused", "")
        return form

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Partial dates, and texts whose line ends do not count as changes."""
        label = label_of(self.model, db_field.name)
        if isinstance(db_field, PartialDateField):
            return PartialDateFormField(label=label, required=False)
        if is_long(db_field):
            box = Textarea(attrs={"class": "vLargeTextField", "rows": SHORT_TEXT_ROWS})
            return PlainTextField(label=label, required=not db_field.blank, widget=box)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.label = label
        if isinstance(field, ModelChoiceField) and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget  # reference data is not made in passing
        return field

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form with the notices, the provenance and the links of the record."""
        if obj := context.get("original"):
            context["notices"] = self.notices_of(obj)
            context["provenance"] = self.provenance(obj)
            context["tools"] = tuple(self.tools(request, obj))
            context["is_retired"] = self.is_retired(obj)
            context["reasons"] = (f"As printed on {place(obj)}.", *REASONS)
            context["conflicts"] = getattr(context["adminform"].form, "conflicts", ())
            _fit(context["adminform"].form.fields, obj)
        return super().render_change_form(request, context, *args, **kwargs)

    def provenance(self, obj: Any) -> Sequence[tuple[str, str]]:
        """The place of the record, as labels and values in the order in which they are shown."""
        report = self.report_of(obj)
        places = (
            ("Report", row_link(report) if report != obj else ""),
            ("Document", row_link(report.source)),
            ("Place", place(obj)),
            ("Anchor", self.anchor_of(obj)),
            ("Read by", f"{report.profile}, {report.source.reader}"),
        )
        return tuple((label, value) for label, value in places if value)

    def panels(self, request: HttpRequest, obj: Any) -> Iterable[AdminPanel]:
        """The panels about the kind of record, then its corrections, its confirmations and what readings changed."""
        yield from self.related_panels(request, obj)
        yield AdminPanel(
            "Corrections of this record",
            ("Field", "Read", "Set", "Reason", "State", "Made", "Withdraw"),
            tuple(self._history(request, obj, correction) for correction in self.corrections_of(obj)),
            "Nothing was corrected.",
        )
        yield from history_panels(self.report_of(obj), self.model.KIND, self.anchor_of(obj))

    def _history(self, request: HttpRequest, obj: Any, correction: Correction) -> tuple[str, ...]:
        value_read, value_set = (
            written(obj, correction.field, value) for value in (correction.value_read, correction.value_set)
        )
        as_read_then, as_set = differences(value_read, value_set)
        made = f"{correction.made_by}, {day(correction.made_at)}"
        return (
            row_link(correction, label_of(self.model, correction.field)),
            removed(as_read_then),
            added(as_set),
            correction.reason,
            state(correction),
            made,
            withdraw_link(request, correction),
        )

    # Saving

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Correct each changed field; only corrections write columns."""
        if not change:
            super().save_model(request, obj, form, change)
            return
        for name in form.corrected:
            record = self.model._default_manager.get(pk=obj.pk)
            value = form.cleaned_data[name]
            # One correction can bring another field along: a grade takes away the reason for its absence.
            if getattr(record, name) != value:
                service.correct(record, name, value, form.cleaned_data["reason"], person(request))

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """The log entry: the corrected fields and the reason."""
        if add:
            return super().construct_change_message(request, form, formsets, add)
        if not form.corrected:
            return "Nothing was corrected."
        fields = ", ".join(str(form.fields[name].label) for name in form.corrected)
        return f"Corrected {fields}. Reason: {form.cleaned_data['reason']}"

    def changeform_view(self, request: HttpRequest, object_id: Any = None, *args: Any, **kwargs: Any) -> Any:
        """The form.

        Nobody else writes while what was sent is compared with what the record says now. If a correction is refused,
        nothing is saved, and the form comes back with the reason and all that was typed.
        """
        if request.method != "POST":
            return super().changeform_view(request, object_id, *args, **kwargs)
        record = self.get_object(request, unquote(object_id)) if object_id else None
        if record is not None and self.is_retired(record) and self.has_view_permission(request, record):
            gone = "The last reading no longer has this record, so that nothing was saved."
            self.message_user(request, gone, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        try:
            with knowledge_change():
                return super().changeform_view(request, object_id, *args, **kwargs)
        except service.CorrectionError as error:
            request.refused = str(error)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, *args, **kwargs)


def person(request: HttpRequest) -> User:
    """The logged-in user; the admin requires one."""
    return cast("User", request.user)


def day(moment: datetime) -> str:
    """The date and time in the local time zone."""
    return date_format(localtime(moment), "DATETIME_FORMAT")


def state(correction: Correction) -> str:
    """The status of a correction, in words."""
    if correction.withdrawn_at:
        return f"Withdrawn by {correction.withdrawn_by}, {day(correction.withdrawn_at)}: {correction.withdrawn_reason}"
    return correction.get_status_display() + (" (reviewed)" if correction.reviewed_at else "")


def withdraw_link(request: HttpRequest, correction: Correction) -> str:
    """A link to withdraw an active correction, for users who may."""
    if correction.withdrawn_at or not request.user.has_perm("findings.change_correction"):
        return ""
    return link(reverse("admin:findings_correction_withdraw", args=[correction.pk]), "Withdraw")


def _column(model: type[models.Model], name: str, suffix: str, markup: Callable[[Any, str], str]) -> Callable[..., str]:
    """A read-only column of the form for one field."""

    def column(record: Any) -> str:
        return markup(record, name)

    column.__name__ = f"{name}_{suffix.replace(' ', '_')}"
    column.short_description = f"{label_of(model, name)}, {suffix}"  # type: ignore[attr-defined]
    return column


def _both(record: Any, name: str) -> Differences:
    return differences(written(record, name, as_read(record, name)), written(record, name, effective(record, name)))


def _read_markup(record: Any, name: str) -> str:
    return removed(_both(record, name)[0])


def _set_markup(record: Any, name: str) -> str:
    return added(_both(record, name)[1])


def _fit(fields: dict[str, Field], obj: Any) -> None:
    """Give text boxes the height of their text."""
    for name, field in fields.items():
        if isinstance(field, PlainTextField):
            rows = len(getattr(obj, name)) // CHARACTERS_A_ROW + SHORT_TEXT_ROWS
            field.widget.attrs["rows"] = min(rows, MOST_ROWS)
