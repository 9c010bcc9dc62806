"""What ``manage.py check --deploy`` says of the settings that mails need."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks

NO_HTTPS = checks.Warning(
    "SITE_ADDRESS does not begin with https://, so mail programs offer no one-click unsubscribing (RFC 8058).",
    hint="Set SITE_ADDRESS to the address under which readers reach the site.",
    id="alerts.W001",
)


def register() -> None:
    """Add the check to those of ``check --deploy``."""
    checks.register(mail_settings, checks.Tags.security, deploy=True)


def mail_settings(**_: Any) -> list[checks.CheckMessage]:
    """What is wrong with the settings; nothing where no alerts are offered."""
    is_right = settings.SITE_ADDRESS.startswith("https://") or not settings.ALERTS_BY_MAIL
    return [] if is_right else [NO_HTTPS]
