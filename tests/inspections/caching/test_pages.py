"""Anonymous readers get 304 or a kept page for as long as neither the knowledge base nor the program changes."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils.text import compress_string

from inspections.caching import pages
from inspections.caching.pages import kept_contents
from inspections.models import Report
from tests import builders
from tests.pages.story import tell

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

PAGES = ("home", "judgements", "recommendations", "inspections", "authorities", "plans", "documents", "about")
HEADERS_OF_304 = ("ETag", "Cache-Control", "Vary", "Expires")


def headers_of(response) -> dict[str, str]:
    """Its headers, without the identifier that each request has of its own."""
    return {name: value for name, value in response.headers.items() if name != "X-Request-ID"}


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


@pytest.mark.parametrize("page", ["judgements", "about", "judgements-csv"])
def test_304_carries_the_headers_of_the_page(client, pages_kept, page):
    tell()
    ask = {"Accept-Encoding": "gzip"}
    first = client.get(reverse(page), headers=ask)
    assert first["Content-Encoding"] == "gzip"
    assert first["Cache-Control"] == "no-cache"
    assert {"Cookie", "Accept-Encoding", "HX-Request", "HX-Target"} <= set(first["Vary"].split(", "))
    again = client.get(reverse(page), headers=ask | {"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    for name in HEADERS_OF_304:
        assert sorted(again.get(name, "").split(", ")) == sorted(first.get(name, "").split(", "))


def test_head_is_answered_like_get_without_the_page(client, pages_kept):
    first = client.get(reverse("judgements"))
    again = client.head(reverse("judgements"))
    assert again["ETag"] == first["ETag"]
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
    assert headers_of(again) == headers_of(first)
    with django_assert_max_num_queries(100) as asked:
        client.get(reverse(page), {"page": "1"})
    assert len(asked) > 1


def test_pages_are_kept_for_each_host(client, pages_kept):
    tell()
    address = f"{reverse('recommendations')}?columns=permanent_link"
    for host in ("localhost", "testserver"):
        assert f"http://{host}/" in client.get(address, headers={"host": host}).content.decode()


def test_parts_of_pages_are_kept_for_htmx_alone(client, pages_kept):
    tell()
    part = client.get(reverse("judgements"), headers={"HX-Request": "true", "HX-Target": "list"})
    assert part["ETag"] != client.get(reverse("judgements"))["ETag"]


def test_kept_page_is_made_anew_after_a_change(client, pages_kept):
    tell()
    address = reverse("recommendations")
    client.get(address)
    builders.recommendation(builders.report(), text="Entirely new.")
    assert "Entirely new." in client.get(address).content.decode()


def test_kept_page_that_was_cut_short_on_disk_is_made_anew(client, pages_kept):
    tell()
    first = client.get(reverse("judgements"))
    for length in (0, 10, 1000):
        for path in pages_kept.iterdir():
            path.write_bytes(path.read_bytes()[:length])
        again = client.get(reverse("judgements"))
        assert again.status_code == 200
        assert again.content == first.content


def test_pages_are_shown_where_none_can_be_kept(client, settings, tmp_path):
    tell()
    no_folder = tmp_path / "a file"
    no_folder.write_text("")
    kept = settings.CACHES["pages"] | {
        "BACKEND": "inspections.caching.backends.TolerantFileCache",
        "LOCATION": no_folder,
    }
    settings.CACHES = settings.CACHES | {"pages": kept}
    for _ in range(2):
        assert client.get(reverse("judgements")).status_code == 200


def test_pages_that_look_into_files_are_made_each_time(client, pages_kept, django_assert_max_num_queries):
    tell()
    report = Report.objects.order_by("pk")[0]
    whole = reverse("report-whole", args=[report.authority_slug, report.slug])
    client.get(whole)
    with django_assert_max_num_queries(100) as asked:
        client.get(whole)
    assert len(asked) > 1


def test_a_page_is_kept_as_it_is_sent_and_once_for_all_wordings_of_gzip(client, pages_kept, monkeypatch):
    tell()
    compressed: list[int] = []
    monkeypatch.setattr("django.middleware.gzip.compress_string", _counting(compressed))
    answers = [
        client.get(reverse("judgements"), headers={"Accept-Encoding": wording})
        for wording in ("gzip", "gzip, deflate, br", "br, gzip;q=0.8")
    ]
    assert len(compressed) == 1
    assert len({answer.content for answer in answers}) == 1
    plain = client.get(reverse("judgements"), headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain
    assert gzip.decompress(answers[0].content) == plain.content
    assert {plain.content} == {bytes(content) for content in kept_contents()}


def _counting(sizes: list[int]) -> Callable[..., bytes]:
    """Django's compression, which notes the size of what it is given."""

    def compress(content: bytes, **more: Any) -> bytes:
        sizes.append(len(content))
        return compress_string(content, **more)

    return compress


