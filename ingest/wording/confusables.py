"""Letters of other alphabets that print like Latin letters and figures, as optical recognition leaves them.

Only the pairs that occur in codes (ratings, references) are listed; running text is never changed.
Source: Unicode Technical Standard 39, confusables.
"""

CONFUSABLES = str.maketrans(
    {
        "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "К": "K", "М": "M", "О": "O", "Р": "P",
        "Ѕ": "S", "Т": "T", "Х": "X", "З": "3", "Ԁ": "D", "а": "a", "с": "c", "е": "e", "о": "o", "р": "p", "з": "3",
        "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ο": "O", "Ρ": "P", "Τ": "T",
        "Χ": "X", "Ϲ": "C", "Ɛ": "3", "Ʒ": "3", "Ȝ": "3", "Ⅽ": "C", "Ⅾ": "D", "Ⅰ": "I", "ı": "1",
    }
)  # fmt: skip


def to_latin(text: str) -> str:
    """The same code in Latin letters and figures: "СЗ" in Cyrillic letters gives "C3"."""
    return text.translate(CONFUSABLES)
