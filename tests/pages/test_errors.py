"""What people see when there is nothing, or when something breaks."""

import pytest
from django.test import Client
from django.urls import reverse

from findings.views import home
from tests.pages.story import tell
from tests.pages.test_pages import addresses

pytestmark = pytest.mark.django_db


def test_nothing_there_says_where_to_look(client):
    response = client.get("/nowhere/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "Page not found" in html
    assert f'href="{reverse("judgements")}"' in html


@pytest.mark.either_database
def test_a_page_that_a_list_has_not_leads_to_its_first(client):
    html = client.get(f"{reverse('judgements')}?page=99").content.decode()
    assert f'has no page “99”:\n      <a class="govuk-link" href="{reverse("judgements")}">' in html
    assert "has no page" not in client.get("/nowhere/").content.decode()


@pytest.mark.either_database
def test_an_empty_list_says_that_nothing_of_its_kind_is_held_and_no_more(client):
    for name, words in {
        "judgements": "No judgements are held yet.",
        "corrections": "No corrections are held yet.",
    }.items():
        assert words in client.get(reverse(name)).content.decode()
    chosen = client.get(reverse("judgements"), {"year": "2019"}).content.decode()
    assert "Nothing that is held matches. Remove a filter" in chosen
    assert "held yet" not in chosen


@pytest.mark.either_database
def test_an_address_with_a_nul_is_not_found_whatever_the_page(client):
    for name, address in addresses(tell()).items():
        path, _, query = address.partition("?")
        for end in ("%00", "%00/", "a%00b/"):
            assert client.get(f"{path}{end}").status_code == 404, (name, end)
        for parameter in ("q", "at", "page", "sort", "columns", "authority", "inspection", "text", "on", "%00"):
            response = client.get(f"{path}?{query}&{parameter}=a%00b")
            assert response.status_code == 404, (name, parameter)


def test_what_only_looks_like_a_nul_is_no_mistake(client):
    assert client.get("/search/?q=%2500").status_code == 200


def test_a_fault_is_ours_and_tells_nothing_of_the_inside(client, monkeypatch):
    def broken() -> tuple[()]:
        raise RuntimeError("the inside")

    monkeypatch.setattr(home, "_counts", broken)
    client.raise_request_exception = False
    response = client.get("/")
    html = response.content.decode()
    assert response.status_code == 500
    assert "Something went wrong" in html
    assert "the inside" not in html


def test_every_page_carries_the_strict_policy(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.either_database
@pytest.mark.parametrize("address", ["/about/", "/judgements/", "/judgements.csv"])
def test_what_is_sent_to_a_public_page_is_refused_with_a_sentence(address):
    response = Client(enforce_csrf_checks=True).post(address, {"q": "x"})
    assert response.status_code == 405
    assert int(response["Content-Length"]) == len(response.content)
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert "nothing can be sent" in response.content.decode()


@pytest.mark.either_database
def test_a_form_from_before_a_log_in_in_another_tab_is_refused_with_what_to_do():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "ada"})
    assert response.status_code == 403
    assert "reload the page" in response.content.decode()


@pytest.mark.either_database
@pytest.mark.parametrize("number", ["999", "0", "abc"])
def test_a_page_that_does_not_exist_is_404_in_the_format_of_the_address(client, number):
    page = client.get("/judgements/", {"page": number})
    assert (page.status_code, page.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    data = client.get("/judgements.json", {"page": number})
    assert (data.status_code, data.headers["Content-Type"]) == (404, "application/json")
    assert data.json() == {"error": f"There is no page “{number}”: the last one is 1."}


@pytest.mark.either_database
@pytest.mark.parametrize("number", ["", "last"])
def test_an_empty_page_is_the_first_and_the_last_has_a_name_in_every_format(client, number):
    assert client.get("/judgements/", {"page": number}).status_code == 200
    assert client.get("/judgements.json", {"page": number}).json()["page"] == 1


def test_an_address_of_json_that_is_not_there_answers_in_json(client):
    response = client.get("/nowhere.json")
    assert (response.status_code, response.json()) == (404, {"error": "There is nothing under this address."})


def test_without_collected_static_files_the_page_for_faults_comes_without_styles(client, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    client.raise_request_exception = False
    response = client.get("/accessibility/")
    html = response.content.decode()
    assert response.status_code == 500
    assert "Something went wrong" in html
    assert "stylesheet" not in html


def test_a_fault_at_an_address_of_a_file_is_told_as_text(client, monkeypatch):
    def broken() -> None:
        raise RuntimeError("the inside")

    monkeypatch.setattr("findings.views.export.known_names", lambda _: broken())
    client.raise_request_exception = False
    response = client.get("/judgements.csv")
    assert (response.status_code, response.headers["Content-Type"]) == (500, "text/plain; charset=utf-8")
