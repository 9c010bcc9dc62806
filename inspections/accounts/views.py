"""The pages of two-factor authentication in the editors' admin: give the code, set up the app, turn it off."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

import segno
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from inspections.accounts import two_factor

WRONG = (
    "This code is not right, or was used before. Wait until the app shows a new one. After each wrong code the next "
    "try has to wait longer."
)


class CodeForm(forms.Form):
    """A code, as it was typed."""

    code = forms.CharField(
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "class": "vTextField"}),
    )


def _page(request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
    context = {**admin.site.each_context(request), "title": title, **context}
    return TemplateResponse(request, f"admin/accounts/{template}.html", context)


@never_cache
@login_required
def code_page(request: HttpRequest) -> HttpResponse:
    """Ask for the code after the password; somebody without an app is led to set it up."""
    user = cast(User, request.user)
    goal = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(goal, {request.get_host()}, require_https=request.is_secure()):
        goal = reverse("admin:index")
    if two_factor.app_of(user) is None:
        return redirect("two-factor-set-up")
    if two_factor.is_verified(user):
        return HttpResponseRedirect(goal)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if two_factor.log_in_with_code(request, form.cleaned_data["code"]):
            return HttpResponseRedirect(goal)
        form.add_error("code", WRONG)
    return _page(request, "code", "Enter the code from your app", form=form, has_permission=False)


@never_cache
@login_required
def set_up_page(request: HttpRequest) -> HttpResponse:
    """Show the secret of a new app; once its code is given, the recovery codes, this one time."""
    user = cast(User, request.user)
    if two_factor.app_of(user) is not None and not two_factor.is_verified(user):
        return redirect("two-factor")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        codes = two_factor.confirm(request, form.cleaned_data["code"])
        if codes:
            _log(user, user, "Set up two-factor authentication.")
            return _page(request, "recovery_codes", "Keep these recovery codes", codes=codes)
        form.add_error("code", WRONG)
    return _page(
        request,
        "set_up",
        "Two-factor authentication",
        form=form,
        secret=two_factor.secret_of(two_factor.app_to_set_up(user)),
        is_set_up=two_factor.app_of(user) is not None,
        is_required=two_factor.is_required(user),
        has_permission=not two_factor.owes_code(request),
    )


@never_cache
@require_safe
@login_required
def picture(request: HttpRequest) -> HttpResponse:
    """The secret of the app that is being set up, as a QR code (SVG)."""
    user = cast(User, request.user)
    if two_factor.app_of(user) is not None and not two_factor.is_verified(user):
        return redirect("two-factor")
    file = BytesIO()
    segno.make(two_factor.app_to_set_up(user).config_url).save(file, kind="svg", scale=5, light="#fff")
    return HttpResponse(file.getvalue(), content_type="image/svg+xml")


@require_POST
@login_required
def turn_off(request: HttpRequest) -> HttpResponse:
    """Turn two-factor authentication off for oneself, where it is not required."""
    user = cast(User, request.user)
    if two_factor.is_required(user):
        messages.error(request, "Administrators need two-factor authentication, so it was not turned off.")
    elif two_factor.turn_off(user):
        _log(user, user, "Turned off two-factor authentication.")
        messages.success(request, "Two-factor authentication is off. Your password alone logs you in.")
    return redirect("two-factor-set-up")


def _log(by: User, about: User, what: str) -> None:
    LogEntry.objects.log_actions(by.pk, [about], CHANGE, what, single_object=True)
