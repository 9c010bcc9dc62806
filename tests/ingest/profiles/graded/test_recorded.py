"""Inspections of one part of the services that end with a record of main findings: what their forms share."""

from ingest.profiles.graded.child_protection import PROTECTION
from ingest.profiles.graded.lac import LOOKED_AFTER
from ingest.profiles.graded.recorded import rules_for
from ingest.profiles.protocol import Part
from ingest.readers import read
from ingest.structure.outline import Role
from ingest.wording.domains import CHILD_PROTECTION, LAC, expected
from tests.ingest.profiles.reading import sample


def test_each_form_claims_its_own_reports_alone() -> None:
    for own, other, number in ((LOOKED_AFTER, PROTECTION, "03"), (PROTECTION, LOOKED_AFTER, "21")):
        part = Part(read(sample(number).encode()).blocks, "text/plain")
        assert (own.score(part), other.score(part)) == (1, 0)


def test_the_domains_of_a_form_are_those_of_its_framework() -> None:
    for form, domains in ((LOOKED_AFTER, LAC), (PROTECTION, CHILD_PROTECTION)):
        assert {wording.domain for wording in domains} == set(expected(form.kind))


def test_each_domain_opens_a_section_and_bands_of_time_hold_recommendations() -> None:
    rules = rules_for(CHILD_PROTECTION)
    assert [rule.domain for rule in rules if rule.domain] == [wording.domain for wording in CHILD_PROTECTION]
    assert sum(rule.role is Role.RECOMMENDATIONS for rule in rules) > 2
