"""Models of frameworks that tell more than their columns."""

import pytest

from inspections.models import DomainLineage


@pytest.mark.parametrize(
    ("scope", "label"), [("any", ""), ("", ""), ("looked-after", "Services for looked after children")]
)
def test_lineage_names_the_scope_to_which_it_is_limited(scope, label):
    assert DomainLineage(scope=scope).scope_label == label
