"""The choices of filters on a page: escaped, counted, and each where it belongs."""

import pytest
from django.template.loader import render_to_string

from inspections.lists.filters import FilterChoice
from inspections.lists.filterset import Facet

HARMFUL = FilterChoice("a&b", "<b>Wexcombe</b>", 3, False)
CHOSEN = FilterChoice("good", "Good", 12, True)
UNCOUNTED = FilterChoice("ilacs", "ILACS", None, False)


@pytest.fixture
def facet() -> Facet:
    return Facet("authority", "Authority", "", "select", "", (HARMFUL, CHOSEN, UNCOUNTED), "")


def shown(name: str, facet: Facet) -> str:
    return " ".join(render_to_string(f"components/filters/{name}.html", {"facet": facet}).split())


def test_a_list_offers_what_is_not_chosen(facet):
    html = shown("select", facet)
    assert '<option value="a&amp;b">&lt;b&gt;Wexcombe&lt;/b&gt; (3)</option>' in html
    assert '<option value="ilacs">ILACS</option>' in html
    assert html.count("<option") == 3
    assert '<option value="">Add another</option>' in html


def test_checkboxes_have_labels_counts_and_ids_of_their_own(facet):
    html = shown("checkboxes", facet)
    assert html.count("<input") == html.count("<label") == 3
    assert '<label class="govuk-label govuk-checkboxes__label" for="filter-authority-3">ILACS</label>' in html
    assert '>Good <span class="kb-count">12</span></label>' in html
    assert 'name="authority" type="checkbox" value="good" checked>' in html
    assert html.count(" checked>") == 1
    assert "<b>" not in html


def test_those_chosen_in_a_list_can_be_taken_back(facet):
    html = shown("select", facet)
    assert html.count("<input") == 1
    assert 'id="filter-authority-1" name="authority" type="checkbox" value="good" checked>' in html
