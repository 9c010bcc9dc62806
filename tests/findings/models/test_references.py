"""Cross references: the record in which one stands and the one to which it leads."""

import pytest

from findings.models import CrossReference
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("source", [builders.finding, builders.recommendation, builders.action])
@pytest.mark.parametrize("target", [builders.finding, builders.recommendation, builders.section])
def test_a_reference_knows_both_of_its_ends(source, target):
    report = builders.report()
    by, to = source(report), target(report, anchor="target")
    builders.reference_to(by, to)
    stored = CrossReference.objects.get()
    assert (stored.source, stored.leads_to) == (by, to)


def test_a_reference_without_a_target_leads_nowhere_and_is_unresolved():
    report = builders.report()
    lost = builders.reference_to(builders.finding(report, "1"), reason="There is no paragraph 9 in this report.")
    builders.reference_to(builders.finding(report, "2"), builders.finding(report, "3"))
    assert lost.leads_to is None
    assert list(CrossReference.objects.unresolved()) == [lost]
