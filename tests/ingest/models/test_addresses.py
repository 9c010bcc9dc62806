"""Addresses that are fetched."""

from ingest.models import FetchAddress


def test_a_server_is_told_what_is_held_only_where_something_is():
    row = FetchAddress(address="https://example.org/a.pdf", etag='"1"')
    assert row.conditions == {}
    row.sha256 = "0" * 64
    assert row.conditions == {"If-None-Match": '"1"'}
    assert str(row) == "https://example.org/a.pdf"
