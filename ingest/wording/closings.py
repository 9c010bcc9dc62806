"""The words with which letters and reports close, which are neither a finding nor a recommendation.

``CLOSINGS`` names each form of closing sentence: what the inspectorate will do next, to whom the letter goes, thanks,
where to complain. A text closes a letter when each of its sentences is one of them, so that a finding with such a
sentence in it stays a finding. Valedictions ("Yours sincerely", also misspelt), offices under a signature, the
letterhead of the inspectorate and the text that it prints behind every report are told apart from them.
"""

import re
from typing import NamedTuple


class Closing(NamedTuple):
    """One form of closing sentence: what it is about, and how it begins."""

    about: str
    pattern: re.Pattern[str]


_INSPECTORATE = r"(?:ofsted|the inspectorates?|hmi|we|inspectors|i)"
_LETTER = r"(?:(?:a |the |this )?(?:cop(?:y|ies) of )?(?:the |this |our |my )?(?:letter|report|outcome letter))"
_VISIT = (
    r"(?:inspections?|visits?|monitoring visits?|focus?sed visits?|joint targeted area inspections?|jtai|letter|report)"
)

_OF_INSPECTORS = r"(?:inspections?|monitoring visits?|focus?sed visits?)"
"""Visits that only inspectors make; social workers visit, too."""


def _closing(about: str, *patterns: str) -> Closing:
    return Closing(about, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I))


CLOSINGS = (
    _closing(
        "what is done with the findings",
        r"(?:ofsted|the inspectorates?) (?:will|shall|would expect to)\b",
        r"(?:we|inspectors|i) (?:will|shall) take (?:\w+ ){0,2}?account of\b",
        rf"(?:we|hmi|inspectors|i) (?:will|shall) (?:also )?(?:take|consider|use|bear|reflect on)\b[^.]*"
        rf"\b(?:into account|in mind|when (?:planning|deciding|considering|scheduling|it plans|we plan)"
        rf"|(?:next|future|subsequent|forthcoming) (?:\w+ ){{0,2}}{_VISIT})\b",
        rf"(?:the |these )?(?:findings|outcomes?|results?) (?:from|of) (?:this|the) (?:\w+ ){{0,4}}?{_VISIT} will "
        r"(?:be (?:taken|used|considered|reported|published|shared)|inform|contribute|help|form)\b",
        r"(?:ofsted.s (?:next|further) (?:\w+ ){0,3}?visits?"
        rf"|(?:the |your |our |my |a )?(?:next|further|second|third|subsequent|final) (?:\w+ ){{0,3}}?{_OF_INSPECTORS})"
        r" (?:will|is|are|may) (?:be |now |then )?"
        r"(?:take|taking|planned|scheduled|due|expected|arranged|likely|focus)\b",
        r"(?:we|inspectors|hmi) (?:will|shall) (?:then |next )?"
        r"(?:return|visit again|carry out (?:a|the) (?:next|further))\b",
        rf"(?:the )?(?:focus|scope|date|timing) of (?:the |your )?(?:next|further|subsequent) {_OF_INSPECTORS} will\b",
        rf"(?:your|the|this) action plan\b[^.]* will be (?:taken into account|considered|used)\b[^.]*\b{_VISIT}\b",
    ),
    _closing(
        "whom the inspectorate tells",
        rf"{_INSPECTORATE} (?:have|has|will|shall|am|are|is) (?:also |now )?(?:notif(?:y|ied|ying)|inform(?:ed|ing)?)\b"
        r"[^.]*\b(?:department|secretary of state|dfe|minister)\b",
        rf"{_INSPECTORATE} (?:am|are|is|have|has|will|will be|shall)(?: also| now)? "
        r"(?:copy|copying|copied|send|sending|sent|forward|forwarding|share|sharing)\b[^.]*\b(?:letter|report|copy)\b",
        r"cc\b\s*:?.{0,160}$",
    ),
    _closing(
        "where the letter goes",
        rf"{_LETTER} (?:will be|is being|has been|is|was|will also be|is also being) "
        r"(?:also |now )?(?:copied|sent|published|placed|shared|available|made available|forwarded|posted)\b",
        r"it will (?:also )?be (?:copied|sent|published|placed|shared|made available|forwarded|posted)\b",
    ),
    _closing(
        "thanks",
        r"(?:i |we |inspectors )?(?:would (?:also )?like to |wish to |want to |should like to )?"
        r"(?:thank|express (?:my|our) (?:thanks|gratitude)|be grateful)\b[^.]*\byou(?:r|rs)?\b"
        r"|(?:i am|we are) grateful\b[^.]*\byour?\b|thank you\b"
        r"|please (?:convey|pass|extend|share|accept)\b[^.]*\b(?:thanks|gratitude|appreciation)\b",
    ),
    _closing(
        "questions and complaints",
        r"please (?:do not hesitate to |feel free to )?(?:contact|get in touch|let me know)\b",
        r"(?:if|should) you (?:have|require|need|wish|would)\b[^.]*\b(?:questions?|queries|concerns?|comments?|complain"
        r"\w*|information|clarification|contact|discuss)\b",
    ),
)

