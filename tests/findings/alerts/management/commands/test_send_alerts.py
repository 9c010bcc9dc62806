"""From sign-up to unsubscribe, with a real mail server; and what the command says."""

import re
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from findings.alerts.models import SavedSearch, Subscription
from ingest.load import load
from inspections.models import Authority
from tests.findings.alerts.conftest import Mailbox, follow
from tests.readings import reading_of

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).resolve().parents[5] / "ingest" / "samples"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("send_alerts", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def link(content: Any, page: str) -> str:
    """The address of a page of alerts in a mail, without the site."""
    (found,) = set(re.findall(rf"https://reports\.example\.org(/alerts/{page}/\?key=[\w%.-]+)", content))
    return str(found)


def token_of(browser: Client, address: str) -> dict[str, str]:
    """The token in the form of a page."""
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get(address).content.decode())
    return {"csrfmiddlewaretoken": str(token)}


def test_from_sign_up_to_unsubscribe(mailbox: Mailbox):
    load(reading_of(SAMPLES / "05-single-inspection.txt"))
    authority = f"/alerts/follow/recommendations/?authority={Authority.objects.get(reports__isnull=False).slug}"
    run()

    # Signing up: one mail that asks, and nothing else.
    browser = Client(enforce_csrf_checks=True)
    typed = {"address": "mary@example.org", "frequency": "day", **token_of(browser, authority)}
    asked = browser.post(authority, typed, follow=True)
    assert "Look at your e-mail" in asked.content.decode()
    ((to, asking),) = mailbox.taken
    assert to == ["mary@example.org"]
    assert asking["Message-ID"].endswith("@reports.example.org>")
    confirming = link(asking.get_body(("plain",)).get_content(), "confirm")

    # Programs that open links confirm nothing; the form does, in a browser that was never here.
    assert Client().get(confirming).status_code == 200
    assert not Subscription.objects.active()
    other = Client(enforce_csrf_checks=True)
    confirmed = other.post(confirming, token_of(other, confirming))
    assert "You follow Recommendations" in confirmed.content.decode()
    Subscription.objects.update(due_on=timezone.localdate())
    assert "0 digests sent, 1 without news" in run()

    # A document is read and published: the digest.
    load(reading_of(SAMPLES / "12-ilacs-2023.txt"))
    Subscription.objects.update(due_on=timezone.localdate())
    assert "1 run, 1 with something new" in run("--match-only")
    assert len(mailbox.taken) == 1
    assert "1 digest sent" in run()
    to, digest = mailbox.taken[1]
    assert to == ["mary@example.org"]
    text, html = (digest.get_body((form,)).get_content() for form in ("plain", "html"))
    assert "new or changed: Recommendations – Authority: Wexcombe" in digest["Subject"]
    for content in (text, html):
        assert "Wexcombe (sample)" in content
        assert "Inspected 17 November 2023" in content
        assert content.count("Recommendation 1, Wexcombe") == 1
    pages = re.findall(r"https://reports\.example\.org(/reports/\S+)", text)
    assert pages
    assert {Client().get(page).status_code for page in pages} == {200}
    assert digest["Auto-Submitted"] == "auto-generated"

    # One click, as RFC 8058 has it: a POST without cookies, token or log-in; a GET only shows a form.
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stopping = link(digest["List-Unsubscribe"], "stop")
    assert urlsplit(digest["List-Unsubscribe"].strip(" <>")).scheme == "https"
    assert "Stop updates" in Client().get(stopping).content.decode()
    assert Subscription.objects.exists()
    assert Client(enforce_csrf_checks=True).post(stopping, ONE_CLICK).status_code == 200
    assert not Subscription.objects.exists()
    assert not SavedSearch.objects.exists()
    assert Client().post(stopping, ONE_CLICK).status_code == 200, "a second click is no fault"
    load(reading_of(SAMPLES / "08-ilacs-2019.txt"))
    run()
    assert len(mailbox.taken) == 2


@pytest.mark.either_database
def test_without_a_mail_server_nothing_is_offered(settings):
    settings.ALERTS_BY_MAIL = False
    with pytest.raises(CommandError, match="Set EMAIL_URL"):
        run()


@pytest.mark.either_database
def test_a_mail_server_that_cannot_be_used_is_an_error_with_what_to_do(mailbox, settings):
    run()
    follow()
    load(reading_of(SAMPLES / "05-single-inspection.txt"))
    settings.EMAIL_PORT = 1
    with pytest.raises(CommandError, match=r"cannot be used.*The next run sends the rest"):
        run()


@pytest.mark.either_database
def test_after_a_restore_what_was_found_can_be_taken_as_sent(mailbox):
    run()
    follow()
    load(reading_of(SAMPLES / "05-single-inspection.txt"))
    run("--skip-waiting")
    assert "0 digests sent, 1 without news" in run()
    assert mailbox.taken == []
    assert mail.outbox == []
