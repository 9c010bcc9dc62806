"""What differs between two texts, word by word, as markup that reads without colour.

What only the first has stands in ``<del>``, what only the second has in ``<ins>``; each carries the words "removed" or
"added" for those who hear the page or copy from it.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WORDS = re.compile(r"\s*\S+\s*")


def differences(read: str, effective: str) -> tuple[SafeString, SafeString]:
    """The text as read with what was removed marked, and the effective text with what was added marked."""
    old, new = WORDS.findall(read), WORDS.findall(effective)
    left: list[SafeString] = []
    right: list[SafeString] = []
    matcher = SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        changed = operation != "equal"
        left.append(_part("del", "removed", "".join(old[start:end]), changed))
        right.append(_part("ins", "added", "".join(new[new_start:new_end]), changed))
    return _joined(left), _joined(right)


def _part(tag: str, label: str, words: str, changed: bool) -> SafeString:
    if not (changed and words):
        return format_html("{}", words)
    labelled = '<{0}><span class="editors-label">[{1}: </span>{2}<span class="editors-label">]</span></{0}>'
    return format_html(labelled, tag, label, words)


def _joined(parts: list[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
