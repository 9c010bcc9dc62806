"""Rows by many keys at once are the rows that ``pk__in`` finds, with one value in the query."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspections.lists.lookups import among
from inspections.models import Authority, FrameworkDomain

pytestmark = pytest.mark.django_db
KEYS = st.sets(st.integers(-5, 400) | st.just(2**63 - 1), max_size=50)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=KEYS)
def test_the_rows_are_those_of_the_keys(keys):
    assert set(Authority.objects.filter(among(keys))) == set(Authority.objects.filter(pk__in=keys))
    assert set(Authority.objects.exclude(among(keys))) == set(Authority.objects.exclude(pk__in=keys))
    through = FrameworkDomain.objects.filter(among(keys, "framework__pk"))
    assert set(through) == set(FrameworkDomain.objects.filter(framework__in=keys))


def test_thousands_of_keys_are_one_value():
    every = list(Authority.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as asked:
        found = Authority.objects.filter(among([*every, *range(10_000, 60_000)])).count()
    assert found == len(every)
    assert asked[0]["sql"].count("::bigint[]") + asked[0]["sql"].count("json_each") == 1