def test_page_is_sent_again_after_a_change(client):
    tell()
    address = reverse("recommendations")
    tag = client.get(address)["ETag"]
    builders.recommendation(builders.report(), text="Entirely new.")
    again = client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert "Entirely new." in again.content.decode()


def test_addresses_days_and_programs_have_their_own_tags(client, monkeypatch):
    tags = [client.get(reverse("judgements"))["ETag"], client.get(f"{reverse('judgements')}?year=2015")["ETag"]]
    monkeypatch.setattr("inspections.caching.pages.timezone.localdate", lambda: "tomorrow")
    tags.append(client.get(reverse("judgements"))["ETag"])
    monkeypatch.setattr(pages, "program_digest", lambda: "another program")
    tags.append(client.get(reverse("judgements"))["ETag"])
    assert len(set(tags)) == len(tags)


def test_the_program_is_another_one_when_a_file_of_it_changes(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    digests = []
    for name, text in (("base.html", "a"), ("base.html", "ab"), ("other.html", "ab"), ("notes.txt", "ab")):
        path = tmp_path / "templates" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        digests.append(pages.program_digest.__wrapped__())
    assert len(set(digests)) == 3
    assert digests[2] == digests[3]


def test_refusals_have_no_tag_of_the_revision(client):
    refused = client.get(f"{reverse('judgements-json')}?colour=red")
    assert refused.status_code == 400
    assert not refused.get("ETag", "").startswith("W/")


def test_while_debugging_every_page_is_made_anew(client, settings):
    tag = client.get(reverse("judgements"))["ETag"]
    settings.DEBUG = True
    assert client.get(reverse("judgements"), headers={"If-None-Match": tag}).status_code == 200


def test_readers_with_a_session_get_their_own_pages(client, pages_kept):
    tell()
    tag = client.get(reverse("judgements"))["ETag"]
    client.force_login(builders.editor())
    mine = client.get(reverse("judgements"), headers={"If-None-Match": tag})
    assert mine.status_code == 200
    assert mine["ETag"] != tag
    assert list(pages_kept.iterdir())
    assert client.get(reverse("judgements"))["ETag"] != tag


def test_every_public_page_is_tagged(client):
    story = tell()
    report = story.report
    for address in (
        *(reverse(name) for name in ("compare", "matrix", "data", "accessibility", "notices", "actions", "search")),
        report.get_absolute_url(),
        report.source.get_absolute_url(),
        report.inspection.get_absolute_url(),
        report.authority.get_absolute_url(),
        reverse("plan", args=[story.plan.authority_slug, story.plan.slug]),
    ):
        assert client.get(address)["ETag"].startswith("W/"), address


def test_readers_with_a_message_to_be_shown_get_their_own_pages(client):
    client.cookies["messages"] = "something to be shown once"
    assert not client.get(reverse("judgements"))["ETag"].startswith("W/")


def test_requests_that_send_something_get_no_tag(client):
    assert "ETag" not in client.post(reverse("judgements"))
