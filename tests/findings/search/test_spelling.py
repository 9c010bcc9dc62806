"""Words that seem misspelt bring up a word of the index; nothing is searched for instead."""

import pytest

from findings.models import SearchWord
from findings.search import spelling
from findings.search.entries import index_report
from findings.search.language import parse
from findings.search.spelling import respelt, spellings
from tests import builders

pytestmark = pytest.mark.django_db


def told(*texts: str) -> None:
    report = builders.report()
    for text in texts:
        builders.finding(report, text=text)
    index_report(report.pk)


def offered(typed: str, found: int = 0) -> dict[str, str]:
    expression = parse(typed).expression
    assert expression is not None
    return spellings(expression, found)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("saftey", {"saftey": "safety"}),
        ("supervison of staff", {"supervison": "supervision"}),
        ("cre", {}),  # too short
        ("2015x", {}),  # no letters alone
        ("tafety", {}),  # another first letter
        ("xylophone", {}),
        ("safety", {}),
        ("-saftey", {}),
        ('"saftey"', {}),
        ("staff OR saftey", {"saftey": "safety"}),
        ("saftey supervison", {"saftey": "safety", "supervison": "supervision"}),
    ],
)
def test_a_word_that_no_record_holds_brings_up_a_similar_one(typed, other):
    told("The safety of children.", "Supervision of staff and their care.")
    assert offered(typed) == other


def test_one_change_is_allowed_in_short_words_and_two_in_long_ones():
    told("Drift and assessment.")
    assert offered("drfit") == {"drfit": "drift"}
    assert offered("draft") == {"draft": "drift"}
    assert offered("dratf") == {}
    assert offered("asesment") == {"asesment": "assessment"}
    assert offered("asesmnt") == {}


def test_the_fewest_changes_then_the_most_frequent_word_wins():
    told("Planning.", "Planting.", "Planting again.", "Plantings.")
    assert offered("plannng") == {"plannng": "planning"}, "one change away, the other two"
    assert offered("planing") == {"planing": "planting"}, "both one change away"


def test_a_rare_misspelling_in_a_document_is_no_reason_to_offer_nothing(monkeypatch):
    monkeypatch.setattr(spelling, "AT_LEAST", 3)
    told("Saftey.", "Safety.", "Safety first.")
    assert offered("saftey") == {}
    told("Safety again.")
    assert offered("saftey") == {"saftey": "safety"}
    assert offered("saftey", found=spelling.FEW + 1) == {}


def test_a_word_that_no_record_holds_any_more_is_not_offered():
    SearchWord.objects.create(letters="safety")
    assert offered("saftey") == {}


def test_the_text_keeps_everything_but_the_word():
    assert respelt("“the” Saftey, of (saftey)*", {"saftey": "safety"}) == "“the” safety, of (safety)*"
