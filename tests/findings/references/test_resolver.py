"""Which record of a report is meant by a number as printed. No database."""

from findings.models import Finding, Recommendation
from findings.references.resolver import ReferenceTargets, Resolver

CITING = Finding(pk=1, ref="19")


def resolved(number: str, *recommendations: Recommendation) -> tuple[Recommendation | None, str]:
    """What paragraph 19 means by "recommendation ..." in a report with these recommendations."""
    resolver = Resolver(ReferenceTargets((), (CITING,), recommendations))
    return resolver.resolve(CITING, "recommendation", number, f"(recommendation {number})")


def test_a_recommendation_is_meant_before_an_item_of_another_with_the_same_number():
    first, second = Recommendation(pk=1, ref="1"), Recommendation(pk=2, ref="2")
    item = Recommendation(pk=3, ref="1", parent=second)
    assert resolved("1", item, first, second) == (first, "")


def test_an_item_is_meant_where_no_recommendation_carries_the_number():
    second = Recommendation(pk=2, ref="2")
    item = Recommendation(pk=3, ref="1", parent=second)
    assert resolved("1", item, second) == (item, "")
