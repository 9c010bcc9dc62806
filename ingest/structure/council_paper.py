"""What tells a council's paper about an inspection from the words of the inspectors that it quotes.

A paper is routed: it names its meeting, its author, the member and the wards, and asks the meeting to note something.
Its body has the headings of such papers, minutes have their resolutions. A letter of inspectors has a salutation and a
signature, or the voice of those who came. Neither is told by a subject, which a paper repeats.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ingest.blocks import Block, BlockKind
from ingest.wording.late import late
from ingest.wording.stems import StemmedPattern

LABELLED = late(
    r"(?:report\s+|agenda\s+)?(?:title|subject|re|heading|report)\s*:|(?:title|subject)\s+of\s+(?:the\s+)?report\b",
    re.I,
)
_OF = r"(?:\s+(?:of|to|for)\s+(?:the\s+)?report)?"
_IMPLIED = r"(?:implications?|considerations|comments)(?:\s+of\s+the\s+.*)?\W*"
_MEETING_AND_DAY = (
    r"(?![^.;]*\b(?:inspect|visit))[^.;:]*\b(?:cabinet|executive|council|committee|panel|board|commission|forum|assembly)\b"
    r"(?:\s(?:\([^)]*\)|(?:for|on)\s[\w\s,&’'-]{2,60}?))?[\s,–-]+"
    r"(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+,?\s+\d{4}(?:[\s,]+\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?)?)?"
)
MEETING_AND_DAY = late(_MEETING_AND_DAY, re.I)
"""A line that names a meeting and its day: "Children's Committee, Tuesday 7 May 2013 2.00 pm"."""
ROUTING = (
    r"report\s+(?:to|for)\b.*",
    r"report\s+(?:of|by|from|author)\b.*|report\s+author\(?s?\)?.*|(?:lead\s+)?(?:report\s+)?authors?\s*:.*",
    r"(?:cabinet|executive|lead|portfolio)\s+(?:member|holder|councillor)\b.*|portfolio\s*:.*|councillor\s+lead\b.*",
    r"committee\s*:.*|meeting\s*(?:date|of)?\s*:.*|date\s+of\s+(?:meeting|decision|committee)\b.*|decision\s+maker\b.*"
    r"|(?:cabinet|committee|council|board|panel)\s+(?:meeting\s+)?date\b.*|decision\s+date\b.*"
    r"|(?:cabinet|executive)\s+decision\s*:.*"
    rf"|{_MEETING_AND_DAY}",
    r"(?:electoral\s+)?(?:wards?|divisions?)(?:\(s\))?\s*(?:(?:directly\s+)?(?:affected|involved))?\s*:?(?:\s+all)?",
    r"key\s+decision\b.*|forward\s+plan\b.*|is\s+(?:this\s+)?(?:the\s+decision\s+)?(?:a\s+)?key\s+decision\b.*"
    r"|decision\s+(?:type|status)\b.*|is\s+(?:(?:it|this)\s+)?(?:subject\s+to|open\s+to|eligible\s+for)\s+call[\s-]in\b.*",
    r"(?:security\s+)?classification\s*:.*|exempt(?:\s+information)?\b.*|(?:public|part)\s+(?:i{1,2}|1|2|report)\b.*|open\s+report",
    r"agenda\s+item\b.*|paper\s+[A-Z]|item\s+no\b.*|item\s+\d{1,2}\b.*|\(?item\s+\d{1,2}\.?\)?|issue\s+(?:[-–]\s+)?(?:meetings|details)"
    r"|decision\s+details|agenda\s+and\s+minutes|(?:view\s+)?(?:cabinet|executive|officer|member)\s+decision\s+record",
    r"(?:lead|contact|responsible|reporting)\s+(?:officer|director)\b.*|(?:contact|further\s+information)\s*:.*"
    r"|(?:corporate|executive|strategic)\s+director\s*:.*",
)
BODY = (
    rf"legal(?:[ ,&/]+\w+){{0,4}}\s+{_IMPLIED}",
    rf"(?:financial|finance|resources?|budget(?:ary)?)(?:[ ,&/]+\w+){{0,4}}\s+{_IMPLIED}",
    rf"(?!legal|financ|resource|budget|key)(?:\w+[ ,&/]+){{1,5}}{_IMPLIED}|implications",
    r"(?:(?:suggested\s+)?reasons?\s+for\s+(?:the\s+)?(?:recommend\w*|decisions?|urgency)|(?:alternative\s+)?options(?:\s+considered)?"
    r"|other\s+options.*|alternatives?\s+(?:options|considered).*)\s*:?",
    r"record\s+of\s+(?:the\s+)?decisions?|agreed\s+(?:that|to)\b.*|(?:resolved|decision|action)(?:\s*[:–].*|\s+-.*|\s+that\b.*|\s*\(\w.*)|it\s+was\s+(?:resolved|agreed)\b.*|.*\bresolved\s+(?:to|that)\b.*",
    r"minutes?\b.{0,80}|apologies(?:\s+for\s+absence)?\b.{0,160}|declarations?\s+of\s+(?:\w+\s+){0,3}interests?\b.{0,120}"
    r"|(?:also\s+)?(?:present|in\s+attendance)\s*:.*|members\s+present\b.*|.*\bminutes\s+of\s+the\s+(?:last\s+|previous\s+)?meeting\b.*",
    r"(?:that\s+)?(?:the\s+)?(?:overview\s+and\s+scrutiny\s+|scrutiny\s+|select\s+|policy\s+)?(?:cabinet|committee|panel|board|executive"
    r"|members?|council|forum|commission)\s+(?:is|are|be|to)?\s*(?:asked|recommended|invited|requested|noted?s?|approves?d?|endorses?d?"
    r"|considers?|agrees?d?|resolved|(?:therefore\s+)?resolves|heard|discussed|received)\b.*",
    r"(?:equalit(?:y|ies)|children.s\s+rights|privacy|health)\s+(?:and\s+\w+\s+)?impact\s+assessments?\b.{0,60}|social\s+value",
    r"(?:background\s+(?:papers|documents)|list\s+of\s+appendices|appendices(?:\s+attached)?|supporting\s+documents)\s*:?.{0,60}",
    r"(?:key\s+lines\s+of\s+enquiry|(?:scrutiny\s+)?work\s+programme|briefing\s+(?:note|paper)|for\s+(?:information|decision|noting)"
    r"|members.?\s+briefing)\b.{0,60}",
    r"(?:joint\s+)?(?:meeting|report)\s+(?:of|to)\s+(?:the\s+)?(?:cabinet|council|committee|.{0,60}(?:scrutiny|select|panel|board|committee)).*",
    r"(?:the\s+)?(?:[\w’',&-]+\s+){0,8}(?:scrutiny|select|policy|overview)(?:\s+[\w’',&-]+){0,4}\s+(?:committee|panel|commission|board)",
)
GENERIC = (
    rf"(?:purpose|aim|summary|reason)(?:\s*/\s*(?:purpose|summary))?{_OF}\s*:?",
    rf"(?:officers?\W*\s+)?recommendations?(?:\(s\))?{_OF}\s*:?",
    r"(?:background|introduction|(?:strategic\s+)?context|executive\s+summary|conclusions?|key\s+(?:issues|points|considerations)|next\s+steps|proposals?)\s*:?",
    r"date\s*:.*|to\s*:.*|from\s*:.*|status\s*:.*|contact\s*:.*",
    r"(?:report\s+)?(?:title|subject)\s*:.*",
    r"that\s*:?",
)
_ROUTING = tuple(late(pattern, re.I) for pattern in ROUTING)
_HEADINGS = tuple(late(pattern, re.I) for pattern in BODY[:4])
_STRONG = (*_ROUTING, *(late(pattern, re.I) for pattern in BODY))
_GENERIC = tuple(late(pattern, re.I) for pattern in GENERIC)
_ANY = late("|".join(f"(?:{pattern.pattern})" for pattern in (*_STRONG, *_GENERIC)), re.I)
OPENERS = late(
    r"(?:report\s+(?:to|of|by)|(?:name\s+of\s+)?(?:committee|meeting|decision\s+maker)\s*:|date\s+of\s+(?:meeting|decision)"
    r"|(?:cabinet|committee|council|board|panel)\s+(?:meeting\s+)?date\s*:|minutes\s+of\b|briefing\s+(?:note|paper)).*"
    r"|.{0,80}\bscrutiny\s+(?:committee|panel|commission|board)|.{0,80}\bscrutiny\b.{0,40}\bminutes",
    re.I,
)
DEAR = late(r"^dear\b", re.I)
VOICE = StemmedPattern(
    r"\bthis (?:letter|report) (?:summarises|outlines|sets out|contains|details|is about)\b|\bI am writing to\b"
    r"|\b(?:Her|His) Majesty.s Inspectors?(?: who)?\b|\bHMI\b(?! Pro| Con| Pri)"
    r"|\bthe (?:visit|inspection) was carried out by\b"
    r"|\b(?:inspectors?|we) (?:looked at|evaluated|considered|reviewed|met with)\b|\byour (?:local )?authority\b"
    r"|\blead inspector\b|\bofsted inspectors\b",
    *("this letter", "this report", "writing to", "majest", "hmi", "carried out by", "looked at", "evaluated"),
    *("considered", "reviewed", "met with", "your ", "inspector"),
)
PARTNERSHIP = late(r"dear\s+(?:local\s+|area\s+|safeguarding\s+){0,3}partnership", re.I)
"""The salutation of joint inspections."""
OWN_VOICE = StemmedPattern(
    r"\bour (?:children.s )?(?:services?|staff|social workers|teams?|practice|improvement (?:journey|plan))\b"
    r"|\bvisited (?:us|the council)\b|\b(?:we|the council) (?:were|was) inspected\b"
    r"|\bOfsted.s (?:letter|report) (?:is|has been)\b",
    *("our ", "visited", "inspected", "ofsted"),
)
OFFICE = late(r"\bHMI\b(?! Pro| Con| Pri)|\bmajest(?:y|ies).{0,3} inspector", re.I)
NUMBERED = late(r"\d{1,2}(?:\.\d{1,3}){1,2}")
PLAIN = late(r"\d{1,3}")
OPENING = 8
"""Blocks behind a subject in which inspectors tell who came and why."""

AROUND = 12
LONGEST_LINE = 260
FIRST = 60
"""Blocks of a part in which a paper shows what it is."""


def _lines(blocks: Iterable[Block]) -> Iterable[str]:
    """The lines by which papers are told: headings, short paragraphs and the cells of tables of labels."""
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.rows:
            for row in block.rows:
                first, *rest = (text for text in row.texts if text) if any(row.texts) else ("",)
                yield f"{first.rstrip(':')}: {' '.join(rest)}" if rest and len(first) <= 40 else first
        else:
            yield block.text


def signs(blocks: Sequence[Block]) -> tuple[int, int]:
    """How many kinds of signs of a paper the blocks show: those that only papers have, and those of any report."""
    lines = [line.strip() for line in _lines(blocks[:FIRST])]
    short = [line for line in lines if len(line) <= LONGEST_LINE]
    telling = [line for line in short if _tells(line)]
    return (
        sum(any(pattern.fullmatch(line) for line in telling) for pattern in _STRONG),
        sum(any(pattern.fullmatch(line) for line in telling) for pattern in _GENERIC),
    )


@lru_cache(maxsize=1024)  # whether a part is a paper is asked to choose its kind, and by kinds themselves
def _tells(line: str) -> bool:
    return _ANY.fullmatch(line) is not None


def is_paper(blocks: Sequence[Block]) -> bool:
    """Tell whether the blocks begin like a council's paper."""
    strong, generic = signs(blocks)
    return strong >= 2 or (strong == 1 and generic >= 2)


