"""Loads components (the parts of pages under ``templates/components``) so that they can stand within a line of text.

A component's file begins with a comment on what it shows and takes, and ends with a line end. Neither belongs to what it shows: white
space before "," or inside a link would be seen.
"""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders import filesystem

COMPONENTS = "components/"
COMMENTS = re.compile(r"\A(?:\s*\{#.*?#\})+")


class ComponentLoader(filesystem.Loader):
    """Django's loader of files, which leaves out a component's leading comments and the white space around it."""

    def get_contents(self, origin: Origin) -> str:
        """The template's source. Raises TemplateDoesNotExist where there is no such file."""
        contents = super().get_contents(origin)
        if not str(origin.template_name).startswith(COMPONENTS):
            return contents
        return COMMENTS.sub("", contents).strip()
