"""The mails: plain text with simple HTML beside it, one to each address, so that none learns of another.

A digest can be taken back by one click of a mail program (RFC 8058). Its Message-ID follows from subscription and
batch: should it be sent twice after a crash, programs that know it show it once.
"""

from __future__ import annotations

import smtplib
from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator

from findings.alerts.digests import Digest
from findings.alerts.list_queries import ListQuery
from findings.alerts.models import Frequency, Subscription
from findings.alerts.tokens import KEPT, confirmation_address, stop_address
from inspections.counted import counted

LONGEST_SUBJECT = 150
AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send_confirmation(subscription: Subscription, wanted: ListQuery, frequency: Frequency) -> None:
    """Ask an address whether it wants the digests. A mail server that refuses the address is not told to anybody."""
    context = {
        "title": wanted.title,
        "list_address": f"{settings.SITE_ADDRESS}{wanted.address}",
        "frequency": frequency.label.lower(),
        "confirm_address": confirmation_address(subscription, frequency),
        "stop_address": stop_address(subscription),
        "days": KEPT.days,
    }
    mail = _mail("confirm", f"Confirm that you want updates: {wanted.title}", subscription, context)
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused:
        return


def digest_mail(digest: Digest, subscription: Subscription, connection: BaseEmailBackend) -> EmailMultiAlternatives:
    """The digest for one subscription."""
    stop = stop_address(subscription)
    context = {
        "digest": digest,
        "number": counted(digest.number, "new or changed entry", "new or changed entries"),
        "frequency": Frequency(subscription.frequency).label.lower(),
        "stop_address": stop,
        "about_address": f"{settings.SITE_ADDRESS}{reverse('alerts')}",
    }
    mail = _mail("digest", f"{digest.number} new or changed: {digest.title}", subscription, context, connection)
    mail.extra_headers |= {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Message-ID": f"<digest-{subscription.key.hex}-{digest.batch}@{_host()}>",
    }
    return mail


def _host() -> str | None:
    """The host name of the site."""
    return urlsplit(settings.SITE_ADDRESS).hostname


def _mail(
    template: str,
    subject: str,
    subscription: Subscription,
    context: dict[str, Any],
    connection: BaseEmailBackend | None = None,
) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        Truncator(" ".join(subject.split())).chars(LONGEST_SUBJECT, truncate="…"),
        render_to_string(f"alerts/{template}.txt", context),
        to=[subscription.address],
        headers=AUTOMATIC | {"Message-ID": make_msgid(domain=_host())},  # Django takes the name of the machine
        connection=connection,
    )
    mail.attach_alternative(render_to_string(f"alerts/{template}_mail.html", context), "text/html")
    return mail
