"""Values are computed once for each revision of the knowledge base."""

import pytest

from inspections.caching.revision import cached, current_revision, for_revision, one_revision, shared
from inspections.write import renew

pytestmark = pytest.mark.django_db


def test_a_value_is_computed_once_for_each_name_and_revision():
    computed = iter(range(9))
    first, second = current_revision(), renew()
    assert cached("number", first, lambda: next(computed)) == 0
    assert cached("number", first, lambda: next(computed)) == 0
    assert cached("other", first, lambda: next(computed)) == 1
    assert cached("number", second, lambda: next(computed)) == 2


def test_a_shared_value_is_computed_once_for_each_revision_and_not_copied():
    first, second = current_revision(), renew()
    value = shared("value", first, object)
    assert shared("value", first, object) is value
    assert shared("value", second, object) is not value


def test_the_revision_stays_until_it_is_renewed():
    first = current_revision()
    assert current_revision() == first
    assert renew() == current_revision() != first


def test_a_request_reads_the_revision_once(django_assert_num_queries):
    first = current_revision()
    with one_revision(), django_assert_num_queries(1):
        assert [current_revision(), current_revision()] == [first, first]


def test_a_request_that_changes_something_reads_the_new_revision():
    with one_revision():
        first = current_revision()
        assert renew() == current_revision() != first


def test_the_next_request_reads_the_revision_anew():
    with one_revision():
        current_revision()
    second = renew()
    with one_revision():
        assert current_revision() == second


def regions() -> list[str]:
    return [str(next(LOADED))]


LOADED = iter(range(9))


def test_items_are_loaded_once_for_each_revision():
    load = for_revision(regions)
    assert load() == load() == ("0",)
    renew()
    assert load() == ("1",)
