"""Words as they are compared: without what a reading, or the form of a document, may change about them."""

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
    """The words of a text without what typography may change: signs, ligatures, case, spaces beside dashes, spacing."""
    folded = unicodedata.normalize("NFKC", text).translate(TYPOGRAPHY).casefold()
    return " ".join(folded.replace(" -", "-").replace("- ", "-").split())
