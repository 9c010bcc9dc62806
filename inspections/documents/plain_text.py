"""Decoding of text files, and the lines whose numbers tell where records stand.

The encoding is that of a byte order mark, else UTF-8, else Windows-1252 if its signs stand where English text has
them: quotation marks beside words, pounds before figures, dashes and bullets between words, accents inside of words.
Only then it is guessed. The encodings of Western and Central Europe differ in few characters; of these Windows-1252 is
preferred wherever it can decode the file.
"""

import re

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
ENGLISH = "cp1252"
ALIKE = re.compile(r"cp125[0478]|iso8859_(?:1|2|4|9|10|13|14|15|16)|latin_1")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
PLAUSIBLE = re.compile(
    r"[’](?=[\s\w.,;:?!)’”]|$)|[‘](?=[\w“])|[“](?=[\w‘(£])|[”](?=[\s.,;:?!)]|$)|[–—•…·](?=[\s\w£‘“]|$)"
    r"|[£€](?=\d)|[©®™½¼¾°§\xa0\xad](?=[\s\w.,)]|$)|(?<=[a-zà-öø-ÿ])[à-öø-ÿ]|[à-öø-ÿ](?=[a-zà-öø-ÿ])|(?<!\w)[À-ÖØ-Þ](?=[a-zà-öø-ÿ])"
    r"|(?<=[A-ZÀ-ÖØ-Þ])[À-ÖØ-Þ](?=[A-ZÀ-ÖØ-Þ\s])"
)
NEARLY_ALL = 0.9
LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
SIGNATURES = (
    (b"PK\x03\x04", "The file is a Word document or an archive."),
    (b"\xd0\xcf\x11\xe0", "The file is a document of an old version of Word."),
    (b"{\\rtf", "The file is a document in Rich Text Format."),
    (b"\x89PNG", "The file is a picture."),
    (b"\xff\xd8\xff", "The file is a picture."),
)


class NotTextError(ValueError):
    """The bytes are not text; the message says why in a sentence."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and its encoding if that was guessed. Raises NotTextError."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(f"{what} Save it as PDF and read that.")
    for mark, codec in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), None
            except UnicodeDecodeError as error:
                raise NotTextError("The file begins like a text but cannot be decoded as one.") from error
    if b"\0" in data:
        raise NotTextError("The file holds binary data. Only PDF and plain text can be read.")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    if (text := _as_windows(data)) and _is_plausible(text):
        return text, ENGLISH
    from charset_normalizer import from_bytes  # its import takes longer than to decode most texts

    best = from_bytes(data).best()
    if best is None:
        raise NotTextError("The file is not text in any encoding that can be recognised.")
    if ALIKE.fullmatch(best.encoding) and (text := _as_windows(data)):
        return text, ENGLISH
    return str(best), best.encoding


def _as_windows(data: bytes) -> str | None:
    try:
        return data.decode(ENGLISH)
    except UnicodeDecodeError:
        return None


def _is_plausible(text: str) -> bool:
    """Tell whether nearly all signs beyond ASCII stand where English text has them."""
    beyond = len(BEYOND_ASCII.findall(text))
    return sum(1 for _ in PLAUSIBLE.finditer(text)) >= beyond * NEARLY_ALL


def lines_of(text: str) -> list[str]:
    """The lines of a text, numbered from 1. Every kind of line end counts once; a form feed ends no line."""
    return LINE_END.sub("\n", text).split("\n")
