"""Markup without what only the layout of the templates decides."""

import re

BLOCKS = (
    "html|head|title|meta|link|body|main|header|footer|nav|section|aside|figure|figcaption|div|p|blockquote|h[1-6]|ul|ol|li|dl|dt|dd|"
    "table|caption|thead|tbody|tr|th|td|form|fieldset|legend|select|option|details|summary"
)
INSIDE = re.compile(rf"(<(?:{BLOCKS})\b[^>]*>) | (?=</(?:{BLOCKS})>)")
AROUND = re.compile(rf"(</(?:{BLOCKS})>) | (?=<(?:{BLOCKS})\b)")


def squeeze(html: str) -> str:
    """The markup in one line: one space where white space can be seen, none beside blocks and inside of their edges."""
    line = " ".join(html.split())
    for pattern in (INSIDE, AROUND):
        line = pattern.sub(lambda found: found.group(1) or "", line)
    return line
