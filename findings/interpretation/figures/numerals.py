"""Numbers as reports print them: in digits, in words, as percentages, as sums of money, and as shares of a whole.

"half", "a third", "three quarters" and "one in five" are percentages. Where no decimal says them exactly, they are
whole numbers: a third is 33 percent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "m"), 10**6),
    **dict.fromkeys(("billion", "bn"), 10**9),
}
MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
WORDS = {word: number for number, word in enumerate(ONES)} | {word: 20 + 10 * n for n, word in enumerate(TENS)}

_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,3}(?!,?\d)|\d{1,9}(?!\d))(?:\.\d{1,4}(?!\d))?"
_LONGEST_FIRST = sorted(ONES[1:], key=len, reverse=True)
_SMALL = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{'|'.join(_LONGEST_FIRST)}"
_IN_WORDS = rf"(?:(?:a|{_SMALL})\ (?:hundred|thousand|dozen)(?:\ and\ (?:{_SMALL}))?|{_SMALL})"
_VERBS = r"were|was|are|is|have|had|has|do|did|does|remain"
_ENDS_A_SHARE = rf"(?=\ of\b(?!\ (?:the\ )?(?:year|term|20\d\d))|\ (?:{_VERBS})\b|\s?[.,:;)]|$)"
_ENDS_A_HALF = rf"(?:{_ENDS_A_SHARE}|(?=\ (?:the|their|all|its|these|those)\b(?!\ (?:year|term))))"
_NUMERAL = re.compile(
    rf"""
    (?:\b(?=\d|half|one|a[ -][hdtqf]|tw[eo]|thr|thi|ten|fo[ru]|fi[vf]|six|seve|eigh|elev|nine)|(?=£))
    (?:£\s?(?P<sum>{_DIGITS})\s?(?P<scale>(?:thousand|million|billion|bn|m|k)\b)?
    | \b(?:one|1)\ in\ (?:every\ )?(?P<in>{_SMALL}|[1-9]\d{{0,2}})\b(?!\ ?%)
    | \b(?:(?P<parts>a|one|two|three|four)[- ]
      (?P<part>(?<=two.)thirds|(?<=three.)quarters|fifths|(?:third|quarter|fifth|tenth){_ENDS_A_SHARE})
      | (?P<half>(?<!-)half){_ENDS_A_HALF})
    | (?<![\w.,£*])(?<!24/)(?!24/7)(?P<digits>{_DIGITS})(?![\w*])(?P<times>\ million\b)?
      (?:(?P<points>(?:\s?%|\s?per\s?cent(?:age)?)?\s(?:percentage\s)?points?\b)|(?P<percent>\s?%|\s?per\s?cent\b))?
    | \b(?P<words>{_IN_WORDS})\b(?:(?P<word_points>\spercentage\spoints?\b)|(?P<word_percent>\sper\s?cent\b))?)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


class Kind(StrEnum):
    """What the print itself says of a number."""

    PLAIN = "plain"
    PERCENT = "percent"
    POINTS = "percentage points"
    POUNDS = "pounds"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and its kind, with the characters that print both."""

    value: Decimal
    kind: Kind
    start: int
    end: int


def numerals_in(text: str) -> list[Numeral]:
    """The numbers printed in a text, in its order."""
    return [_numeral(found) for found in _NUMERAL.finditer(text)]


def number_in_words(words: str) -> int:
    """The value of "twelve", "twenty-six" or "two hundred and five"."""
    total = last = 0
    for word in re.split(r"[ -]", words.lower()):
        if word in MULTIPLES:
            total, last = 0, max(1, total + last) * MULTIPLES[word]
        elif word in WORDS:
            total, last = total + last, WORDS[word]
    return total + last


def _digits(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))


def _share(parts: int, whole: int) -> Decimal:
    percent = Decimal(100 * parts) / whole
    return percent if percent == percent.quantize(Decimal("0.1")) else percent.quantize(Decimal(1), ROUND_HALF_UP)


def _numeral(found: re.Match[str]) -> Numeral:
    printed = found.groupdict()
    start, end = found.span()
    if printed["sum"]:
        scale = SCALES[printed["scale"].lower()] if printed["scale"] else 1
        pounds = _digits(printed["sum"]) * scale
        return Numeral(pounds.quantize(Decimal(1)) if pounds % 1 == 0 else pounds, Kind.POUNDS, start, end)
    if printed["in"]:
        whole = int(printed["in"]) if printed["in"][0].isdigit() else number_in_words(printed["in"])
        return Numeral(_share(1, whole), Kind.PERCENT, start, end)
    if printed["half"]:
        return Numeral(Decimal(50), Kind.PERCENT, start, end)
    if printed["part"]:
        parts = 1 if printed["parts"].lower() == "a" else WORDS[printed["parts"].lower()]
        return Numeral(_share(parts, PARTS[printed["part"].lower().rstrip("s")]), Kind.PERCENT, start, end)
    kind = (
        Kind.POINTS
        if printed["points"] or printed["word_points"]
        else Kind.PERCENT
        if printed["percent"] or printed["word_percent"]
        else Kind.PLAIN
    )
    if printed["digits"]:
        return Numeral(_digits(printed["digits"]) * (10**6 if printed["times"] else 1), kind, start, end)
    return Numeral(Decimal(number_in_words(printed["words"])), kind, start, end)
