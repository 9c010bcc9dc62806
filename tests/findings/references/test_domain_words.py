"""Words suggest the domains of a recommendation, and nothing is suggested without them."""

import pytest

from findings.references.domain_words import suggested_domains
from inspections.reference import tables


@pytest.mark.parametrize(
    ("text", "domains"),
    [
        ("The quality of pathway plans for care leavers.", ("care-leavers",)),
        ("Oversight by independent  reviewing\nofficers.", ("children-in-care",)),
        ("Privately fostered children are seen in time.", ("help-and-protection",)),
        ("The frequency and quality of supervision.", ("leadership",)),
        ("Managers' oversight of strategy discussions", ("help-and-protection", "leadership")),
        ("FOSTER CARERS are supported", ("children-in-care",)),
        ("The plan is late.", ()),
        ("An auditorium", ()),
    ],
)
def test_words_suggest_domains(text, domains):
    assert suggested_domains(text) == domains


def test_every_domain_that_words_suggest_is_one_of_the_reference_data():
    codes = {domain.code for domain in tables.domains()}
    everything = "care leavers, children in care, early help and supervision"
    assert set(suggested_domains(everything)) == {
        "care-leavers",
        "children-in-care",
        "help-and-protection",
        "leadership",
    }
    assert set(suggested_domains(everything)) <= codes
