"""A new password by e-mail: the link works once and for ``PASSWORD_RESET_TIMEOUT`` seconds.

The page says the same whether the address is known or not. An account is sent one link in ``PAUSE`` seconds, whoever
asks for it and from wherever. A new password does not replace the code of two-factor authentication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import forms, views
from django.contrib.auth.models import User
from django.core.cache import caches
from django.urls import reverse_lazy

PAUSE = 600
HOURS = settings.PASSWORD_RESET_TIMEOUT // 3600
TEMPLATES = "admin/accounts"


class LimitedResetForm(forms.PasswordResetForm):
    """Asks for the address of an account; sends nothing to one that was sent a link a moment ago."""

    def get_users(self, email: str) -> Iterator[User]:
        """The active accounts with the address, less those that were sent a link in the last ``PAUSE`` seconds."""
        found: Iterable[User] = super().get_users(email)
        return (user for user in found if caches["limits"].add(f"password-reset-{user.pk}", 1, PAUSE))


class _InTheAdmin:
    """Pages in the frame of the editors' admin."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the frame needs; nobody is logged in here."""
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        frame = admin.site.each_context(self.request)  # type: ignore[attr-defined]
        return {**frame, **context, "has_permission": False, "hours": HOURS}


class AskForLink(_InTheAdmin, views.PasswordResetView):
    """Ask for the address of the account."""

    form_class = LimitedResetForm
    email_template_name = f"{TEMPLATES}/password_reset.txt"
    subject_template_name = f"{TEMPLATES}/password_reset_subject.txt"
    success_url = reverse_lazy("password_reset_done")

    extra_email_context = {"hours": HOURS}


class LinkSent(_InTheAdmin, views.PasswordResetDoneView):
    """Say that a link was sent, if there is such an account."""

    template_name = f"{TEMPLATES}/password_reset_done.html"


class NewPassword(_InTheAdmin, views.PasswordResetConfirmView):
    """Ask for the new password, twice; or say that the link no longer works."""

    success_url = reverse_lazy("password_reset_complete")


class PasswordChanged(_InTheAdmin, views.PasswordResetCompleteView):
    """Say that the new password can be used."""