def is_without_inspectors(blocks: Sequence[Block]) -> bool:
    """Tell whether a part has a sign of a paper and no inspector's voice, name or office anywhere."""
    return is_routed(blocks) and not is_spoken(blocks)


def is_spoken(blocks: Sequence[Block]) -> bool:
    """Tell whether inspectors speak, are named, or address a partnership, anywhere in a part."""
    return any(VOICE.search(block.text) or PARTNERSHIP.match(block.text) for block in blocks)


def is_routed(blocks: Sequence[Block]) -> bool:
    """Tell whether any of the blocks has a sign that only papers have."""
    return signs(blocks)[0] > 0


def is_of_inspectors(blocks: Sequence[Block], subject: int, addressed: bool) -> bool:
    """Tell whether inspectors speak behind a subject, and not a council that repeats it.

    ``addressed`` tells that a salutation stands over the subject. Without it, their voice must be heard close behind.
    """
    near = blocks[subject + 1 : subject + 1 + OPENING]
    inspectors = any(VOICE.search(block.text) for block in near)
    if any(OWN_VOICE.search(block.text) for block in near) and not any(OFFICE.search(block.text) for block in near):
        return False
    if addressed:
        return True
    around = blocks[max(0, subject - AROUND) : subject + 1 + AROUND]
    return inspectors and not LABELLED.match(blocks[subject].text) and not is_paper(around)


