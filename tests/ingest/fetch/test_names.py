"""Names of fetched files."""

from __future__ import annotations

import pytest

from ingest.fetch.names import name_of


@pytest.mark.parametrize(
    ("disposition", "address", "name"),
    [
        ("", "https://example.org/reports/Wexcombe%202015.pdf?x=1", "Wexcombe 2015.pdf"),
        ("", "https://example.org/v1/file/5000", "5000.pdf"),
        ("", "https://example.org/", "document.pdf"),
        ('attachment; filename="Report.docx"', "https://example.org/5000", "Report.docx"),
        ("attachment; filename*=UTF-8''W%C3%A9xcombe.pdf", "https://example.org/5000", "Wéxcombe.pdf"),
        ('attachment; filename="..\\\\..\\\\etc/passwd"', "https://example.org/5000", "passwd.pdf"),
        ('attachment; filename="../.."', "https://example.org/5000", "5000.pdf"),
        ('attachment; filename=".hidden.pdf"', "https://example.org/5000", "hidden.pdf"),
        ("attachment; filename*=klingon''a%20b", "https://example.org/5000", "a b.pdf"),
        ("nonsense \r\n X: y", "https://example.org/5000", "5000.pdf"),
    ],
)
def test_a_name_is_that_of_the_server_else_the_end_of_the_address(disposition: str, address: str, name: str):
    assert name_of(disposition, address, ".pdf") == name


def test_a_long_name_keeps_its_ending_and_fits_a_file_system():
    name = name_of("", f"https://example.org/{'é' * 300}.pdf", ".pdf")
    assert name.endswith("é.pdf")
    assert len(name.encode()) <= 150
