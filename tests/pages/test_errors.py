"""What people see when there is nothing, or when something breaks."""

import pytest
from django.urls import reverse

from findings.views import home

pytestmark = pytest.mark.django_db


def test_nothing_there_says_where_to_look(client):
    response = client.get("/nowhere/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "Page not found" in html
    assert f'href="{reverse("judgements")}"' in html


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
