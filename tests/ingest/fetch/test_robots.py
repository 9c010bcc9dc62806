"""What robots.txt says to this program."""

from __future__ import annotations

import httpx

from ingest.fetch.robots import RobotsRules, agent, rules_in

RULES = b"""\xef\xbb\xbfUser-agent: *
Disallow: /

User-agent: inspectionknowledgebase
Crawl-delay: 5
Request-rate: 1/10s
Allow: /reports/*.pdf$
Disallow: /reports/
"""


def test_the_record_for_this_program_counts():
    rules = rules_in(RULES)
    allowed = [rules.allows(httpx.URL(f"https://example.org{path}")) for path in ("/a", "/reports/a.pdf", "/reports/a")]
    assert allowed == [True, True, False]
    assert rules.every == 10.0


def test_what_says_nothing_forbids_nothing():
    for rules in (RobotsRules(), rules_in(b""), rules_in(b"\xff\xfe<html>")):
        assert rules.allows(httpx.URL("https://example.org/a"))
        assert rules.every == 0.0


def test_the_name_of_the_program_names_people():
    assert agent("https://example.org/about") == "InspectionKnowledgeBase/1 (+https://example.org/about)"
