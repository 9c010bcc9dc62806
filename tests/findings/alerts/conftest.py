"""A mail server that keeps what it is sent, and people who follow lists."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.http import QueryDict
from django.utils import timezone

from findings.alerts.list_queries import list_query, saved_search
from findings.alerts.models import Frequency, Subscription
from findings.alerts.subscribing import confirm
from findings.alerts.tokens import Confirmation


@dataclass
class Mailbox:
    """What a mail server took, as (recipients, mail), and what it answers to recipients instead of taking a mail."""

    taken: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    connections: int = 0

    async def handle_EHLO(  # noqa: N802  (names of aiosmtpd)
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if refusal := self.answers.get(address) or self.answers.get("*"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.taken.append((list(envelope.rcpt_tos), mail))
        return "250 OK"

    @property
    def recipients(self) -> list[str]:
        return [address for addresses, _ in self.taken for address in addresses]


@pytest.fixture
def mailbox(settings: Any) -> Iterator[Mailbox]:
    """A mail server of the test's own, which the site uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.SITE_ADDRESS = "https://reports.example.org"
    yield box
    controller.stop()


def follow(
    address: str = "mary@example.org",
    name: str = "recommendations",
    query: str = "",
    frequency: Frequency = Frequency.DAY,
    *,
    is_due: bool = True,
) -> Subscription:
    """Somebody who follows a list and has confirmed it; the next digest is due."""
    made = Subscription.objects.create(
        search=saved_search(list_query(name, QueryDict(query))),
        address=address,
        frequency=frequency.value,
        asked_at=timezone.now(),
    )
    confirmed = confirm(Confirmation(made.key, frequency))
    assert confirmed is not None
    if is_due:
        Subscription.objects.filter(pk=made.pk).update(due_on=timezone.localdate())
    return confirmed