# "Yours sincerely" in the spellings that are met, and what less formal letters print instead.
VALEDICTION = re.compile(
    r"^\s*(?:(?:yours?|you're)\s+(?:s[il1]n[cs]e?[ri]\w*|faith?ful\w*|truly\W*$)"
    r"|(?:with\s+)?(?:(?:kind|best|warm)(?:est)?\s+)?(?:regards|wishes)\W*$|(?:sincerely|faithfully)\W*$)",
    re.I,
)
OFFICE = re.compile(
    r"^\W*(?:(?:senior |lead |her |his )?(?:h(?:is|er) majest(?:y|ies)\W?s?\W?s? inspectors?|hmi)\b"
    r"|(?:senior )?ofsted inspector\b|(?:national|regional|deputy|interim|acting|senior) (?:\w+ )?director\b"
    r"|(?:deputy )?chief inspector\b)[^.]{0,80}$",
    re.I,
)
LETTERHEAD = re.compile(
    r"(?:(?:ofsted|piccadilly gate|store street|manchester|m1 2wd|freshford house|redcliffe way|bristol,? bs1 6nl"
    r"|royal exchange buildings|st ann's square|alexandra house|aviation house|(?:33|125) kingsway"
    r"|london,? wc2b 6s[ae]|t:?\s*0300 123 \d{4}|textphone:?\s*0161 618 8524|"
    r"(?:e:?\s*)?enquiries@ofsted\.gov\.uk|(?:w:?\s*)?www\.(?:gov\.uk/ofsted|ofsted\.gov\.uk))[\s,.]*)+",
    re.I,
)
# What the inspectorate prints behind every report, the first words of each piece.
PUBLISHER = re.compile(
    r"the office for standards in education, children.s services and skills\b"
    r"|ofsted (?:regulates and inspects to achieve excellence|inspects (?:and regulates )?services)\b"
    r"|any complaints about the inspection|if you would like a copy of this document in\b",
    re.I,
)
LED_UP = re.compile(
    r"(?:as|following|given|because of|owing to|due to|in (?:the )?(?:view|light|line|accordance) (?:of|with)|after"
    r"|since|in addition|consequently|therefore|accordingly|finally|once|when|until|if)\b[^.;:]{0,160}?,\s+(?=\w)",
    re.I,
)
"""What may lead up to a closing sentence: "In the light of what we found, Ofsted will …"."""
_SENTENCE_END = re.compile(r"(?<=[.!?])[\s\d]*\s+(?=[A-Z])")


def _sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def closing_of(sentence: str) -> Closing | None:
    """The form of closing sentence that a sentence is, or None."""
    return next((closing for closing in CLOSINGS if closing.pattern.match(sentence.lstrip())), None)


def begins_to_close(text: str) -> bool:
    """Tell whether the first sentence of a text is a closing one, whatever leads up to it and follows it."""
    led_up = LED_UP.match(text)
    return closing_of(text) is not None or (led_up is not None and closing_of(text[led_up.end() :]) is not None)


def closes(text: str) -> bool:
    """Tell whether a text is nothing but closing sentences, a valediction or the letterhead."""
    if VALEDICTION.match(text) or LETTERHEAD.fullmatch(text):
        return True
    sentences = _sentences(text)
    return bool(sentences) and all(closing_of(sentence) for sentence in sentences)
