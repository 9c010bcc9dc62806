"""Sending to a real mail server: once, to one address each, tried again, stopped, and gone on with after a crash."""

from datetime import timedelta

import pytest
from django.utils import timezone

from findings.alerts.digests import Digest, digest_of
from findings.alerts.matching import match
from findings.alerts.models import Frequency, SavedSearch, Subscription
from findings.alerts.sending import CLAIMED, MailServerFault, Sender, SendingResult
from findings.search.entries import index_changed
from inspections.models import Report
from tests import builders
from tests.findings.alerts.conftest import Mailbox, follow

pytestmark = pytest.mark.django_db

BUSY = "451 4.7.1 Try again later"
UNKNOWN = "550 5.1.1 <mary@example.org>: no such mailbox"


def publish() -> None:
    """Something new in the list of recommendations."""
    report = builders.report(of=builders.inspection())
    builders.recommendation(report, "1")
    index_changed([report.pk], Report.objects.none())
    match()


def send() -> SendingResult:
    return Sender().run()


@pytest.fixture(autouse=True)
def looked_at(db):
    match()


def test_each_address_gets_a_mail_of_its_own_once(mailbox: Mailbox):
    follow("mary@example.org")
    follow("tom@example.org")
    follow("anne@example.org", is_due=False)
    publish()
    assert send().sent == 2
    assert [addresses for addresses, _ in mailbox.taken] == [["mary@example.org"], ["tom@example.org"]]
    for (address,), mail in mailbox.taken:
        assert mail["To"] == address
        others = {"mary@example.org", "tom@example.org", "anne@example.org"} - {address}
        assert not [other for other in others if other in mail.as_string()]
    Subscription.objects.update(due_on=timezone.localdate())
    again = send()
    assert (again.sent, again.without_news) == (1, 2)
    assert mailbox.recipients[2:] == ["anne@example.org"]


def test_a_process_that_is_killed_doubles_no_mail_but_the_one_it_was_sending(mailbox: Mailbox, monkeypatch):
    for name in ("anne", "mary", "tom"):
        follow(f"{name}@example.org")
    publish()
    record = Sender._record

    def killed(self: Sender, subscription: Subscription) -> None:
        if subscription.address.startswith("mary"):
            raise KeyboardInterrupt
        record(self, subscription)

    monkeypatch.setattr(Sender, "_record", killed)
    with pytest.raises(KeyboardInterrupt):
        send()
    monkeypatch.setattr(Sender, "_record", record)
    assert send().sent == 1
    assert mailbox.recipients == ["anne@example.org", "mary@example.org", "tom@example.org"]
    Subscription.objects.filter(claimed_at__isnull=False).update(claimed_at=timezone.now() - CLAIMED * 2)
    assert send().sent == 1
    assert mailbox.recipients[3:] == ["mary@example.org"]
    first, second = (mail["Message-ID"] for addresses, mail in mailbox.taken if addresses == ["mary@example.org"])
    assert first == second
    assert send() == SendingResult()


def test_a_server_that_is_busy_is_asked_again_later(mailbox: Mailbox):
    follow("mary@example.org")
    publish()
    mailbox.answers["mary@example.org"] = BUSY
    assert send().put_off == 1
    assert send() == SendingResult(), "not before its time"
    del mailbox.answers["mary@example.org"]
    Subscription.objects.update(retry_at=timezone.now())
    assert send().sent == 1
    assert Subscription.objects.get().failures == 0


@pytest.mark.either_database
def test_pauses_grow_and_after_a_week_it_is_enough(mailbox: Mailbox):
    follow("mary@example.org")
    publish()
    mailbox.answers["mary@example.org"] = BUSY
    pauses = []
    for failures in (0, 1, 4, 40):
        Subscription.objects.update(retry_at=None, failures=failures)
        send()
        pause = Subscription.objects.get(retry_at__isnull=False).retry_at - timezone.now()  # type: ignore[operator]
        pauses.append(round(pause / timedelta(minutes=1)))
    assert pauses == [15, 30, 240, 1440]
    Subscription.objects.update(retry_at=None, due_on=timezone.localdate() - timedelta(days=8))
    assert send().stopped == 1
    assert Subscription.objects.get().stopped_because.startswith("451")


def test_an_address_that_is_refused_for_good_is_sent_nothing_more_and_the_others_are(mailbox: Mailbox):
    follow("mary@example.org")
    follow("tom@example.org")
    publish()
    mailbox.answers["mary@example.org"] = UNKNOWN
    result = send()
    assert (result.sent, result.stopped) == (1, 1)
    stopped = Subscription.objects.get(stopped_at__isnull=False)
    assert (stopped.address, stopped.stopped_because) == ("mary@example.org", "550 5.1.1 (address) no such mailbox")
    del mailbox.answers["mary@example.org"]
    publish()
    Subscription.objects.update(due_on=timezone.localdate())
    assert send().sent == 1
    assert mailbox.recipients == ["tom@example.org"] * 2


def test_a_server_that_refuses_everybody_stops_nobody(mailbox: Mailbox):
    for n in range(5):
        follow(f"reader{n}@example.org")
    publish()
    mailbox.answers["*"] = "554 5.7.1 <reader@example.org>: relay access denied"
    with pytest.raises(MailServerFault, match="refuses every address") as fault:
        send()
    assert "@" not in str(fault.value)
    assert not Subscription.objects.filter(stopped_at__isnull=False)
    mailbox.answers.clear()
    assert send().sent == 5


def test_without_a_mail_server_nothing_is_lost(mailbox: Mailbox, settings):
    follow()
    publish()
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    with pytest.raises(MailServerFault):
        send()
    settings.EMAIL_PORT = port
    assert send().sent == 1


@pytest.mark.either_database
def test_a_server_that_ends_the_connection_is_asked_anew_once(mailbox: Mailbox):
    follow()
    publish()
    mailbox.answers["*"] = "421 4.3.2 Closing"
    with pytest.raises(MailServerFault, match="ends each connection"):
        send()
    assert mailbox.connections == 2
    mailbox.answers.clear()
    assert send().sent == 1


@pytest.mark.either_database
def test_one_digest_is_made_for_all_who_follow_the_same(mailbox: Mailbox, monkeypatch):
    made: list[int] = []

    def make(search: SavedSearch, after: int, until: int) -> Digest | None:
        made.append(search.pk)
        return digest_of(search, after, until)

    monkeypatch.setattr("findings.alerts.sending.digest_of", make)
    for n in range(3):
        follow(f"reader{n}@example.org", frequency=Frequency.WEEK)
    publish()
    assert send().sent == 3
    assert len(made) == 1


@pytest.mark.either_database
def test_a_search_that_lost_its_filter_is_told_and_its_address_is_not(mailbox: Mailbox):
    broken = follow("mary@example.org", query="timescale=immediate")
    publish()
    broken.search.matches.create(batch=2, number=1, keys=[["", 1]])
    type(broken.search).objects.update(query="timescale=gone")
    result = send()
    assert "can no longer be followed" in result.problems[0]
    assert "@" not in result.problems[0]
    assert mailbox.taken == []
