"""Which addresses a source may ask."""

from __future__ import annotations

import pytest

from ingest.fetch.hosts import AllowedHosts, host_of, parsed

ALLOWED = AllowedHosts(frozenset({"files.example.org", "files.example.org:8443"}))


@pytest.mark.parametrize(
    "address", ["https://files.example.org/a", "https://FILES.example.org:443/a", "https://files.example.org:8443/"]
)
def test_hosts_that_are_named_are_allowed(address: str):
    assert ALLOWED.reason_against(parsed(address)) == ""


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://files.example.org/a", "does not begin with https://"),
        ("https://example.org/a", "none of those"),
        ("https://a.files.example.org/a", "none of those"),
        ("https://files.example.org./a", "none of those"),
        ("https://files.example.org:80/a", "none of those"),
        ("https://files.example.org@evil.example/", "a name or a password"),
        ("https://2130706433/", "none of those"),
        ("https://files.example.org/" + "a" * 1000, "longer than 1000"),
    ],
)
def test_all_others_are_refused_with_the_reason(address: str, reason: str):
    assert reason in ALLOWED.reason_against(parsed(address))


def test_addresses_are_written_alike_and_what_is_none_is_told():
    assert str(parsed(" https://Files.Example.org/a b#c ")) == "https://files.example.org/a%20b"
    assert [parsed(one) for one in ("", "/a", "mailto:a@example.org", "https://", "http://a:b/")] == [None] * 5
    assert host_of(parsed("https://münchen.example:8443/")) == "xn--mnchen-3ya.example:8443"
