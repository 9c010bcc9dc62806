"""Which set is published, whether it is whole and up to date, and when it must not be given out any more."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from findings.bulk.published import (
    bulk_folder,
    is_up_to_date,
    is_withdrawn,
    last_changes,
    published_set,
    published_version,
)
from inspections.caching.pages import program_digest
from inspections.caching.revision import current_revision
from inspections.write import renew
from tests import builders
from tests.findings.bulk.sets import SITE, stored


def test_a_set_is_read_as_it_was_put_in_place():
    made = stored(rows={"judgements": 7})
    assert published_set() == made
    assert made.is_whole
    assert published_version() == "first"


@pytest.mark.parametrize("content", [None, b"", b"[]", b"{}", b'{"files": [], "as_at": "yesterday"}'])
def test_without_a_readable_note_there_is_no_set(content):
    bulk_folder().mkdir()
    if content is not None:
        (bulk_folder() / "current.json").write_bytes(content)
    assert published_set() is None
    assert published_version() == ""


def test_a_file_that_is_missing_or_cut_short_is_none_of_the_set():
    made = stored()
    (bulk_folder() / "first" / "judgements.csv").write_bytes(b"la_name")
    (bulk_folder() / "first" / "judgements.parquet").unlink()
    assert not made.is_whole
    assert made.file("judgements.csv") is None
    assert made.file("judgements.parquet") is None
    assert made.file("datapackage.json") is not None
    assert made.file("../current.json") is None


@pytest.mark.django_db
def test_a_set_is_up_to_date_for_one_revision_program_address_and_day():
    now = timezone.now()
    made = stored(as_at=now, revision=current_revision(), program=program_digest())
    assert is_up_to_date(made, SITE)
    assert not is_up_to_date(made, "https://elsewhere.example.org")
    assert not is_up_to_date(replace(made, as_at=now - timedelta(days=1)), SITE)
    assert not is_up_to_date(replace(made, program="older"), SITE)
    renew()
    assert not is_up_to_date(made, SITE)


@pytest.mark.django_db
def test_what_is_hidden_or_taken_out_later_withdraws_the_set_and_nothing_else_does():
    report = builders.report()
    finding = builders.finding(report, "1")
    made = stored(**last_changes())
    builders.correction(finding, "text", "Other words.")
    assert not is_withdrawn(made)
    builders.show(report, "hidden")
    assert is_withdrawn(made)
    builders.show(report, "published")
    assert is_withdrawn(made)  # it was made of what somebody hid in between
    after = replace(made, folder="second", **last_changes())
    assert not is_withdrawn(after)
    taken_out = builders.correction(builders.finding(report, "2"), "text", "None.")
    taken_out.field = "suppressed"
    taken_out.save()
    assert is_withdrawn(after)
