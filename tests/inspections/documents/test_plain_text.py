"""Bytes as text: the mark decides, then UTF-8, then what fits best; documents of other programs are named."""

import pytest

from inspections.documents.plain_text import NotTextError, decode, lines_of

WORDS = "The council’s plan “says” what is to be done – by whom, and by when. Café, naïve, £5."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_guess(codec):
    assert decode(WORDS.encode(codec)) == (WORDS, None)


def test_windows_text_is_read_as_such_and_the_guess_is_told():
    assert decode(WORDS.encode("cp1252")) == (WORDS, "cp1252")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04rest", "Word document or an archive"),
        (b"\xd0\xcf\x11\xe0rest", "old version of Word"),
        (b"{\\rtf1 words}", "Rich Text"),
        (b"\x89PNG\r\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"words\0words", "binary data"),
        (b"\xff\xfe\x00", "cannot be decoded"),
    ],
)
def test_what_is_no_text_is_named(data, what):
    with pytest.raises(NotTextError, match=what):
        decode(data)


def test_any_line_end_counts_once_and_a_form_feed_is_none():
    assert lines_of("one\r\ntwo\rthree\n\nfive\fstill five") == ["one", "two", "three", "", "five\fstill five"]
