"""Forms that ask for a change, with its reason: what was typed is kept, and nobody changes what they have not seen.

Each form carries a token of what it showed. If that is another one by now, nothing is done, and the form comes back
with the new state and all that was typed. So it does if the change itself is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme

from findings.corrections.making import CorrectionError
from inspections.write import knowledge_change

CHANGED = "Somebody changed this since you opened the form, and nothing was done. Look at it as it is now."
WORDS_SHOWN = 14


class AskingForm(forms.Form):
    """The token of what the form showed, and the reason, of which some are ``offered``; the first stands in it."""

    offered: ClassVar[tuple[str, ...]] = ()
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        widget=forms.TextInput(attrs={"class": "vTextField", "list": "reasons", "autocomplete": "off"}),
        label="Reason",
        help_text="Offered, or in your own words. It is kept with the change and shown beside it.",
        max_length=2000,
    )

    def __init__(self, data: Any, token: str, reasons: Iterable[str] = ()) -> None:
        self.reasons = (*reasons, *self.offered)
        super().__init__(data, initial={"seen": token, "reason": next(iter(self.reasons), "")})
        self._token = token
        self.order_fields([name for name in self.fields if name != "reason"] + ["reason"])

    def clean(self) -> dict[str, Any] | None:
        """Refuse what was asked of another state."""
        cleaned = super().clean()
        if self.cleaned_data.get("seen", "") != self._token:
            sent: Any = self.data.copy()  # type: ignore[attr-defined]
            sent["seen"] = self._token
            self.data = sent
            self.add_error(None, CHANGED)
        return cleaned


@dataclass(frozen=True, slots=True)
class DeskQuestion:
    """What a page asks: its title, what the change does, the words that it is about, and where to go without it.

    ``rows`` are what documents say of one fact: the value, the printed words, and where they stand.
    """

    title: str
    about: str
    button: str
    back: str
    crumbs: tuple[tuple[str, str], ...]
    words: str = ""
    rows: tuple[tuple[str, str, str], ...] = ()


def ask(
    request: HttpRequest, asked: DeskQuestion, form: AskingForm, act: Callable[[Any], tuple[str, str]], **context: Any
) -> HttpResponse:
    """Answer with the form, or after the change with where to go: ``act`` returns a message and an address.

    To be called inside a ``knowledge_change`` when something was sent, so that nobody writes in between.
    """
    if request.method == "POST" and form.is_valid():
        try:
            with knowledge_change():
                message, goal = act(form)
        except CorrectionError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, message)
            return HttpResponseRedirect(onward(request) or goal)
    shown = {"asked": asked, "title": asked.title, "form": form, "subtitle": None}
    return TemplateResponse(request, "admin/editors/ask.html", admin.site.each_context(request) | shown | context)


def onward(request: HttpRequest) -> str:
    """The page of this site that the address names as the one to go on with, or ""."""
    address = request.GET.get("next", "")
    return address if url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()) else ""
