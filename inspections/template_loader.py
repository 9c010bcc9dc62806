"""The loader of templates, which lets components (``templates/components``) be included within a line of text.

The file of a component begins with a comment on what it shows and which arguments it takes, and ends with a line end.
The loader removes both, because white space before a comma or inside a link would be visible.
"""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders import filesystem

COMPONENTS = "components/"
LEADING_COMMENTS = re.compile(r"\A(?:\s*\{#.*?#\})+")


class ComponentLoader(filesystem.Loader):
    """Django's file system loader, without the leading comments and the surrounding white space of components."""

    def get_contents(self, origin: Origin) -> str:
        """Return the source of a template. Raises TemplateDoesNotExist where there is no such file."""
        contents = super().get_contents(origin)
        if not str(origin.template_name).startswith(COMPONENTS):
            return contents
        return LEADING_COMMENTS.sub("", contents).strip()
