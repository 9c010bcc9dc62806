from types import SimpleNamespace
from typing import cast

import pytest
from django.test import RequestFactory
from django.urls import ResolverMatch

from inspections.lists.parameters import not_taken, takes


@takes("page")
def paged():
    """Take the number of a page."""


def asked(query, view=paged):
    request = RequestFactory().get(f"/?{query}")
    request.resolver_match = cast("ResolverMatch", SimpleNamespace(func=view)) if view else None
    return not_taken(request)


def test_what_a_view_does_not_take_is_named_in_the_order_of_the_address():
    assert asked("year=2020&page=2&colour=red&colour=blue") == ["year", "colour"]
    assert asked("page=2") == []


@pytest.mark.parametrize("view", [None, lambda: None])
def test_nothing_is_told_of_other_views_and_of_addresses_that_do_not_exist(view):
    assert asked("colour=red", view) == []
