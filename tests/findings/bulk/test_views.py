"""The page of the bulk files, and the files: whole, in parts, or not at all to those who have them."""

import hashlib

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.bulk import views
from inspections.caching.pages import program_digest
from inspections.caching.revision import current_revision
from inspections.write import renew
from tests import builders
from tests.findings.bulk.sets import CONTENT, SITE, stored
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

NAME = "judgements.csv"
BYTES = CONTENT[NAME][2]
TAG = f'"{hashlib.sha256(BYTES).hexdigest()}"'


def page(client) -> str:
    response = client.get(reverse("bulk"))
    assert response.status_code == 200
    return squeeze(response.content.decode())


def file(client, name: str = NAME, **headers: str):
    return client.get(reverse("bulk-file", args=[name]), headers=headers)


def test_the_page_tells_as_at_when_which_version_how_many_rows_and_how_large(client):
    stored(revision=current_revision())
    html = page(client)
    assert "As at <time" in html
    assert "27 November 2026, 05:10" in html
    assert "2026.11.27+abc" in html
    assert "Nothing in the knowledge base has changed since." in html
    assert f'href="{reverse("bulk-file", args=[NAME])}"' in html
    assert ">40</td>" in html
    assert f'href="{reverse("data-set", args=["judgements"])}">Judgements</a>' in html
    for name in CONTENT:
        assert name in html


def test_the_page_says_that_the_knowledge_has_changed_since_and_has_another_tag(client):
    stored(revision=current_revision())
    before = client.get(reverse("bulk"))
    renew()
    assert "The knowledge base has changed since" in page(client)
    stored("second", revision=current_revision())
    after = client.get(reverse("bulk"), headers={"if-none-match": before.headers["ETag"]})
    assert after.status_code == 200
    assert client.get(reverse("bulk"), headers={"if-none-match": after.headers["ETag"]}).status_code == 304


def test_who_looks_at_the_page_has_files_made_that_are_missing_or_out_of_date(client, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(views, "start_publishing_seldom", asked.append)
    page(client)
    current = {"revision": current_revision(), "program": program_digest(), "as_at": timezone.now()}
    stored(**current)
    page(client)
    assert asked == [""]
    stored("second", **current | {"revision": "earlier"})
    page(client)
    assert asked == ["", SITE]


def test_without_files_page_and_addresses_say_so(client):
    assert "have not been made yet" in page(client)
    response = file(client)
    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith("text/plain")
    assert "have not been made yet" in response.content.decode()
    assert client.get(reverse("bulk-file", args=["datapackage.json"])).json()["error"].startswith("The bulk files")


def test_what_is_hidden_takes_page_and_files_away_at_once(client):
    report = builders.report()
    stored()
    assert file(client).status_code == 200
    builders.show(report, "hidden")
    response = file(client)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "3600")
    assert "no longer public" in response.content.decode()
    html = page(client)
    assert "no longer public" in html
    assert NAME not in html


def test_a_file_is_sent_whole_with_tag_length_and_day(client):
    stored()
    response = file(client, accept_encoding="gzip")
    assert b"".join(response) == BYTES
    assert response.headers["ETag"] == TAG
    assert response.headers["Content-Length"] == str(len(BYTES))
    assert response.headers["Last-Modified"] == "Fri, 27 Nov 2026 05:10:30 GMT"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{NAME}"'
    assert response.headers["Content-Type"] == "text/csv"
    assert "Content-Encoding" not in response.headers


def test_a_download_is_taken_up_again_while_the_file_is_the_same(client):
    stored()
    rest = file(client, range="bytes=100-", if_range=TAG)
    assert (rest.status_code, b"".join(rest)) == (206, BYTES[100:])
    assert rest.headers["Content-Range"] == f"bytes 100-{len(BYTES) - 1}/{len(BYTES)}"
    assert b"".join(file(client, range="bytes=100-", if_range='"of another set"')) == BYTES
    assert file(client, range="bytes=999999-").status_code == 416


def test_who_has_the_file_already_is_sent_nothing(client):
    stored()
    assert file(client, if_none_match=TAG).status_code == 304
    assert file(client, if_modified_since="Fri, 27 Nov 2026 05:10:30 GMT").status_code == 304
    assert file(client, if_none_match='"other"').status_code == 200


@pytest.mark.parametrize("name", ["nothing.csv", "current.json", "..", "lock"])
def test_other_names_are_404(client, name):
    stored()
    assert client.get(f"/data/bulk/{name}").status_code == 404


def test_nothing_can_be_sent_to_a_file(client):
    stored()
    assert client.post(reverse("bulk-file", args=[NAME])).status_code == 405


def test_pages_of_other_sites_may_read_a_part_of_a_file(client):
    stored()
    response = file(client, origin="https://elsewhere.example.org", range="bytes=0-3")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Range" in response.headers["Access-Control-Expose-Headers"]


def test_addresses_are_those_that_the_files_were_made_with(client):
    stored()
    assert f"<code>{SITE}</code>" in page(client)
