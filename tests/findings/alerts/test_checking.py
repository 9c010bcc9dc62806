"""What is wrong with alerts is found without telling an address, and made again."""

import pytest
from django.db.models import F

from findings.alerts.checking import ALERTS
from findings.alerts.matching import match
from findings.alerts.models import ChangePosition, SavedSearch, SearchCriterion, SearchMatches, Subscription
from tests.findings.alerts.conftest import follow
from tests.findings.alerts.test_matching import publish
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db


@pytest.fixture
def followed() -> Subscription:
    """A followed search, of which everything until now was looked at and something is waiting."""
    followed = follow(query="authority=wexcombe")
    match()
    publish()
    match()
    assert SearchMatches.objects.exists()
    return followed


def test_alerts_in_order_have_no_breach(followed):
    assert found(ALERTS) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda: SearchCriterion.objects.all().delete(),
        lambda: SearchCriterion.objects.update(value="camden"),
        lambda: SavedSearch.objects.update(fingerprint="0"),
        lambda: Subscription.objects.all().delete(),
        lambda: ChangePosition.objects.update(report=F("report") + 100),
        lambda: ChangePosition.objects.update(correction=7, reading=F("reading") + 1, visibility=9),
        lambda: ChangePosition.objects.update(batch=0),
        lambda: Subscription.objects.update(sent_batch=1_000),
    ],
)
def test_what_is_wrong_is_told_and_made_again(followed, spoil):
    spoil()
    wrong = found(ALERTS)
    assert wrong
    assert not any("@" in breach.what for breach in wrong)
    assert after_repair(ALERTS) == []


def test_what_comes_after_a_repair_is_told(followed):
    SearchMatches.objects.all().delete()
    ChangePosition.objects.update(report=F("report") + 100)
    assert after_repair(ALERTS) == []
    publish(ref="2")
    assert match().matched == 1


def test_a_search_that_no_filter_knows_any_more_is_for_a_person(followed):
    SavedSearch.objects.update(query="authority=nowhere")
    (breach,) = found(ALERTS)
    assert "nobody is told anything of it" in breach.what
    assert not breach.subject


def test_what_nobody_waits_for_is_forgotten_with_its_search(followed):
    Subscription.objects.all().delete()
    assert after_repair(ALERTS) == []
    assert not SearchMatches.objects.exists()
