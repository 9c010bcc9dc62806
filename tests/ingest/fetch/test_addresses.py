"""Which addresses sources ask."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from ingest.fetch.addresses import due, put_off, register, release, starts, unknown
from ingest.fetch.hosts import AllowedHosts
from ingest.fetch.sources import FetchSource, SourcesError
from ingest.models import FetchAddress
from inspections.vocabulary import SourceKind
from tests import builders

pytestmark = pytest.mark.django_db
FILE = "https://files.example.org/file/"


@pytest.fixture
def source() -> Callable[..., FetchSource]:
    def make(kind: SourceKind, **values) -> FetchSource:
        allowed = AllowedHosts(frozenset({"files.example.org", "pages.example.org"}))
        return FetchSource("made", "Made reports", kind, allowed, **values)

    return make


def test_tables_give_the_addresses_at_hosts_of_the_source_each_once(source):
    table = builders.report("outcomes-table", authority=None)
    for number in (1, 1, 2):
        builders.statement(table, builders.inspection(), address=f"{FILE}{number}")
    builders.statement(table, builders.inspection(), address="https://other.example.org/3")
    builders.statement(table, builders.inspection(), address=f"{FILE}4", retired_at=timezone.now())
    assert list(starts(source(SourceKind.TABLES))) == [f"{FILE}1", f"{FILE}2"]


def test_providers_are_those_that_are_named_or_all_authorities_with_a_number(source):
    builders.authority("Oldshire", ofsted_urn="80001", is_sample=False)
    builders.authority("Wexcombe", ofsted_urn="80002", is_sample=True)
    page = "https://pages.example.org/{urn}"
    every = list(starts(source(SourceKind.PROVIDERS, page=page)))
    assert "https://pages.example.org/80001" in every
    assert "https://pages.example.org/80002" not in every
    named = source(SourceKind.PROVIDERS, page=page, urns=("1",))
    assert list(starts(named)) == ["https://pages.example.org/1"]


def test_a_list_has_an_address_a_line(source, tmp_path: Path):
    path = tmp_path / "list.txt"
    path.write_text(f"# reports\n\n {FILE}1 \n{FILE}2\n")
    assert list(starts(source(SourceKind.ADDRESSES, lists=(path,)))) == [f"{FILE}1", f"{FILE}2"]
    with pytest.raises(SourcesError, match="cannot be read"):
        list(starts(source(SourceKind.ADDRESSES, lists=(tmp_path / "none",))))
    for wrong in ("nonsense", FILE + "9" * 1000):
        path.write_text(f"# reports\n{FILE}1\n{wrong}\n")
        with pytest.raises(SourcesError, match=r"line 3 of the list .* is no web address"):
            list(starts(source(SourceKind.ADDRESSES, lists=(path,))))


def test_an_address_is_kept_once_as_page_or_document(source):
    pages = source(SourceKind.ADDRESSES, documents=re.compile("/file/"))
    given = [f"{FILE}1", f"{FILE}1#page=2", "https://pages.example.org/a", "nonsense", FILE + "9" * 1000]
    assert register(pages, given) == 2
    assert register(pages, given, "https://pages.example.org/a") == 0
    kept = FetchAddress.objects.values_list("address", "is_page", "found_on").order_by("address")
    assert list(kept) == [(f"{FILE}1", False, ""), ("https://pages.example.org/a", True, "")]
    assert unknown([f"{FILE}2", f"{FILE}1"]) == [f"{FILE}2"]


def test_addresses_of_a_source_that_is_no_longer_declared_go_to_another(source):
    old = replace(source(SourceKind.ADDRESSES), name="old")
    register(old, [f"{FILE}1", f"{FILE}2"])
    new = source(SourceKind.ADDRESSES, documents=re.compile("/file/1"))
    register(new, [f"{FILE}1"])
    assert set(FetchAddress.objects.values_list("source", flat=True)) == {"old"}
    release(["made"])
    register(new, [f"{FILE}1", f"{FILE}2"])
    kept = FetchAddress.objects.order_by("pk").values_list("source", "is_page")
    assert list(kept) == [("made", False), ("made", True)]


def test_what_is_due_is_asked_in_its_order_and_a_host_is_put_off_as_a_whole(source):
    made, now = source(SourceKind.ADDRESSES), timezone.now()
    register(made, [f"{FILE}{number}" for number in range(3)])
    register(made, ["https://files.example.org.evil.example/1"])
    FetchAddress.objects.filter(address=f"{FILE}0").update(due_at=None)
    put_off(f"{FILE}2", now + timedelta(hours=1))
    soon, late = timezone.now(), now + timedelta(hours=2)
    assert [row.address for row in due(made, pages=False, now=soon)] == ["https://files.example.org.evil.example/1"]
    assert len(list(due(made, pages=False, now=late))) == 3
    assert len(list(due(made, pages=False, now=soon, again=True))) == 4
    assert list(due(made, pages=True, now=late)) == []
