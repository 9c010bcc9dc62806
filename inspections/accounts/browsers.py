"""Browsers in which somebody has logged in, known again by a signed cookie.

A log-in from such a browser has a limit of its own, so that nobody else can lock a person out of the place where the
account was last used, even from behind the same address. The cookie gives no access: it holds the name of the account
and a random number, and a password is still asked for.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

COOKIE = "known-browser"
SALT = "inspections.accounts.browsers"
SECONDS = 365 * 24 * 3600
BYTES = 12


def known_browser(request: HttpRequest, username: str) -> str:
    """The number of the browser of a request if the account was used in it before, else ""."""
    try:
        held = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SECONDS)
        name, number = held["user"], held["browser"]
    except (signing.BadSignature, KeyError, TypeError):
        return ""
    return str(number) if name == username else ""


class KnownBrowserMiddleware:
    """Give a browser its cookie when somebody has logged in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        user_logged_in.connect(_remember, dispatch_uid="inspections.accounts.browsers")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view, with the cookie after a log-in."""
        response = self.get_response(request)
        if username := getattr(request, "logged_in_as", ""):
            number = known_browser(request, username) or secrets.token_hex(BYTES)
            response.set_cookie(
                COOKIE,
                signing.dumps({"user": username, "browser": number}, salt=SALT),
                max_age=SECONDS,
                path=reverse("admin:index"),
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response


def _remember(sender: object, request: HttpRequest, user: object, **kwargs: object) -> None:
    request.logged_in_as = user.get_username()  # type: ignore[attr-defined]
