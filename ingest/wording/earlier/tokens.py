"""A sentence as a row of tokens, each with the letter of its kind (``lexicon``).

Quotation marks, brackets and words without weight ("also", "Ofsted") are passed over. A name counts only if it is that
of an authority; otherwise it is a word like any other. Articles are no tokens of their own: ``loose`` marks a token
that follows directly upon an ordinary word, so that "early help" in front of "services" is not lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.wording.authorities import find_authorities
from ingest.wording.earlier.lexicon import NAME, PART_OF_SERVICES, SKIPPED, TERMS

LONGEST = 3000
"""Characters of a sentence that are read; sentences of reports are a tenth of it."""
PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc`", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | {"\u00a0": " "}
)
_ADJECTIVE = re.compile(r"(?:authority|council|borough)$", re.I)
_SERVICES = re.compile(r"(?:services?|provision)$", re.I)
_WORD = r"[^\W_](?:[\w'-]*\w)?"
_TERMS = re.compile(
    "|".join(
        (
            *(rf"(?P<t{i}>(?<![\w-])(?:{term.pattern})(?!\w|-\w))" for i, term in enumerate(TERMS)),
            rf"(?P<skip>(?<!\w)(?:{SKIPPED})\b(?:'s)?)",
            rf"(?P<services>(?<![\w-]){PART_OF_SERVICES}\b)",
            rf"(?P<name>(?<!\w){NAME}(?:'s|')?)",
            rf"(?P<word>{_WORD})",
            r"(?P<mark>[,;:.!?-])",
        )
    ),
    re.I,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its letter, its words, the domains that it names, and where it stands in the sentence.

    ``words`` have plain marks, ``printed`` are the same words as printed.
    """

    letter: str
    words: str
    start: int
    end: int
    domains: tuple[str, ...] = ()
    loose: bool = False
    printed: str = ""


def _raw(plain: str) -> Iterator[Token]:
    for match in _TERMS.finditer(plain):
        group = match.lastgroup or ""
        words, start, end = match.group(), match.start(), match.end()
        if group == "skip":
            continue
        if group == "name":
            letter = "N" if find_authorities(words.removesuffix("'s").removesuffix("'")) else "x"
            yield Token("d" if letter == "N" and words.endswith(("'s", "'")) else letter, words, start, end)
        elif group == "mark":
            yield Token({";": ",", "-": ":", ":": ":"}.get(words, "," if words == "," else "."), words, start, end)
        elif group in ("word", "services"):
            yield Token("x" if group == "word" else "F", words, start, end)
        else:
            term = TERMS[int(group[1:])]
            yield Token(term.letter, words, start, end, term.domains)


def _leads_to(token: Token, behind: list[Token]) -> bool:
    """Tell whether a word for the whole only leads up to a service: "the authority's adoption", "services for its"."""
    if token.letter != "S" or any(token.domains) or not behind:
        return False
    if token.words.casefold().endswith(("'s", "s'")) and behind[0].letter in "SO":
        return True
    if behind[0].letter == "O":
        return _ADJECTIVE.search(token.words) is not None
    behind = [other for other in behind[:4] if other.letter != "d"]
    linked = len(behind) > 1 and behind[0].letter in "fo" and behind[1].letter == "S" and any(behind[1].domains)
    return linked and bool(_SERVICES.search(token.words))


def tokens(sentence: str) -> tuple[Token, ...]:
    """Return the tokens of a sentence, in printed order."""
    raw = list(_raw(sentence[:LONGEST].translate(PLAIN)))
    found: list[Token] = []
    loose = leads = False
    begin: int | None = None
    for at, read in enumerate(raw):
        following = raw[at + 1].letter if at + 1 < len(raw) else "."
        token = replace(read, letter="P") if read.letter == "d" and following in "VCEMK" else read
        if leads and token.letter in "fo":
            continue
        led = _leads_to(token, raw[at + 1 :])
        if token.letter == "d" or led or (token.letter == "N" and following == "S"):
            begin = token.start if begin is None else begin
            loose, leads = False, led
            continue
        start = begin if begin is not None and token.letter == "S" else token.start
        found.append(replace(token, loose=loose and token.letter == "S", printed=sentence[start : token.end]))
        loose, leads, begin = token.letter in "xFOc", False, None
    return tuple(found)


def letters(row: tuple[Token, ...]) -> str:
    """Return the letters of tokens as one string."""
    return "".join(token.letter for token in row)
