"""Two-factor authentication: who must give a code, what is open before it, and what a code is worth."""

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from inspections.accounts import two_factor
from inspections.vocabulary import Visibility
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

INDEX, CODE, SET_UP = reverse("admin:index"), reverse("two-factor"), reverse("two-factor-set-up")
RECOVERY = "abcd2345"


@pytest.fixture
def mary():
    return builders.editor("mary", group="Editors")


@pytest.fixture
def app(mary):
    StaticToken.objects.create(device=StaticDevice.objects.create(user=mary, name="codes"), token=RECOVERY)
    return TOTPDevice.objects.create(user=mary, name="app", confirmed=True)


def logged_in(user) -> Client:
    """A browser in which somebody has given the password."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def code_of(app: TOTPDevice) -> str:
    return f"{totp(app.bin_key):06}"


def is_open(client: Client) -> bool:
    return client.get(INDEX).status_code == 200


def test_without_an_app_the_password_is_enough(mary):
    assert is_open(logged_in(mary))


@pytest.mark.parametrize("method", ["get", "post"])
def test_with_an_app_nothing_of_the_editors_admin_is_open_before_the_code(mary, app, method):
    client = logged_in(mary)
    for address in (INDEX, "/admin/findings/correction/", reverse("desk-walk"), reverse("admin:password_change")):
        answer = getattr(client, method)(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith(f"{CODE}?next=%2Fadmin%2F")


def test_before_the_code_the_public_pages_take_the_person_for_a_stranger(mary, app):
    report = builders.report(visibility=Visibility.HIDDEN)
    client = logged_in(mary)
    assert client.get(report.get_absolute_url()).status_code == 404
    client.post(CODE, {"code": code_of(app)})
    assert client.get(report.get_absolute_url()).status_code == 200


def test_the_code_opens_what_was_asked_for_and_nothing_elsewhere(mary, app):
    client = logged_in(mary)
    answer = client.post(
        f"{CODE}?next=/admin/findings/correction/", {"code": f" {code_of(app)[:3]} {code_of(app)[3:]} "}
    )
    assert answer["Location"] == "/admin/findings/correction/"
    assert is_open(client)
    assert client.get(f"{CODE}?next=https://evil.example/")["Location"] == INDEX


@pytest.mark.parametrize("typed", ["", "000000", "nonsense", "١٢٣٤٥٦"])
def test_a_wrong_code_opens_nothing_and_says_so(mary, app, typed):
    client = logged_in(mary)
    answer = client.post(CODE, {"code": typed})
    assert answer.status_code == 200
    assert answer.context["form"].errors["code"]
    assert not is_open(client)


def test_a_code_works_once_and_after_a_wrong_one_even_the_right_one_has_to_wait(mary, app):
    first, second = logged_in(mary), logged_in(mary)
    code = code_of(app)
    first.post(CODE, {"code": code})
    second.post(CODE, {"code": code})
    assert (is_open(first), is_open(second)) == (True, False)
    TOTPDevice.objects.update(last_t=-1)
    second.post(CODE, {"code": code})
    assert not is_open(second)


def test_a_recovery_code_works_once(mary, app):
    first, second = logged_in(mary), logged_in(mary)
    first.post(CODE, {"code": RECOVERY.upper()})
    second.post(CODE, {"code": RECOVERY})
    assert (is_open(first), is_open(second)) == (True, False)


def test_the_app_of_another_person_opens_nothing(app):
    tom = builders.editor("tom", group="Editors")
    TOTPDevice.objects.create(user=tom, name="app", confirmed=True)
    client = logged_in(tom)
    client.post(CODE, {"code": code_of(app)})
    assert not is_open(client)


def test_administrators_are_led_to_set_it_up_where_it_is_required(settings):
    settings.TWO_FACTOR_REQUIRED = True
    chief = logged_in(builders.editor("chief", group="Administrators"))
    assert chief.get(INDEX)["Location"].startswith(CODE)
    assert chief.get(CODE)["Location"] == SET_UP
    assert is_open(logged_in(builders.editor("mary", group="Editors")))


def test_it_is_not_required_unless_the_setting_says_so(settings):
    settings.TWO_FACTOR_REQUIRED = False
    assert is_open(logged_in(builders.editor("chief", group="Administrators")))


def test_the_key_is_written_as_apps_take_it(app):
    app.key = "00" * 20
    assert two_factor.secret_of(app) == " ".join(["AAAA"] * 8)


def test_somebody_who_owes_a_code_can_log_out(mary, app):
    client = logged_in(mary)
    assert client.post(reverse("admin:logout")).status_code == 200
    assert "_auth_user_id" not in client.session
