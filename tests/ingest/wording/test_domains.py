"""How frameworks word their domains: reference facts, and patterns that allow for what reports change about them."""

import re

import pytest

from ingest.wording.domains import ILACS, LAC, SIF_ROWS, Wording, domains_of, expected


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
