"""Limits of failed log-ins: for each name and address together, and apart from that for each known browser.

Of an attempt are kept: name, address, time and number. What was typed is not kept, nor what the client says of itself,
which it can make up; the column of the latter holds the number of a known browser instead. The table is kept short:
attempts that count no more go after the time of a lock, and never more than ``MOST`` are kept.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt, AccessLog
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from inspections.accounts.browsers import known_browser

MOST = 5_000
LOG_DAYS = 365
TYPED = ("get_data", "post_data")


class LimitedAttempts(AxesDatabaseHandler):
    """Counts failed log-ins by name and address, or by name and known browser."""

    def is_allowed(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        """Whether the sender of a request may try to log in."""
        _name_browser(request, credentials)
        return bool(super().is_allowed(request, credentials))

    def user_login_failed(
        self, sender: object, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        """Count a failure, and keep nothing of what was typed."""
        if request is not None:
            _name_browser(request, credentials)
        super().user_login_failed(sender, credentials, request, **kwargs)
        AccessAttempt.objects.exclude(get_data="", post_data="").update(**dict.fromkeys(TYPED, ""))
        _shorten()

    def user_logged_in(self, sender: object, request: HttpRequest, user: Any, **kwargs: Any) -> None:
        """Log the log-in, and forget the failures of the same place."""
        _name_browser(request, {"username": user.get_username()})
        super().user_logged_in(sender, request, user, **kwargs)
        AccessLog.objects.filter(attempt_time__lt=timezone.now() - timedelta(days=LOG_DAYS)).delete()

    def filter_user_attempts(
        self, request: HttpRequest, credentials: dict[str, Any] | None = None
    ) -> list[QuerySet[AccessAttempt]]:
        """The failures that count for a request: those of its known browser, else those of its address."""
        username = get_client_username(request, credentials)
        browser = request.axes_user_agent  # type: ignore[attr-defined]
        found = AccessAttempt.objects.filter(username=username, user_agent=browser)
        return [found if browser else found.filter(ip_address=request.axes_ip_address)]  # type: ignore[attr-defined]


def _name_browser(request: HttpRequest, credentials: dict[str, Any] | None) -> None:
    username = get_client_username(request, credentials) or ""
    request.axes_user_agent = known_browser(request, username)  # type: ignore[attr-defined]


def _shorten() -> None:
    over = AccessAttempt.objects.order_by("-attempt_time", "-pk").values_list("pk", flat=True)[MOST:]
    AccessAttempt.objects.filter(pk__in=list(over)).delete()
