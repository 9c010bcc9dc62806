"""What people see when there is nothing, or when something breaks."""

import pytest
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
def test_an_empty_list_says_that_nothing_of_its_kind_is_held_and_no_more(client):
    for name, words in {
        "judgements": "No judgements are held yet.",
        "corrections": "No corrections are held yet.",
    }.items():
        assert words in client.get(reverse(name)).content.decode()
    chosen = client.get(reverse("judgements"), {"year": "2019"}).content.decode()
    assert "Nothing matches. Remove a filter" in chosen
    assert "held yet" not in chosen


@pytest.mark.either_database
@pytest.mark.no_cover
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

    monkeypatch.setattr(home, "_tallies", broken)
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
