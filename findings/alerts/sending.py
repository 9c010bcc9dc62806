"""Sending the digests that are due, each recorded before the next is sent.

A digest is claimed before it is sent and recorded after the mail server took it, so two processes never send the same
one, and a process that is killed can double the one mail that it was sending and no other: the server may have taken
it, and nothing can know.

What a mail server answers decides:

- It refuses for now (4xx): tried again later, with growing pauses; after a week of it the address is stopped.
- It refuses the address or the mail for good (5xx): nothing more is sent to the address.
- It cannot be reached, or does not take mails from us: sending ends, and the next run goes on.

If a server takes no mail and refuses several without saying that the address is at fault, no address is stopped.
"""

from __future__ import annotations

import re
import smtplib
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q
from django.utils import timezone

from findings.alerts.digests import Digest, digest_of
from findings.alerts.list_queries import NotFollowable
from findings.alerts.mails import digest_mail
from findings.alerts.models import ChangePosition, Frequency, Subscription
from findings.alerts.subscribing import next_day

CLAIMED = timedelta(hours=1)
"""How long a digest stays claimed by a process that does not record that it sent it."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=15), timedelta(days=1)
PATIENCE, FEWEST_TRIES = timedelta(days=7), 5
"""How long, and at least how often, an address is tried that is refused for now."""
SUSPICIOUS = 3
"""So many addresses refused and none taken: the server is wrong."""
CLOSING, FOR_GOOD = 421, 500
OF_ADDRESS = re.compile(r"\b5\.[12]\.\d")
"""The enhanced status of an address or mailbox that cannot be used (RFC 3463): nothing against the server."""
ADDRESS = re.compile(r"\S+@\S+")


class MailServerFault(Exception):
    """The mail server cannot be used at all; the message tells why."""


@dataclass(slots=True)
class SendingResult:
    """How many mails were sent, had nothing to tell, were put off and were stopped, and what else went wrong.

    No sentence holds an address.
    """

    sent: int = 0
    without_news: int = 0
    put_off: int = 0
    stopped: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Refusal:
    code: int
    answer: str

    @property
    def is_for_good(self) -> bool:
        return self.code >= FOR_GOOD

    @property
    def is_doubtful(self) -> bool:
        """Whether the server may have refused all of us, and not this address."""
        return not OF_ADDRESS.search(self.answer)


class Sender:
    """One run of sending."""

    def __init__(self) -> None:
        self.result = SendingResult()
        self.batch = ChangePosition.objects.values_list("batch", flat=True).first() or 0
        self.connection: BaseEmailBackend = get_connection()
        self._digests: dict[tuple[int, int], Digest | None] = {}
        self._refused: list[tuple[int, _Refusal]] = []

    def run(self) -> SendingResult:
        """Send everything that is due. Raises MailServerFault; what was sent until then is recorded."""
        due = list(Subscription.objects.due(timezone.localdate()).order_by("search", "pk").values_list("pk", flat=True))
        try:
            for key in due:
                self._one(key)
                if self._is_server_wrong:
                    raise MailServerFault(f"It refuses every address: {self._refused[-1][1].answer}")
        finally:
            self.connection.close()
            self._stop_refused()
        return self.result

    @property
    def _is_server_wrong(self) -> bool:
        return not self.result.sent and sum(refusal.is_doubtful for _, refusal in self._refused) >= SUSPICIOUS

    def _one(self, key: int) -> None:
        subscription = self._claim(key)
        if subscription is None:
            return
        try:
            digest = self._digest(subscription)
        except NotFollowable as refusal:
            self.result.problems.append(f"{subscription.search} can no longer be followed: {refusal}")
            digest = None
        if digest is None:
            self._record(subscription)
            self.result.without_news += 1
            return
        refused = self._send(digest, subscription)
        if refused is None:
            self._record(subscription)
            self.result.sent += 1
        elif refused.is_for_good:
            self._refused.append((subscription.pk, refused))
        else:
            self._put_off(subscription, refused)

    def _claim(self, key: int) -> Subscription | None:
        """The subscription, if it is still due and no other process is sending it."""
        now = timezone.now()
        free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - CLAIMED)
        due = Subscription.objects.due(timezone.localdate()).filter(free, pk=key)
        if not due.update(claimed_at=now):
            return None
        return Subscription.objects.select_related("search").filter(pk=key).first()

    def _digest(self, subscription: Subscription) -> Digest | None:
        """The digest, made once for all that follow the same search from the same batch on."""
        name = subscription.search_id, subscription.sent_batch
        if name not in self._digests:
            self._digests = {name: digest_of(subscription.search, subscription.sent_batch, self.batch)}
        return self._digests[name]

    def _send(self, digest: Digest, subscription: Subscription) -> _Refusal | None:
        """Send a mail; what the server said if it does not take it now. Raises MailServerFault."""
        for is_last in (False, True):
            try:
                self.connection.open()
                digest_mail(digest, subscription, self.connection).send()
                return None
            except smtplib.SMTPRecipientsRefused as error:
                code, answer = next(iter(error.recipients.values()))
                refusal = _Refusal(code, _words(answer))
            except smtplib.SMTPDataError as error:
                refusal = _Refusal(error.smtp_code, _words(error.smtp_error))
            except smtplib.SMTPServerDisconnected as error:
                refusal = _Refusal(CLOSING, str(error))
            except smtplib.SMTPSenderRefused as error:
                refusal = _Refusal(error.smtp_code, _words(error.smtp_error))
                if error.smtp_code != CLOSING:
                    self._free(subscription)
                    raise MailServerFault(f"It does not take mails from this site: {refusal.answer}") from error
            except (smtplib.SMTPException, OSError) as error:
                self._free(subscription)
                raise MailServerFault(str(error) or type(error).__name__) from error
            if refusal.code != CLOSING:
                return refusal
            self.connection.close()  # servers end a connection after so many mails
            if is_last:
                self._free(subscription)
                raise MailServerFault(f"It ends each connection: {refusal.answer}")
        raise AssertionError("The second attempt returns or raises.")

    def _record(self, subscription: Subscription) -> None:
        """Record that everything up to this batch is told, and when the next digest is due."""
        Subscription.objects.filter(pk=subscription.pk).update(
            sent_batch=self.batch,
            due_on=next_day(Frequency(subscription.frequency), subscription.due_on),
            claimed_at=None,
            failures=0,
            retry_at=None,
        )

    def _put_off(self, subscription: Subscription, refusal: _Refusal) -> None:
        now, failures = timezone.now(), subscription.failures + 1
        has_waited = subscription.due_on and timezone.localdate() - subscription.due_on > PATIENCE
        if has_waited and failures >= FEWEST_TRIES:
            self._refused.append((subscription.pk, refusal))
            return
        pause = min(FIRST_PAUSE * 2 ** min(failures - 1, 10), LONGEST_PAUSE)
        Subscription.objects.filter(pk=subscription.pk).update(
            claimed_at=None, failures=F("failures") + 1, retry_at=now + pause
        )
        self.result.put_off += 1

    def _stop_refused(self) -> None:
        """Stop the addresses that were refused for good, unless it is the server that is wrong."""
        if self._is_server_wrong:
            Subscription.objects.filter(pk__in=[key for key, _ in self._refused]).update(claimed_at=None)
            return
        for key, refusal in self._refused:
            because = f"{refusal.code} {refusal.answer}"[:200]
            Subscription.objects.filter(pk=key).update(
                claimed_at=None, stopped_at=timezone.now(), stopped_because=because
            )
        self.result.stopped = len(self._refused)

    @staticmethod
    def _free(subscription: Subscription) -> None:
        Subscription.objects.filter(pk=subscription.pk).update(claimed_at=None)


def _words(answer: bytes | str) -> str:
    """What a server said, without the addresses in it."""
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return ADDRESS.sub("(address)", text)
