"""The pages of alerts: what can be followed, signing up, confirming, stopping.

A link in a mail only shows a form, because programs that look for harmful links open them all; what it says is done
when the form is sent. Stopping by one click of a mail program is a POST as well (RFC 8058). It needs neither a token of
a form nor a log-in: the key in the address allows it, and nothing else.
"""

from __future__ import annotations

import logging
import smtplib
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import View

from findings.alerts import subscribing
from findings.alerts.forms import SignUpForm
from findings.alerts.limits import BY_CLIENT, client_of
from findings.alerts.list_queries import ListQuery, NotFollowable, list_query, query_of
from findings.alerts.models import Frequency, Subscription
from findings.alerts.tokens import KEPT, Confirmation, KeyRefused, read_confirmation, read_stop
from findings.interpretation.themes import THEMES
from findings.views.datasets import DATASETS
from inspections.caching.pages import kept_page
from inspections.views.faults import BAD_REQUEST, NOT_FOUND, UNAVAILABLE, render_fault

TOO_OFTEN = 429
ASKED_TOO_OFTEN = "Too many addresses were entered from your network in the last hour. Try again in an hour."
NO_MAIL_NOW = "No e-mail can be sent at the moment, so your address was not asked. Try again in an hour."
OLD_LINK = (
    "This link does not work any more. Links to confirm an address work once and for "
    f"{KEPT.days} days; if you still want the updates, enter your address again on the page of the list."
)
NO_SUCH_LINK = "This link to stop updates is not complete. Use the one at the end of the newest e-mail."
_log = logging.getLogger(__name__)


@require_safe
def index_page(request: HttpRequest) -> HttpResponse:
    """What can be followed, and how."""
    context = {
        "datasets": DATASETS,
        "themes": THEMES.values(),
        "by_mail": settings.ALERTS_BY_MAIL,
        "days": KEPT.days,
    }
    return render(request, "alerts/index.html", context)


class SignUp(View):
    """Follow a list: its feed, and a form for an address."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or a sentence about why the list cannot be followed."""
        try:
            self.wanted = list_query(kwargs["name"], request.GET)
        except NotFollowable as refusal:
            status = NOT_FOUND if refusal.is_unknown else BAD_REQUEST
            return render_fault(request, status, "This cannot be followed", str(refusal))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def get(self, request: HttpRequest, name: str) -> HttpResponse:
        """The form."""
        return self._page(request, SignUpForm())

    def post(self, request: HttpRequest, name: str) -> HttpResponse:
        """Ask the address for its confirmation; then the same page for everybody."""
        if not settings.ALERTS_BY_MAIL:
            return self._page(request, SignUpForm())
        form = SignUpForm(request.POST)
        if not form.is_valid():
            return self._page(request, form)
        if not BY_CLIENT.take(client_of(request)):
            return render_fault(request, TOO_OFTEN, "Try again later", ASKED_TOO_OFTEN, {"Retry-After": "3600"})
        try:
            subscribing.sign_up(self.wanted, form.cleaned_data["address"], Frequency(form.cleaned_data["frequency"]))
        except (smtplib.SMTPException, OSError) as error:
            _log.error("The mail server does not take mails: %s", type(error).__name__)
            return render_fault(
                request, UNAVAILABLE, "Not possible at this moment", NO_MAIL_NOW, {"Retry-After": "3600"}
            )
        return redirect("alerts-asked")

    def _page(self, request: HttpRequest, form: SignUpForm) -> HttpResponse:
        context = {
            "wanted": self.wanted,
            "form": form.shown,
            "has_problems": bool(form.shown["problems"]),
            "by_mail": settings.ALERTS_BY_MAIL,
            "days": KEPT.days,
        }
        return render(request, "alerts/sign_up.html", context)


@require_safe
def asked_page(request: HttpRequest) -> HttpResponse:
    """What everybody reads who entered an address."""
    return render(request, "alerts/asked.html", {"days": KEPT.days})


class Confirm(View):
    """Confirm an address: a link shows the form, and the form does it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask whether the updates are wanted."""
        read = _confirmation(request.GET)
        found = Subscription.objects.select_related("search").filter(key=read.key).first() if read else None
        wanted = _query_of(found) if found else None
        if read is None or found is None or wanted is None:
            return render_fault(request, NOT_FOUND, "This link does not work", OLD_LINK)
        return render(request, "alerts/confirm.html", {"wanted": wanted, "frequency": read.frequency.label.lower()})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Confirm it."""
        read = _confirmation(request.GET)
        found = subscribing.confirm(read) if read else None
        wanted = _query_of(found) if found else None
        if read is None or wanted is None:
            return render_fault(request, NOT_FOUND, "This link does not work", OLD_LINK)
        return render(request, "alerts/confirmed.html", {"wanted": wanted, "frequency": read.frequency.label.lower()})


class StopAlerts(View):
    """Stop updates, and delete the address."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask once more."""
        try:
            found = Subscription.objects.select_related("search").filter(key=read_stop(request.GET.get("key", "")))
        except KeyRefused:
            return render_fault(request, NOT_FOUND, "This link does not work", NO_SUCH_LINK)
        subscription = found.first()
        if subscription is None:
            return render(request, "alerts/stopped.html")
        return render(request, "alerts/stop.html", {"wanted": _query_of(subscription)})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Delete the subscription; for one that is gone already the answer is the same."""
        try:
            subscribing.stop(read_stop(request.GET.get("key", "")))
        except KeyRefused:
            return render_fault(request, NOT_FOUND, "This link does not work", NO_SUCH_LINK)
        return render(request, "alerts/stopped.html")


def _confirmation(query: QueryDict) -> Confirmation | None:
    try:
        return read_confirmation(query.get("key", ""))
    except KeyRefused:
        return None


def _query_of(subscription: Subscription) -> ListQuery | None:
    try:
        return query_of(subscription.search)
    except NotFollowable:
        return None


ALERT_PAGES = [
    path("alerts/", kept_page(index_page), name="alerts"),
    path("alerts/asked/", kept_page(asked_page), name="alerts-asked"),
    path("alerts/confirm/", never_cache(Confirm.as_view()), name="alerts-confirm"),
    path("alerts/stop/", never_cache(csrf_exempt(StopAlerts.as_view())), name="alerts-stop"),
    path("alerts/follow/<slug:name>/", never_cache(SignUp.as_view()), name="alerts-follow"),
]
