"""A new password by e-mail: who is sent a link, how often, and what it is worth."""

import re

import pytest
from django.core import mail
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from inspections.accounts import password_reset
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

ASK = reverse("admin_password_reset")
NEW = "quiet-harbour-4711"


@pytest.fixture(autouse=True)
def mary(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    caches["limits"].clear()
    user = builders.editor("mary", group="Editors")
    user.set_password("long-4711-word")
    user.save()
    return user


def ask(address: str) -> str:
    """Ask for a link; the text of the page that follows."""
    return Client().post(ASK, {"email": address}, follow=True).content.decode()


def link() -> str:
    """The address in the only mail."""
    return str(re.findall(r"http://testserver(/\S+)", mail.outbox[0].body)[0])


def test_the_log_in_page_leads_to_it():
    assert f'href="{ASK}"' in Client().get(reverse("admin:login")).content.decode()


def test_the_link_in_the_mail_sets_a_new_password_once(mary):
    assert "is on its way" in ask("MARY@example.org")
    assert mail.outbox[0].to == ["mary@example.org"]
    assert "within 4 hours" in mail.outbox[0].body
    client = Client()
    page = client.get(link(), follow=True)
    client.post(page.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})
    mary.refresh_from_db()
    assert mary.check_password(NEW)
    assert "was invalid" in Client().get(link(), follow=True).content.decode()


@pytest.mark.parametrize("values", [{"is_active": False}, {"password": "!"}])
def test_nothing_is_sent_to_strangers_and_closed_accounts_and_the_page_says_the_same(mary, values):
    known = ask(mary.email)
    for name, value in values.items():
        setattr(mary, name, value)
    mary.save()
    caches["limits"].clear()
    pages = [ask("nobody@example.org"), ask(mary.email)]
    assert len(mail.outbox) == 1
    assert all("is on its way" in page for page in (known, *pages))


def test_an_account_is_sent_one_link_at_a_time_and_no_account_waits_for_another(mary):
    tom = builders.editor("tom")
    tom.set_password(NEW)
    tom.save()
    for address in (mary.email, mary.email, tom.email):
        ask(address)
    assert [message.to for message in mail.outbox] == [["mary@example.org"], ["tom@example.org"]]


def test_after_the_pause_another_link_is_sent(mary, monkeypatch):
    monkeypatch.setattr(password_reset, "PAUSE", 0)
    ask(mary.email)
    ask(mary.email)
    assert len(mail.outbox) == 2


def test_a_wrong_link_and_a_weak_password_are_refused_in_words(mary):
    ask(mary.email)
    assert "was invalid" in Client().get(reverse("password_reset_confirm", args=["MQ", "x-y"])).content.decode()
    client = Client()
    page = client.get(link(), follow=True)
    answer = client.post(page.request["PATH_INFO"], {"new_password1": "mary", "new_password2": "mary"})
    assert answer.context["form"].errors["new_password2"]
