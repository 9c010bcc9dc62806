"""The documents that a page links to, by lxml."""

from __future__ import annotations

import re

import httpx
from lxml import etree, html

from ingest.fetch.hosts import LONGEST, parsed


def documents_on(content: bytes, url: str, pattern: re.Pattern[str] | None) -> tuple[str, ...]:
    """The addresses of documents on a page, each once and in its order; ``url`` is that of the page.

    An address is a document if the pattern matches somewhere in it; without a pattern each is. How many there can be
    follows from the size of a page, which is limited.
    """
    try:
        root = html.document_fromstring(content)
    except (etree.LxmlError, ValueError):  # empty, or nothing but comments
        return ()
    base = next((found for one in root.xpath("//base[@href]") if (found := _joined(url, one.get("href")))), url)
    addresses = (_joined(base, link.get("href")) for link in root.xpath("//a[@href]"))
    linked = dict.fromkeys(one for one in addresses if one and len(one) <= LONGEST)
    return tuple(one for one in linked if pattern is None or pattern.search(one))


def _joined(base: str, reference: str) -> str:
    """The address to which a reference leads, "" where it is none."""
    try:
        found = parsed(str(httpx.URL(base).join(reference.strip())))
    except (httpx.InvalidURL, ValueError):
        return ""
    return str(found) if found else ""
