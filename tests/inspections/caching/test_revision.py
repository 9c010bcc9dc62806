"""The version of the knowledge base answers conditional requests without looking anything up."""

import pytest
from django.urls import reverse

from inspections.caching import revision
from inspections.models import Report
from inspections.write import renew
from tests import builders
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages_kept(settings, tmp_path) -> None:
    kept = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": tmp_path}
    settings.CACHES = settings.CACHES | {"pages": kept}


def test_what_is_remembered_is_made_once_a_version():
    made = iter(range(9))
    first, second = revision.stamp(), renew()
    assert revision.remembered("number", first, lambda: next(made)) == 0
    assert revision.remembered("number", first, lambda: next(made)) == 0
    assert revision.remembered("other", first, lambda: next(made)) == 1
    assert revision.remembered("number", second, lambda: next(made)) == 2


PAGES = ("home", "judgements", "recommendations", "inspections", "authorities", "plans", "documents", "about")


@pytest.mark.parametrize("page", [*PAGES, "judgements-csv"])
def test_page_that_the_reader_has_is_answered_with_one_query(client, django_assert_num_queries, page):
    tell()
    address = reverse(page)
    first = client.get(address)
    assert first.status_code == 200
    with django_assert_num_queries(1):
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize("page", ["home", "judgements", "recommendations", "search", "documents"])
def test_page_that_another_reader_had_is_answered_with_one_query(
    client, pages_kept, django_assert_num_queries, django_assert_max_num_queries, page
):
    tell()
    first = client.get(reverse(page))
    with django_assert_num_queries(1):
        again = client.get(reverse(page))
    assert again.content == first.content
    assert dict(again.headers) == dict(first.headers)
    with django_assert_max_num_queries(100) as asked:
        client.get(reverse(page), {"page": "1"})
    assert len(asked) > 1


def test_pages_kept_are_of_one_host(client, pages_kept):
    tell()
    address = f"{reverse('recommendations')}?columns=permanent_link"
    for host in ("localhost", "testserver"):
        assert f"http://{host}/" in client.get(address, headers={"host": host}).content.decode()


def test_page_that_is_kept_is_made_anew_after_a_change(client, pages_kept):
    tell()
    address = reverse("recommendations")
    client.get(address)
    builders.recommendation(builders.report(), text="Entirely new.")
    assert "Entirely new." in client.get(address).content.decode()


def test_pages_are_shown_where_none_can_be_kept(client, settings, tmp_path):
    tell()
    no_folder = tmp_path / "a file"
    no_folder.write_text("")
    kept = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": no_folder}
    settings.CACHES = settings.CACHES | {"pages": kept}
    for _ in range(2):
        assert client.get(reverse("judgements")).status_code == 200


def test_pages_that_look_into_files_are_made_each_time(client, pages_kept, django_assert_max_num_queries):
    tell()
    report = Report.objects.order_by("pk")[0]
    client.get(report.get_absolute_url())
    with django_assert_max_num_queries(100) as asked:
        client.get(report.get_absolute_url())
    assert len(asked) > 1


def test_page_is_sent_again_after_a_change(client):
    tell()
    address = reverse("recommendations")
    tag = client.get(address)["ETag"]
    builders.recommendation(builders.report(), text="Entirely new.")
    again = client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert "Entirely new." in again.content.decode()


def test_addresses_and_days_have_their_own_tags(client, monkeypatch):
    tag = client.get(reverse("judgements"))["ETag"]
    assert client.get(f"{reverse('judgements')}?year=2015")["ETag"] != tag
    monkeypatch.setattr("inspections.caching.pages.timezone.localdate", lambda: "tomorrow")
    assert client.get(reverse("judgements"))["ETag"] != tag


def test_while_a_developer_looks_at_it_every_page_is_made_anew(client, settings):
    tag = client.get(reverse("judgements"))["ETag"]
    settings.DEBUG = True
    assert client.get(reverse("judgements"), headers={"If-None-Match": tag}).status_code == 200


def test_readers_with_a_session_are_never_answered_from_the_version(client):
    tell()
    tag = client.get(reverse("judgements"))["ETag"]
    client.force_login(builders.editor())
    mine = client.get(reverse("judgements"), headers={"If-None-Match": tag})
    assert mine.status_code == 200
    assert mine["ETag"] != tag
