"""Pages without the indentation of their templates, which is about a quarter of their weight."""

from __future__ import annotations

import re

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

AROUND_LINE_END = re.compile(r"\s*\n\s*")


class LeanNode(template.Node):
    """What stands between the two tags, each run of white space around a line end as the line end alone."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodelist = nodes

    def render(self, context: Context) -> SafeString:
        """Browsers show any such run as one space. Texts in which line ends count must not stand between the tags as they are."""
        return mark_safe(AROUND_LINE_END.sub("\n", self.nodelist.render(context)))  # noqa: S308


@register.tag
def lean(parser: Parser, token: Token) -> LeanNode:
    """Leave the indentation of what follows out, up to ``{% endlean %}``."""
    nodes = parser.parse(("endlean",))
    parser.delete_first_token()
    return LeanNode(nodes)
