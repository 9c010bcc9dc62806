"""The name of a fetched file: what its server calls it, else the end of its address; never a path."""

from __future__ import annotations

import re
from email.message import Message
from urllib.parse import unquote, urlsplit

from ingest.files import printable

LONGEST = 150
"""Bytes of a name, so that it fits every file system."""
UNNAMED = "document"
STEPS = re.compile(r"[\\/]+")
SUFFIX = re.compile(r"\.[A-Za-z0-9]{2,5}$")


def name_of(disposition: str, url: str, suffix: str) -> str:
    """The name by the header ``Content-Disposition`` or by the address; ``suffix`` is added to one without any."""
    name = _clean(_disposed(disposition)) or _clean(unquote(urlsplit(url).path)) or UNNAMED
    ending = SUFFIX.search(name)
    stem = name[: ending.start()] if ending else name
    suffix = ending[0] if ending else suffix
    short = stem.encode()[: LONGEST - len(suffix.encode())].decode(errors="ignore")
    return f"{short}{suffix}"


def _disposed(disposition: str) -> str:
    message = Message()
    message["Content-Disposition"] = " ".join(disposition.split())
    try:
        return message.get_filename() or ""
    except (LookupError, ValueError, UnicodeError):  # an encoding that nobody knows
        return ""


def _clean(name: str) -> str:
    """The last part of a name without what hides a file."""
    parts = [part for part in STEPS.split(name) if part.strip(". ")]
    return printable(parts[-1].encode(errors="replace").decode()).strip().lstrip(".") if parts else ""
