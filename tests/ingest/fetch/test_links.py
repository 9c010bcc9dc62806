"""Documents on pages."""

from __future__ import annotations

import re

from ingest.fetch.links import documents_on
from tests.ingest.fetch.server import page

URL = "https://reports.example.org/provider/1"
DOCUMENT = re.compile(r"^https://files\.example\.org/v1/file/\d+$")


def test_links_that_match_are_documents_each_once_in_their_order():
    content = page(
        "https://files.example.org/v1/file/2#page=1", "//files.example.org/v1/file/1", "https://files.example.org/v1/file/2",
        "https://files.example.org/about", "javascript:void(0)", "http://[", "", "mailto:a@example.org",
    )  # fmt: skip
    assert documents_on(content, URL, DOCUMENT) == (
        "https://files.example.org/v1/file/2",
        "https://files.example.org/v1/file/1",
    )


def test_the_base_of_a_page_counts_and_no_page_has_no_documents():
    content = b'<base href="https://files.example.org/v1/">' + page("file/7")
    assert documents_on(content, URL, DOCUMENT) == ("https://files.example.org/v1/file/7",)
    assert documents_on(page("a.pdf"), URL, None) == ("https://reports.example.org/provider/a.pdf",)
    assert documents_on(b"", URL, DOCUMENT) == documents_on(b"<!-- -->", URL, DOCUMENT) == ()
    assert documents_on(b"\xff\0" * 50, URL, DOCUMENT) == ()
