"""Whether a finding praises or criticises, with the words that led to it."""

from findings.interpretation.polarity.reading import (
    Leaning,
    PolarityReading,
    SentenceLeaning,
    leaning_of,
    polarity_of,
    sentence_leanings,
)

VERSION = 8
"""Raised whenever results change, so that readings that are kept can be made anew."""

__all__ = [
    "VERSION",
    "Leaning",
    "PolarityReading",
    "SentenceLeaning",
    "leaning_of",
    "polarity_of",
    "sentence_leanings",
]
