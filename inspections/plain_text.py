"""Text files: bytes as text, and text as the lines by whose numbers records are placed.

The encoding is decided in this order: a byte order mark, UTF-8, then what fits best.
"""

from charset_normalizer import from_bytes

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class NotTextError(ValueError):
    """The bytes are no text; says in a sentence why."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and its encoding where that had to be guessed. Raises NotTextError."""
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
        best = from_bytes(data).best()
    if best is None:
        raise NotTextError("The file is not text in any encoding that can be recognised.")
    return str(best), best.encoding


def lines_of(text: str) -> list[str]:
    """Its lines, the first of which has the number 1; any line end counts once, a form feed does not."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
