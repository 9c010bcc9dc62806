"""Confirming many records of one kind in their list, with one reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from findings.admin.correctable import person
from findings.confirmations.keys import key_of
from findings.confirmations.service import CONFIRMED_BECAUSE, ConfirmationResult, confirm
from inspections.admin.base import SeenRowsMixin, excerpt, place
from inspections.admin.filters import YesNoFilter
from inspections.admin.notices import ReasonForm

CONFIRM = "findings.add_recordconfirmation"
SEEN = "seen-"
MOST = 500
"""Records that can be confirmed at once: more than anybody compares in a sitting."""


class ConfirmedFilter(YesNoFilter):
    """Whether a person confirmed the record as it is now."""

    title = "confirmed"
    parameter_name = "confirmed"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The records with the chosen answer; the list has it as ``is_confirmed``."""
        return queryset.filter(is_confirmed=self.value() == "yes") if self.value() in ("yes", "no") else queryset


class ConfirmingMixin(SeenRowsMixin):
    """Lists of records of one kind, of which many can be confirmed at once: exactly as the list showed them."""

    def token_of(self, row: Any) -> str:
        """The key of what was read of the record and of what is shown."""
        return key_of(row)

    def has_confirm_permission(self, request: HttpRequest) -> bool:
        """Users who may confirm."""
        return request.user.has_perm(CONFIRM)

    @admin.action(description="Confirm: compared with the document, right as it is", permissions=["confirm"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Ask for the reason, then confirm exactly the records that were shown."""
        is_asked = "chosen" in request.POST
        form = ReasonForm(request.POST if is_asked else None)
        keys = {int(name.removeprefix(SEEN)): str(key) for name, key in request.POST.items() if _is_seen(name)}
        if is_asked and form.is_valid():
            result = confirm(self.model, keys, form.cleaned_data["reason"], person(request))
            self._tell(request, result, form.cleaned_data["reason"])
            return None
        wanted = self.get_queryset(request).filter(pk__in=keys) if is_asked else queryset
        rows = self.as_seen(request, wanted.filter(retired_at__isnull=True)[: MOST + 1])
        if len(rows) > MOST or not rows:
            sentence = f"Choose at most {MOST} records." if rows else "No record is left to confirm."
            self.message_user(request, sentence, messages.WARNING)
            return HttpResponseRedirect(request.get_full_path())
        context = {
            **self.admin_site.each_context(request),
            "title": f"Confirm {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "rows": [(row, self.token_of(row), excerpt(self.words_of(row)), place(row)) for row in rows],
            "reasons": CONFIRMED_BECAUSE,
            "form": form,
            "back": request.get_full_path(),
        }
        return TemplateResponse(request, "admin/editors/confirm.html", context)

    def words_of(self, row: Any) -> str:
        """The words of a record."""
        raise NotImplementedError

    def _tell(self, request: HttpRequest, result: ConfirmationResult, reason: str) -> None:
        for row in result.confirmed:
            self.log_change(request, row, f"Confirmed. Reason: {reason}")
        self.message_user(request, f"{len(result.confirmed)} confirmed.", messages.SUCCESS)
        if result.known:
            self.message_user(request, f"Confirmed already: {_names(result.known)}.")
        if result.changed:
            sentence = f"Changed since you chose them, so that they were not confirmed: {_names(result.changed)}."
            self.message_user(request, f"{sentence} Look again.", messages.WARNING)


def _is_seen(name: str) -> bool:
    return name.startswith(SEEN) and name.removeprefix(SEEN).isdecimal()


def _names(rows: Iterable[Any]) -> str:
    return ", ".join(f"{row} ({row.report})" for row in rows)
