"""Failed log-ins: what locks whom out of where, what is kept of them, and how a lock is lifted."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from inspections.accounts import attempts
from inspections.accounts.browsers import COOKIE
from tests import builders

pytestmark = pytest.mark.django_db

LOGIN = reverse("admin:login")
PASSWORD = "long-4711-word"
LIST = "/admin/axes/accessattempt/"


@pytest.fixture(autouse=True)
def mary(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.AXES_ENABLED, settings.TRUSTED_PROXIES = True, 1
    user = builders.editor("mary", group="Editors")
    user.set_password(PASSWORD)
    user.save()
    return user


def log_in(client: Client, password: str = PASSWORD, address: str = "203.0.113.1", name: str = "mary") -> int:
    """Send the form from an address behind the proxy; 302 for a log-in, 200 for a failure, 429 for a lock."""
    values = {"username": name, "password": password}
    headers = {"x-forwarded-for": f"6.6.6.6, {address}", "user-agent": password}
    return client.post(LOGIN, values, headers=headers).status_code


def lock(address: str = "203.0.113.66", client: Client | None = None) -> None:
    answers = [log_in(client or Client(), f"wrong {n}", address) for n in range(5)]
    assert answers == [200, 200, 200, 200, 429]


def test_failures_lock_the_name_at_their_address_and_nowhere_else():
    lock()
    assert log_in(Client(), address="203.0.113.66") == 429
    assert log_in(Client(), address="203.0.113.66", name="nobody", password="other") == 200
    assert log_in(Client(), address="203.0.113.1") == 302


def test_an_address_that_the_client_made_up_does_not_help():
    for n in range(4):
        values = {"username": "mary", "password": "wrong"}
        Client().post(LOGIN, values, headers={"x-forwarded-for": f"7.7.7.{n}, 203.0.113.66"})
    assert log_in(Client(), "wrong", "203.0.113.66") == 429


def test_the_browser_that_was_used_last_is_not_locked_even_behind_the_same_address():
    own = Client()
    assert log_in(own) == 302
    own.post(reverse("admin:logout"))
    lock("203.0.113.1")
    assert log_in(Client(), address="203.0.113.1") == 429
    assert log_in(own) == 302


def test_a_known_browser_has_a_limit_of_its_own():
    own = Client()
    log_in(own)
    own.post(reverse("admin:logout"))
    lock("203.0.113.1", own)
    assert log_in(own, address="203.0.113.2") == 429
    assert log_in(Client(), address="203.0.113.1") == 302


def test_the_cookie_of_one_account_or_a_made_up_one_is_worth_nothing_for_another():
    own = Client()
    log_in(own)
    cookie = own.cookies[COOKIE]
    assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, "/admin/", "Lax")
    thief, forger = Client(), Client()
    builders.editor("tom")
    thief.cookies[COOKIE] = cookie.value
    forger.cookies[COOKIE] = f"x{cookie.value}"
    for n in range(5):
        log_in(thief, f"wrong {n}", name="tom")
        log_in(forger, f"wrong {n}")
    assert set(AccessAttempt.objects.values_list("user_agent", flat=True)) == {""}


def test_trying_on_does_not_keep_a_lock_shut():
    lock()
    attempt = AccessAttempt.objects.get()
    for n in range(3):
        log_in(Client(), f"again {n}", "203.0.113.66")
    again = AccessAttempt.objects.get()
    assert (again.attempt_time, again.failures_since_start) == (attempt.attempt_time, 5)


def test_nothing_that_was_typed_is_kept_and_the_table_stays_short(monkeypatch):
    monkeypatch.setattr(attempts, "MOST", 3)
    for n in range(6):
        log_in(Client(), f"secret {n}", f"203.0.113.{n}")
    assert AccessAttempt.objects.count() == 3
    assert set(AccessAttempt.objects.values_list("get_data", "post_data")) == {("", "")}


def test_old_entries_of_the_log_go_when_somebody_logs_in():
    log_in(Client())
    AccessLog.objects.update(attempt_time=timezone.now() - timedelta(days=400))
    log_in(Client())
    assert AccessLog.objects.count() == 1


def test_the_page_of_a_lock_says_what_can_be_done():
    lock()
    response = Client().post(
        LOGIN, {"username": "mary", "password": PASSWORD}, headers={"x-forwarded-for": "203.0.113.66"}
    )
    assert "administrator can lift the lock" in " ".join(response.content.decode().split())


def test_administrators_see_and_lift_locks_and_editors_do_not(client):
    lock()
    client.force_login(builders.editor("ada", group="Editors"))
    assert client.get(LIST).status_code == 403
    client.force_login(builders.editor("head", group="Administrators"))
    assert "Locked until" in client.get(f"{LIST}?locked=yes").content.decode()
    assert "Locked log-ins" in client.get("/admin/").content.decode()
    attempt = AccessAttempt.objects.get()
    assert client.get(f"{LIST}{attempt.pk}/change/").status_code == 200
    client.post(LIST, {"action": "lift", "_selected_action": [attempt.pk]})
    assert log_in(Client(), address="203.0.113.66") == 302
    assert LogEntry.objects.filter(user__username="head").exists()
