"""The choices of filters: the markup of each is rendered once, and the number of rows is put in for each page.

A page offers hundreds of choices, and under other filters only their numbers are others. The markup stands in the
template, between the two tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import template
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token, VariableNode

from inspections.lists.filters import FilterChoice
from inspections.lists.filterset import Facet

register = template.Library()

Around = tuple[str, bool, str]
"""What stands before the number of a choice, whether it is shown, and what stands after it."""
MOST = 5000
"""So many choices are kept for a place in the templates; then it begins anew."""
NUMBER = 10**20 + 3
"""Stands for the number of a choice while it is rendered: more rows than there will ever be."""


class ChoicesNode(Node):
    """Renders what is between the tags for each choice, as ``choice``; ``forloop.counter`` is its place.

    Of what is around it only ``facet`` is seen, of which only the name may be shown.
    """

    def __init__(self, facet: FilterExpression, choices: FilterExpression, nodelist: NodeList) -> None:
        self.facet, self.choices, self.nodelist = facet, choices, nodelist
        shown: list[Any] = nodelist.get_nodes_by_type(VariableNode)
        self.is_numbered = any(node.filter_expression.token.startswith("forloop.") for node in shown)
        self.known: dict[tuple[object, ...], Around] = {}

    def render(self, context: Context) -> str:
        """The choices with their numbers."""
        return "".join(self._parts(context, self.facet.resolve(context), self.choices.resolve(context)))

    def _parts(self, context: Context, facet: Facet, choices: tuple[FilterChoice, ...]) -> Iterator[str]:
        for counter, choice in enumerate(choices, 1):
            place = counter if self.is_numbered else 0
            key = (facet.name, place, choice.value, choice.label, choice.chosen, choice.count is None)
            if (around := self.known.get(key)) is None:
                around = self._render_once(context, facet, choice, counter)
                if len(self.known) >= MOST:
                    self.known.clear()
                self.known[key] = around
            before, shows_number, after = around
            yield before
            if shows_number:
                yield str(choice.count)
            yield after

    def _render_once(self, context: Context, facet: Facet, choice: FilterChoice, counter: int) -> Around:
        shown = choice if choice.count is None else replace(choice, count=NUMBER)
        with context.push(choice=shown, facet=facet, forloop={"counter": counter}):
            before, number, after = self.nodelist.render(context).rpartition(str(NUMBER))
        return before, bool(number), after


@register.tag("choices")
def choices(parser: Parser, token: Token) -> ChoicesNode:
    """``{% choices facet facet.left %}``: render what follows, until ``{% endchoices %}``, for each of the choices."""
    _, facet, shown = token.split_contents()
    nodelist = parser.parse(("endchoices",))
    parser.delete_first_token()
    return ChoicesNode(parser.compile_filter(facet), parser.compile_filter(shown), nodelist)
