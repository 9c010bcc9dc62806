"""Following a list: what the pages say, what they refuse, and what nobody can learn from them."""

import re

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from findings.alerts.limits import BY_CLIENT, Limit
from findings.alerts.models import Frequency, Subscription
from findings.alerts.tokens import confirmation_address, stop_address
from tests import builders
from tests.findings.alerts.conftest import follow
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

LIST = "/alerts/follow/recommendations/"
TYPED = {"address": "mary@example.org", "frequency": "day"}


def text(response) -> str:
    return squeeze(response.content.decode())


def path(address: str) -> str:
    return address.removeprefix(django_settings.SITE_ADDRESS)


def test_every_list_leads_to_the_page_where_it_is_followed_under_its_filters(client):
    story = tell()
    for page, link in {
        "/recommendations/?timescale=immediate": f"{LIST}?timescale=immediate",
        "/search/?q=homes": "/alerts/follow/search/?q=homes",
        "/matrix/": "/alerts/follow/matrix/",
        story.inspection.authority.get_absolute_url(): "/alerts/follow/search/?authority=wexcombe",
        "/alerts/": "/alerts/follow/search/?theme=planning",
        "/recommendations/?text=zebra": f"{LIST}?text=zebra",
        "/search/?q=zebra": "/alerts/follow/search/?q=zebra",
        "/analysis/changes/": "/alerts/",
    }.items():
        assert f'href="{link}"' in text(client.get(page)), page
        assert client.get(link).status_code == 200


def test_a_page_says_what_is_followed_and_what_happens_with_the_address(client):
    builders.authority()
    html = text(client.get(f"{LIST}?authority=wexcombe&page=2"))
    assert "Follow Recommendations – Authority: Wexcombe (sample)</h1>" in html
    assert 'href="/recommendations.atom?authority=wexcombe"' in html
    assert "What happens with your address" in html
    assert "deleted after 7 days" in html


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/alerts/follow/secrets/", 404, "There is no list called “secrets” that can be followed."),
        (f"{LIST}?year=soon", 400, "“soon” is not a choice of the filter “Year of the report”."),
        (f"{LIST}?colour=red", 400, "There is no filter called “colour”."),
    ],
)
def test_what_does_not_exist_is_refused_with_a_sentence(client, address, status, sentence):
    for response in (client.get(address), client.post(address, TYPED)):
        assert response.status_code == status
        assert sentence in text(response)
    assert not Subscription.objects.exists()


def test_a_wrong_address_is_told_beside_its_field(client):
    response = client.post(LIST, {"address": "mary", "frequency": "week"})
    html = text(response)
    assert "<title>Error: Follow Recommendations" in html
    assert '<a href="#address">Enter an e-mail address such as name@example.org.</a>' in html
    assert re.search(r'value="week"[^>]*checked', html)
    assert not mail.outbox


def test_the_answer_is_the_same_whether_an_address_is_known_or_refused_or_asked_too_often(client, monkeypatch):
    follow("known@example.org")
    answers = [client.post(LIST, TYPED | {"address": one}) for one in ("known@example.org", "new@example.org")]
    monkeypatch.setattr("findings.alerts.subscribing.BY_ADDRESS", Limit("none", "0/minute"))
    answers.append(client.post(LIST, TYPED | {"address": "often@example.org"}))
    assert {(one.status_code, one.headers["Location"], one.content) for one in answers} == {
        (302, "/alerts/asked/", b"")
    }
    assert [one.to for one in mail.outbox] == [["known@example.org"], ["new@example.org"]]


def test_one_client_cannot_enter_addresses_without_end(client, monkeypatch):
    monkeypatch.setattr("findings.alerts.limits._Throttle.cache", caches["default"])
    number = int(BY_CLIENT.rate.partition("/")[0])
    answers = [client.post(LIST, TYPED | {"address": f"a{n}@example.org"}) for n in range(number + 1)]
    assert {one.status_code for one in answers[:-1]} == {302}
    assert (answers[-1].status_code, answers[-1].headers["Retry-After"]) == (429, "3600")
    assert len(mail.outbox) == number
    assert client.post(LIST, TYPED, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_a_form_of_another_site_signs_nobody_up():
    assert Client(enforce_csrf_checks=True).post(LIST, TYPED).status_code == 403
    assert not Subscription.objects.exists()


def test_where_no_mail_server_is_named_there_are_feeds_alone(client, settings):
    settings.ALERTS_BY_MAIL = False
    assert "This site sends no e-mail" in text(client.get(LIST))
    client.post(LIST, TYPED)
    assert not mail.outbox
    assert not Subscription.objects.exists()
    assert "e-mail" not in text(client.get("/alerts/")).split("<main")[1].split("</main")[0]


def test_without_a_mail_server_the_page_says_so(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    response = client.post(LIST, TYPED)
    assert response.status_code == 503
    assert "No e-mail can be sent at the moment" in text(response)


def test_links_that_do_not_fit_are_told_and_do_nothing(client):
    known = follow()
    for page in ("confirm", "stop"):
        for key in ("", "nonsense", "a:b:c"):
            for response in (client.get(f"/alerts/{page}/?key={key}"), client.post(f"/alerts/{page}/?key={key}")):
                assert response.status_code == 404
                assert "This link" in text(response)
    gone = path(confirmation_address(known, Frequency.DAY))
    known.delete()
    assert client.get(gone).status_code == client.post(gone).status_code == 404
    assert "Updates stopped" in text(client.get(path(stop_address(known))))


def test_pages_with_keys_are_kept_nowhere_and_change_nothing_for_others(client):
    known = follow()
    for address in (path(confirmation_address(known, Frequency.DAY)), path(stop_address(known)), LIST):
        assert "no-store" in client.get(address).headers["Cache-Control"]
    before = client.get("/recommendations/").headers["ETag"]
    client.post(path(stop_address(known)))
    assert client.get("/recommendations/").headers["ETag"] == before


def test_what_lost_its_filter_can_still_be_stopped(client):
    known = follow(query="timescale=immediate")
    type(known.search).objects.update(query="timescale=gone")
    assert "You get no more e-mail about this list" in text(client.get(path(stop_address(known))))
    assert client.post(path(stop_address(known))).status_code == 200
    assert not Subscription.objects.filter(asked_at__lte=timezone.now()).exists()
