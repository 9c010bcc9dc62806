"""The choices of filters as HTML: escaped, counted, and each where it belongs."""

import pytest

from inspections.lists.filters import FilterChoice
from inspections.lists.filterset import Facet
from inspections.templatetags.choices import checkboxes, chosen_checkboxes, options

HARMFUL = FilterChoice("a&b", "<b>Wexcombe</b>", 3, False)
CHOSEN = FilterChoice("good", "Good", 12, True)
UNCOUNTED = FilterChoice("ilacs", "ILACS", None, False)


@pytest.fixture
def facet() -> Facet:
    return Facet("authority", "Authority", "", "select", "", (HARMFUL, CHOSEN, UNCOUNTED), "")


def test_options_are_those_not_chosen(facet):
    assert options(facet) == (
        '<option value="a&amp;b">&lt;b&gt;Wexcombe&lt;/b&gt; (3)</option><option value="ilacs">ILACS</option>'
    )


def test_checkboxes_have_labels_counts_and_ids_of_their_own(facet):
    html = checkboxes(facet)
    assert html.count("<input") == html.count("<label") == 3
    assert '<label class="govuk-label govuk-checkboxes__label" for="filter-authority-3">ILACS</label>' in html
    assert '>Good <span class="kb-count">12</span></label>' in html
    assert 'name="authority" type="checkbox" value="good" checked>' in html
    assert html.count(" checked>") == 1
    assert "<b>" not in html


def test_those_chosen_can_be_taken_back(facet):
    html = chosen_checkboxes(facet)
    assert html.count("<input") == 1
    assert 'id="filter-authority-1" name="authority" type="checkbox" value="good" checked>' in html
