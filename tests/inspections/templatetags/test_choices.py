"""The choices of filters in a page: rendered once, with the numbers of each page."""

import pytest
from django.template import Context, Template
from django.template.base import VariableNode

from inspections.lists.filters import FilterChoice
from inspections.lists.filterset import Facet

GOOD = FilterChoice("good", "Good", 12, False)
SELECT = "{% load choices %}{% choices facet given %}<{{ choice.value }}>{{ choice.with_count }}{% endchoices %}"
NUMBERED = "{% load choices %}{% choices facet given %}{{ facet.name }}-{{ forloop.counter }} {% endchoices %}"


def facet(name: str = "grade") -> Facet:
    return Facet(name, "Grade", "", "select", "", (), "")


def shown(template: Template, *choices: FilterChoice, name: str = "grade") -> str:
    return template.render(Context({"facet": facet(name), "given": choices}))


@pytest.fixture
def rendered(monkeypatch) -> list[str]:
    """The expressions that were rendered, in order."""
    found: list[str] = []
    render = VariableNode.render

    def noted(node, context):
        found.append(str(node.filter_expression))
        return render(node, context)

    monkeypatch.setattr(VariableNode, "render", noted)
    return found


def test_each_page_has_its_own_numbers():
    template = Template(SELECT)
    assert shown(template, GOOD) == "<good>Good (12)"
    assert shown(template, FilterChoice("good", "Good", 3, False)) == "<good>Good (3)"
    assert shown(template, FilterChoice("good", "Good", None, False)) == "<good>Good"
    assert shown(template, FilterChoice("good", "Good", 0, False)) == "<good>Good (0)"


def test_what_was_rendered_is_not_rendered_again(rendered):
    template = Template(SELECT)
    shown(template, GOOD)
    assert len(rendered) == 2
    shown(template, FilterChoice("poor", "Poor", 1, False), FilterChoice("good", "Good", 5, False))
    assert len(rendered) == 4


def test_a_choice_is_rendered_for_each_place_that_shows_its_number_and_for_each_filter():
    template = Template(NUMBERED)
    other = FilterChoice("poor", "Poor", 1, False)
    assert shown(template, GOOD, other) == "grade-1 grade-2 "
    assert shown(template, other, GOOD) == "grade-1 grade-2 "
    assert shown(template, GOOD, name="kind") == "kind-1 "


def test_what_is_chosen_is_another_choice():
    template = Template("{% load choices %}{% choices facet given %}{{ choice.chosen }}{% endchoices %}")
    assert shown(template, GOOD) == "False"
    assert shown(template, FilterChoice("good", "Good", 12, True)) == "True"


def test_labels_are_escaped():
    assert shown(Template(SELECT), FilterChoice("a&b", "<b>", 1, False)) == "<a&amp;b>&lt;b&gt; (1)"


def test_not_more_are_kept_than_a_page_may_need(monkeypatch):
    monkeypatch.setattr("inspections.templatetags.choices.MOST", 2)
    template = Template(SELECT)
    node = next(node for node in template.nodelist if hasattr(node, "known"))
    for number in range(5):
        assert shown(template, FilterChoice(f"{number}", "Good", number, False)) == f"<{number}>Good ({number})"
        assert len(node.known) <= 2
