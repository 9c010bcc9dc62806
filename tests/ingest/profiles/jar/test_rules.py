"""The headings of both generations of joint area reviews."""

from ingest.profiles.jar.rules import rules_of


def test_both_generations_have_rules_of_their_own():
    domains = [{rule.domain for rule in rules_of(second) if rule.domain} for second in (False, True)]
    assert "staying-safe" in domains[0] - domains[1]
    assert "looked-after" in domains[1] - domains[0]
