"""Characters as a person sees them: how a file spells its letters makes no difference to what is read.

Signs that print nothing are removed: zero-width spaces and joiners, marks of direction, byte order marks, and soft
hyphens, save at the end of a line, where ``ingest.wording.joining`` puts the halves of the word together. Ligatures
become their letters, apostrophes and quotation marks of phonetic alphabets the usual ones, and a letter with an accent
that follows it one letter (Unicode form NFC). White space stays as it is.

Codes of Windows-1252 that stand where Unicode has control characters are what they are in Windows-1252. What no letter
can be made of is unreadable: the replacement character, control characters, codes without a meaning and
those of private use, unless one stands alone, which is a bullet, tick or arrow of a font of signs. A page of words
among which none of the commonest of English stands is gibberish: its letters are not those that are printed.
"""

import re
import unicodedata

from ingest.page.lists import SURE_BULLETS

SOFT_HYPHEN = "\u00ad"
_INVISIBLE = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
INVISIBLE = re.compile(f"[{_INVISIBLE}]|{SOFT_HYPHEN}(?=[{_INVISIBLE}{SOFT_HYPHEN}]*\\S)")
WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x83, 0x85, 0x8D, 0x8F, 0x90, 0x9D)  # no characters there, a bullet, white space
}
AS_SEEN = WINDOWS | str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u02b9": "’",
        "\u02bb": "‘",
        "\u02bc": "’",
        "\u02bd": "‘",
        "\u055a": "’",
        "\u201b": "‘",
        "\ua78c": "’",
        "\uff07": "’",
    }
)
BEYOND_PLAIN = re.compile(
    "[\x80-\x84\x86-\x9f\u00ad\u02b9-\u02bd\u0300-\u036f\u055a\u061c-\u1fff"
    "\u200b-\u200f\u201b\u202a-\u202e\u2060-\u206f\u3099\u309a\ua78c\ufb00-\ufb06\ufe00-\ufe0f\ufeff\uff07\ufff9-\ufffb]"
)
"""A character that may have to be replaced. Most pages have none, and are left as they are."""

BULLET = re.compile(f"(?<!\\S)[{''.join(sorted(SURE_BULLETS))}]")
UNREADABLE = re.compile(
    "[\x01\x03-\x08\x0b\x0e-\x1f\x7f-\x82\x84\x86-\x9f\ufdd0-\ufdef\ufffd\uffff\U000f0000-\U0010ffff]"
    "|(?<=\\S)[\ue000-\uf8ff]|[\ue000-\uf8ff](?=\\S)"
)
"""Pdfium's sign of a hyphen, U+0002, and a bullet of old Word files, U+0083, are left out."""


MANY_WORDS = 80
COMMON = frozenset(
    ("the", "and", "of", "to", "in", "for", "a", "is", "with", "by", "on", "at", "as", "from", "or", "was", "are", "be")
)
"""Of 80 words of an English text, a table too, one is among these."""


DOUBTED = re.compile(
    "[\x01\x03-\x08\x0b\x0e-\x1f\x7f-\x82\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd\uffff-\U0010ffff]"
)
"""A sign without which nothing is unreadable."""


def as_seen(text: str) -> str:
    """The text with the characters that a person sees."""
    if not BEYOND_PLAIN.search(text):
        return text
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text).translate(AS_SEEN))


def is_gibberish(text: str) -> bool:
    """Tell whether many words stand on a page and none of the commonest."""
    if " the " in text:
        return False
    words = text.lower().split()
    return len(words) >= MANY_WORDS and COMMON.isdisjoint(words)


def unreadable(text: str) -> set[int]:
    """The positions of the characters of a text that are no letters, figures or signs that can be read."""
    if not DOUBTED.search(text):
        return set()
    return {match.start() for match in UNREADABLE.finditer(BULLET.sub(" ", text))}
