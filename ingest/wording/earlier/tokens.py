"""A sentence as a row of tokens, each with the letter of its kind (``lexicon``).

Quotation marks, brackets and words without weight ("also", "Ofsted") are passed over. A name counts only if it is that
of an authority; otherwise it is a word like any other. Articles are no tokens of their own: ``loose`` marks a token
that follows directly upon an ordinary word, so that "early help" in front of "services" is not lost.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from ingest.wording.authorities import named_places
from ingest.wording.earlier.lexicon import NAME, PART_OF_SERVICES, PASSED, SKIPPED, TERMS

LONGEST = 3000
"""Characters of a sentence that are read; sentences of reports are a tenth of it."""
PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc`", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | {"\u00a0": " "}
)
LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Other letters stay: their small forms may be longer, and no term has them."""
MARKS = {",": ",", ";": ",", ":": ":", "-": ":"}
_ADJECTIVE = re.compile(r"(?:authority|council|borough)$", re.I)
_SERVICES = re.compile(r"(?:services?|provision)$", re.I)
_NAME = re.compile(NAME)
_COUNCIL = re.compile(
    r"(?:\s(?:City|County|Metropolitan|Borough|District|Unitary|Local|Council|Authority|MBC|LBC|MDC|CC"
    r"|Children's(?:\sServices)?\sTrust))*(?:'s)?"
)
"""What belongs to the name of an authority behind it; "Kent Fostering" is another body."""


@cache
def _terms() -> re.Pattern[str]:
    """All terms in one pattern; it is made when the first sentence is read, which takes longer than reading it.

    Each term is named by an empty group behind it: a group around it would have to be opened to see that the term does
    not even begin there, which takes most of the time.
    """
    terms = "|".join(f"(?:{term.pattern})(?P<t{i}>)" for i, term in enumerate(TERMS))
    return re.compile(
        rf"(?=\S)(?:(?P<phrase>(?<![\w-])(?:{PASSED})\b)|(?<![\w-])(?:{terms})(?!\w|-\w)"
        rf"|(?P<skip>(?<!\w)(?:{SKIPPED})\b(?:'s)?)|(?P<services>(?<![\w-]){PART_OF_SERVICES}\b)"
        rf"|(?P<word>[^\W_](?:[\w'-]*\w)?)|(?P<mark>[,;:.!?-]))"
    )


class Token(NamedTuple):
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


def _end_of_name(plain: str, at: int) -> int | None:
    """Return the end of a name of an authority, without capitals behind it that name a part or another body."""
    name = _NAME.match(plain, at)
    places = tuple(named_places(name.group())) if name else ()
    if not name or not places:
        return None
    council = _COUNCIL.match(plain, at + places[-1][1])
    return min(council.end(), name.end()) if council else name.end()


def _raw(plain: str) -> Iterator[Token]:
    """Yield the tokens of a sentence, articles among them."""
    lowered = plain.translate(LOWER)
    at = 0
    while match := _terms().search(lowered, at):
        at = match.end()
        group, words = match.lastgroup or "", match.group()
        if group in ("word", "services"):
            if end := _end_of_name(plain, match.start()):
                at = end
                name = plain[match.start() : at]
                letter = "d" if name.endswith("'s") or plain[at : at + 1] == "'" else "N"
                yield Token(letter, name, match.start(), at)
            else:
                yield Token("x" if group == "word" else "F", words, match.start(), at)
        elif group == "mark":
            yield Token(MARKS.get(words, "."), words, match.start(), at)
        elif group not in ("skip", "phrase"):
            term = TERMS[int(group[1:])]
            yield Token(term.letter, words, match.start(), at, term.domains)


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


@lru_cache(maxsize=512)
def tokens(sentence: str) -> tuple[Token, ...]:
    """Return the tokens of a sentence, in printed order; several readers ask for those of the same one."""
    raw = list(_raw(sentence[:LONGEST].translate(PLAIN)))
    found: list[Token] = []
    loose = leads = False
    begin: int | None = None
    for at, read in enumerate(raw):
        following = raw[at + 1].letter if at + 1 < len(raw) else "."
        token = read._replace(letter="P") if read.letter == "d" and following in "VCEMK" else read
        if leads and token.letter in "fo":
            continue
        led = _leads_to(token, raw[at + 1 :])
        if token.letter == "d" or led or (token.letter == "N" and following == "S"):
            begin = token.start if begin is None else begin
            loose, leads = False, led
            continue
        start = begin if begin is not None and token.letter == "S" else token.start
        found.append(Token(*token[:5], loose and token.letter == "S", sentence[start : token.end]))
        loose, leads, begin = token.letter in "xFOc", False, None
    return tuple(found)


def letters(row: tuple[Token, ...]) -> str:
    """Return the letters of tokens as one string."""
    return "".join(token.letter for token in row)
