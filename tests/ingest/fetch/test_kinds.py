"""Kinds of file by their bytes."""

from __future__ import annotations

import pytest

from ingest.fetch.kinds import A_PAGE, suffix_of, unfit_bytes, unfit_header

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("head", "types", "suffix"),
    [
        (b"%PDF-1.4", "pdf", ".pdf"),
        (ZIP, "docx", ".docx"),
        (ZIP, "ods xlsx", ""),
        (OLD, "xls", ".xls"),
        (b"{\\rtf1", "rtf", ".rtf"),
        (b"  <!-- a --><!DOCTYPE html>", "html", ".html"),
        (b"From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: b\r\n\r\n", "eml", ".eml"),
        (b"urn,grade\n1,good\n", "pdf csv", ".csv"),
    ],
)
def test_what_is_allowed_is_told_by_its_bytes(head: bytes, types: str, suffix: str):
    assert unfit_bytes(head, types.split()) == ""
    assert suffix_of(head, types.split()) == suffix


@pytest.mark.parametrize("head", [b"\x89PNG\r\n", b"\x1f\x8b\x08", b"a\0b", ZIP, OLD])
def test_what_is_not_allowed_is_refused(head: bytes):
    assert unfit_bytes(head, {"pdf", "csv"}) == "The server sent a kind of file that the source does not allow."


def test_a_page_is_called_so_and_headers_refuse_what_is_plain():
    assert unfit_bytes(b"<html><body>404", {"pdf", "csv"}) == A_PAGE
    assert unfit_header("text/HTML; charset=utf-8", {"pdf"}) == A_PAGE
    assert unfit_header("text/html", {"html"}) == unfit_header("", {"pdf"}) == ""
    assert unfit_header("application/octet-stream", {"pdf"}) == ""
    assert unfit_header("image/png", {"pdf"}).endswith("does not allow (image/png).")