def goes_on(blocks: Sequence[Block], index: int, end: int) -> bool:
    """Tell whether the numbers of the paragraphs in front of an index go on behind it, before an end."""
    for form in (NUMBERED, PLAIN):
        above = next((b.number for b in reversed(blocks[:index]) if b.number and form.fullmatch(b.number)), None)
        behind = next((b.number for b in blocks[index + 1 : end] if b.number and form.fullmatch(b.number)), None)
        if above and behind:
            return behind in _following(above)
    return False


def _following(number: str) -> set[str]:
    """The numbers that can come next: the same sequence, or the first of the next section."""
    head, _, last = number.rpartition(".")
    if not head:
        return {str(int(number) + 1)}
    section = number.partition(".")[0]
    return {f"{head}.{int(last) + 1}", f"{int(section) + 1}.1"}


def is_routing(block: Block) -> bool:
    """Tell whether a block names the meeting, the author, the member or the wards of a paper."""
    lines = (line.strip() for line in _lines([block]))
    return any(pattern.fullmatch(line) for line in lines if len(line) <= LONGEST_LINE for pattern in _ROUTING)


def is_body_heading(words: str) -> bool:
    """Tell whether words head a section of papers: implications, reasons, options, purpose, background."""
    bare = words.strip(" :")
    return any(pattern.fullmatch(bare) for pattern in (*_HEADINGS, *_GENERIC[:3]))


def is_sign(line: str) -> bool:
    """Tell whether a line is a sign that only papers have."""
    return len(line) <= LONGEST_LINE and any(pattern.fullmatch(line.strip()) for pattern in _STRONG)


def is_opener(line: str) -> bool:
    """Tell whether a line can be the first of a paper's cover, or of minutes."""
    return len(line) <= LONGEST_LINE and OPENERS.fullmatch(line.strip()) is not None


def is_labelled_cover(blocks: Sequence[Block]) -> bool:
    """Tell whether the last blocks are the cover of a paper, whose title comes next."""
    return any(any(pattern.fullmatch(line.strip()) for pattern in _ROUTING) for line in _lines(blocks[-6:]))
