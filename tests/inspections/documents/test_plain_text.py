"""Bytes as text: the mark decides, then UTF-8, then what fits best; documents of other programs are named."""

import pytest

from inspections.documents.plain_text import NotTextError, decode, lines_of

WORDS = "The council’s plan “says” what is to be done – by whom, and by when. Café, naïve, £5."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_guess(codec):
    assert decode(WORDS.encode(codec)) == (WORDS, None)


def test_windows_text_is_read_as_such_and_the_guess_is_told():
    assert decode(WORDS.encode("cp1252")) == (WORDS, "cp1252")


@pytest.mark.parametrize("count", [1, 3, 10, 200])
def test_windows_text_with_many_curly_signs_is_read_as_such(count):
    words = "The council’s “front door” isn’t slow – it’s quick… Zoë’s plan cost £5 • done" * count
    assert decode(words.encode("cp1252")) == (words, "cp1252")


def test_text_of_other_encodings_is_not_taken_for_windows_text():
    words = "The council’s plan and the carers’ visits cost £5 in all; it isn’t what families’ advisers say. " * 20
    text, guessed = decode(words.encode("mac_roman"))
    assert (text == words) or guessed != "cp1252"


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


def test_the_line_ends_of_old_machines_and_of_unicode_count():
    assert lines_of("a\rb\u2028c\u2029d\r\ne") == ["a", "b", "c", "d", "e"]


def test_any_line_end_counts_once_and_a_form_feed_is_none():
    assert lines_of("one\r\ntwo\rthree\n\nfive\fstill five") == ["one", "two", "three", "", "five\fstill five"]
