"""How frameworks word their domains: reference facts, and patterns that allow for what reports change about them."""

import re

import pytest

from ingest.wording.domains import ILACS, LAC, SIF_ROWS, Wording, domains_of, exact_wordings, expected
from inspections.vocabulary import Scope


@pytest.mark.parametrize(("framework", "patterns"), [("ilacs", ILACS), ("lac", LAC), ("sif", SIF_ROWS)])
def test_the_first_pattern_that_fits_a_wording_of_the_reference_facts_is_of_its_domain(
    framework: str, patterns: tuple[Wording, ...]
) -> None:
    tabled = {pattern.domain for pattern in patterns}
    for domain, wording in expected(framework).items():
        if domain in tabled:
            found = next(p.domain for p in patterns if re.match(rf"(?:{p.pattern})(?=\W|$)", wording, re.I))
            assert found == domain


def test_domains_come_in_the_order_of_their_framework() -> None:
    assert list(expected("lscb-review")) == ["lscb"]
    assert [facts.order for facts in domains_of("jar")] == sorted(facts.order for facts in domains_of("jar"))


def test_a_wording_with_a_hyphen_is_also_one_without() -> None:
    wording = next(w for w in exact_wordings("jar", Scope.LOCAL_SERVICES) if w.domain == "economic-wellbeing")
    assert re.fullmatch(wording.pattern, "Achieving economic wellbeing")
    assert re.fullmatch(wording.pattern, "Achieving economic well-being")


def test_only_the_domains_that_are_judged_in_a_scope_are_worded_for_it() -> None:
    assert [w.domain for w in exact_wordings("jar", Scope.HEALTH)] == ["health-service"]
