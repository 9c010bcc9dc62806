"""Texts in the form in which they are compared, without the differences that typography or a file format makes."""

import unicodedata

TYPOGRAPHY = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "―": "-",
        "−": "-",
        "─": "-",
    }
)


def plain(text: str) -> str:
    """Return a text in lower case with plain quotes, dashes and ligatures, single spaces, and none beside dashes."""
    folded = unicodedata.normalize("NFKC", text).translate(TYPOGRAPHY).casefold()
    return " ".join(folded.replace(" -", "-").replace("- ", "-").split())
