"""Damage in the bytes of a PDF that nothing else reports."""

import base64
import zlib

import pytest

from ingest.readers import damage
from ingest.readers.damage import find_damage, has_layers
from tests.builders_pdf import one_page, stream

TEXT = b"BT /F1 12 Tf 72 700 Td (The council of Wexcombe has met.) Tj ET\n"


def with_stream(head: bytes = b"", broken: bool = True, mark: bytes = b"\n") -> bytes:
    """A PDF with one more stream, whose checksum is wrong if ``broken``."""
    packed = bytearray(zlib.compress(TEXT))
    if broken:
        packed[-1] ^= 1
    body = b"<< %s /Filter /FlateDecode /Length %d >>\nstream%s%s\nendstream" % (head, len(packed), mark, bytes(packed))
    return one_page(TEXT, b"<< /Font << /F1 5 0 R >> >>", b"0 0 595 842", body)


def test_a_whole_file_gives_no_notice() -> None:
    assert find_damage(one_page(TEXT)) is None
    assert find_damage(with_stream(broken=False)) is None


@pytest.mark.parametrize("mark", [b"\n", b"\r\n"])
def test_a_wrong_checksum_is_an_error(mark: bytes) -> None:
    notice = find_damage(with_stream(mark=mark))
    assert (notice.code, notice.level) == ("damaged-file", "error")
    assert "1 of its streams do not fit" in notice.message
    assert find_damage(with_stream(broken=False, mark=mark)) is None


def test_each_broken_stream_is_counted() -> None:
    both = with_stream().replace(b"%%EOF", b"") + with_stream()
    assert "2 of its streams" in find_damage(both).message


def test_pictures_are_skipped() -> None:
    assert find_damage(with_stream(b"/Subtype /Image")) is None


@pytest.mark.parametrize("head", [b"/Length1 900", b"/Subtype /Type1C", b"/ProcSet [/PDF /Text /ImageB]"])
def test_fonts_and_forms_with_pictures_are_not(head: bytes) -> None:
    assert find_damage(with_stream(head)) is not None


def test_the_dictionary_of_another_object_does_not_count() -> None:
    picture = b"<< /Subtype /Image /Length 0 >>\nstream\n\nendstream"
    data = with_stream()
    assert find_damage(data.replace(b"6 0 obj", b"7 0 obj\n" + picture + b"\nendobj\n6 0 obj")) is not None


def test_streams_that_are_not_packed_are_skipped() -> None:
    assert find_damage(with_stream().replace(b"/FlateDecode", b"/RunLength__")) is None


def test_encrypted_files_are_skipped() -> None:
    assert find_damage(with_stream(b"/Encrypt 9 0 R")) is None


def test_a_stream_that_ends_before_its_checksum_is_damage() -> None:
    data = one_page(TEXT)
    at = data.index(b"\nendstream")
    assert "1 of its streams" in find_damage(data[: at - 6] + data[at:]).message


def test_a_stream_without_an_end_is_damage() -> None:
    data = one_page(TEXT * 100)
    assert "1 of its streams" in find_damage(data[: data.index(b"stream\n") + 30]).message


def test_a_missing_end_is_a_warning_unless_the_mark_stands_near_it() -> None:
    data = one_page(TEXT)
    torn = find_damage(data[: data.rindex(b"%%EOF")])
    assert (torn.code, torn.message.startswith("The end of the file is missing")) == ("damaged-file", True)
    assert find_damage(data + b" " * 2000) is None
    assert find_damage(data + b" " * 2050) is not None


def test_what_is_too_large_is_not_unpacked_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(damage, "PIECE", 10)
    monkeypatch.setattr(damage, "PIECES", 3)
    assert find_damage(with_stream()) is None
    monkeypatch.setattr(damage, "PIECES", 100)
    assert find_damage(with_stream()) is not None
    assert find_damage(one_page(TEXT, b"<< >>", b"0 0 9 9", stream(TEXT))) is None


def test_an_empty_stream_and_one_that_is_packed_otherwise_first_are_no_damage() -> None:
    empty = b"<< /Filter /FlateDecode /Length 0 >>\nstream\n\nendstream"
    assert find_damage(one_page(TEXT, b"<< /Font << /F1 5 0 R >> >>", b"0 0 595 842", empty)) is None
    assert find_damage(written(b"[/LZWDecode /FlateDecode]", b"abc")) is None


def written(filters: bytes, content: bytes) -> bytes:
    body = b"<< /Filter %s /Length %d >>\nstream\n%s\nendstream" % (filters, len(content), content)
    return one_page(TEXT, b"<< /Font << /F1 5 0 R >> >>", b"0 0 595 842", body)


@pytest.mark.parametrize(
    ("filters", "content"),
    [
        (b"[/ASCIIHexDecode /FlateDecode]", zlib.compress(TEXT).hex().encode() + b">"),
        (b"[ /ASCII85Decode/FlateDecode ]", base64.a85encode(zlib.compress(TEXT), wrapcol=60) + b"~>"),
    ],
)
def test_streams_in_printable_characters_are_verified_too(filters: bytes, content: bytes) -> None:
    assert find_damage(written(filters, content)) is None
    for broken in (content[:20] + content[22:], content[:30] + b"\x01" + content[30:]):
        assert find_damage(written(filters, broken)).code == "damaged-file"


def test_layers_are_told_by_a_sign_that_may_stand_in_an_object_stream() -> None:
    def with_objects(content: bytes, head: bytes = b"/Type /ObjStm") -> bytes:
        return one_page(TEXT, b"<< /Font << /F1 5 0 R >> >>", b"0 0 595 842", stream(content, head))

    assert not has_layers(one_page(TEXT))
    assert has_layers(one_page(TEXT).replace(b"/Type /Catalog", b"/Type /Catalog /OCProperties 9 0 R"))
    assert has_layers(with_objects(b"<< /Type /Catalog /OCProperties 9 0 R >>"))
    assert not has_layers(with_objects(b"<< /Type /Catalog >>"))
    assert not has_layers(with_objects(b"<< /OCProperties 9 0 R >>", b""))


def test_a_font_whose_name_holds_the_word_hides_no_stream() -> None:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /BitstreamVera >>"
    broken = stream(TEXT).replace(b"\nendstream", b"x\nendstream").replace(zlib.compress(TEXT, 9)[-4:], b"abcd")
    assert (
        find_damage(one_page(TEXT, b"<< /Font << /F1 5 0 R >> >>", b"0 0 595 842", font, broken)).code == "damaged-file"
    )
