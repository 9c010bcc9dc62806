"""Values are computed once for each revision of the knowledge base."""

import pytest

from inspections.caching.revision import cached, current_revision
from inspections.write import renew

pytestmark = pytest.mark.django_db


def test_a_value_is_computed_once_for_each_name_and_revision():
    computed = iter(range(9))
    first, second = current_revision(), renew()
    assert cached("number", first, lambda: next(computed)) == 0
    assert cached("number", first, lambda: next(computed)) == 0
    assert cached("other", first, lambda: next(computed)) == 1
    assert cached("number", second, lambda: next(computed)) == 2


def test_the_revision_stays_until_it_is_renewed():
    first = current_revision()
    assert current_revision() == first
    assert renew() == current_revision() != first
