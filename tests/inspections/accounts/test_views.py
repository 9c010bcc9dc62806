"""Setting up two-factor authentication, and turning it off."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests import builders
from tests.inspections.accounts.test_two_factor import CODE, INDEX, SET_UP, code_of, is_open, logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

OFF, PICTURE = reverse("two-factor-off"), reverse("two-factor-picture")
USERS = "/admin/auth/user/"


@pytest.fixture
def mary():
    return builders.editor("mary", group="Editors")


def set_up(client):
    """Follow the page with the right code; what it answers."""
    client.get(SET_UP)
    return client.post(
        SET_UP, {"code": code_of(TOTPDevice.objects.get(user=client.session["_auth_user_id"], confirmed=False))}
    )


def turn_off_for(client, *people):
    """Choose people in the list and the action; the messages."""
    chosen = {"action": "turn_off_two_factor", "_selected_action": [one.pk for one in people]}
    return [str(message) for message in client.post(USERS, chosen, follow=True).context["messages"]]


def test_the_page_shows_one_secret_as_text_and_picture_until_it_is_confirmed(mary):
    client = logged_in(mary)
    page = client.get(SET_UP)
    assert page.context["secret"] == client.get(SET_UP).context["secret"]
    assert page.context["secret"] in page.content.decode()
    picture = client.get(PICTURE)
    assert picture["Content-Type"] == "image/svg+xml"
    assert "no-store" in picture["Cache-Control"]
    assert b"<svg" in picture.content


def test_the_right_code_turns_it_on_and_shows_the_recovery_codes_this_one_time(mary):
    client = logged_in(mary)
    codes = set_up(client).context["codes"]
    assert len(set(codes)) == 10
    assert set(codes) == set(StaticToken.objects.values_list("token", flat=True))
    assert is_open(client)
    assert not is_open(logged_in(mary))
    assert all(code not in client.get(SET_UP).content.decode() for code in codes)
    assert LogEntry.objects.get().change_message == "Set up two-factor authentication."


def test_a_wrong_code_turns_nothing_on(mary):
    client = logged_in(mary)
    client.get(SET_UP)
    assert "not right" in client.post(SET_UP, {"code": "000000"}).content.decode()
    assert is_open(logged_in(mary))


def test_setting_it_up_again_replaces_app_and_codes(mary):
    client = logged_in(mary)
    before = set(set_up(client).context["codes"])
    old = TOTPDevice.objects.get()
    after = set(set_up(client).context["codes"])
    assert TOTPDevice.objects.get().key != old.key
    assert before.isdisjoint(after)
    assert StaticToken.objects.count() == 10


def test_who_owes_a_code_cannot_set_it_up_anew_or_turn_it_off(mary):
    set_up(logged_in(mary))
    thief = logged_in(mary)
    key = TOTPDevice.objects.get().key
    assert thief.get(SET_UP)["Location"] == CODE
    assert thief.get(PICTURE)["Location"] == CODE
    assert thief.post(OFF)["Location"].startswith(CODE)
    assert [app.key for app in TOTPDevice.objects.all()] == [key]


def test_a_person_turns_it_off_and_an_administrator_may_not_where_it_is_required(mary, settings):
    client = logged_in(mary)
    set_up(client)
    assert "is off" in client.post(OFF, follow=True).content.decode()
    assert is_open(logged_in(mary))
    settings.TWO_FACTOR_REQUIRED = True
    chief = logged_in(builders.editor("chief", group="Administrators"))
    set_up(chief)
    assert "was not turned off" in chief.post(OFF, follow=True).content.decode()
    assert is_open(chief)


def test_an_administrator_turns_it_off_for_who_lost_the_app_and_it_is_logged(mary):
    set_up(logged_in(mary))
    chief = builders.editor("chief", group="Administrators")
    root = builders.editor("root", is_superuser=True)
    tom = builders.editor("tom")
    messages = turn_off_for(logged_in(chief), mary, root, tom)
    assert messages == [
        "mary can log in with the password alone.",
        "Only a superuser can do this for root.",
        "tom has not set it up.",
    ]
    assert is_open(logged_in(mary))
    assert LogEntry.objects.filter(user=chief, object_id=str(mary.pk)).exists()


def test_an_editor_has_no_such_action(mary):
    tom = builders.editor("tom")
    assert (
        logged_in(mary).post(USERS, {"action": "turn_off_two_factor", "_selected_action": [tom.pk]}).status_code == 403
    )


def test_the_secrets_are_in_no_list_of_the_editors_admin():
    root = logged_in(builders.editor("root", is_superuser=True))
    assert "otp" not in root.get(INDEX).content.decode()


def test_every_page_of_the_editors_admin_leads_to_it(mary):
    assert f'href="{SET_UP}"' in logged_in(mary).get(INDEX).content.decode()


def test_without_the_password_no_page_shows_anything(client):
    for address in (CODE, SET_UP, PICTURE):
        assert client.get(address)["Location"].startswith(reverse("admin:login"))
    assert client.post(OFF)["Location"].startswith(reverse("admin:login"))
