"""The days of an inspection, and the day of publication of its report, as one sentence of a paper prints them.

The forms are tried in their order: the days behind what "took place", those near the word for the inspection, those in
front of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.drafts import PartialDate
from ingest.wording.dates import EXACT, days_between, find_date, find_range, write_out
from ingest.wording.late import late
from inspections.months import MONTHS

_ASSESSMENT = r"(?:annual performance assessments?|APA)\b"
_INSPECTION = (
    rf"\b(?:inspections?|ILACS?|JTAI|joint area review|(?:focuss?ed|monitoring) visits?|re-?visits?|{_ASSESSMENT})\b"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_WHEN = rf"(?P<when>(?:the\s+)?{_WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)?\b|{_MONTH}\b|(?:19|20)\d\d\b).{{0,60}})"
_DAY = rf"{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?"
_DAYS = (
    rf"(?:{_DAY}\s+(?:{_MONTH}\s+(?:(?:19|20)\d\d\s+)?)?(?:to|and|until)\s+(?:the\s+)?"
    rf"|{_DAY}\s*[-\u2010-\u2015\u2212]\s*)?{_DAY}\s+"
)
"""A day, or the days from one to another, in front of a month."""
_INSPECTORS = r"(?:the\s+)?(?:Ofsted|(?:HM\s)?inspectors?|HMI|CQC|Care Quality Commission)\b"
_PREPOSITION = r"\b(?<!week )(?:between|from|in|on|of|during)\s+"
_NO_DAY = r"(?<!\d)(?<!\dst)(?<!\dnd)(?<!\drd)(?<!\dth)"
_NO_MONTH = r"(?<!ary\s|rch\s|ril\s|may\s|une\s|uly\s|ust\s|ber\s)"
"""In front of a month without its day, and of a year without its month."""
HELD = tuple(
    late(pattern, re.I)
    for pattern in (
        rf"{_INSPECTION}.*?(?:took place|taken place|carried out|conducted|undertaken|completed)\b"
        rf"[^.;]{{0,60}}?{_PREPOSITION}{_WHEN}",
        rf"{_INSPECTION}.*?(?:took place|taken place|(?:was|were) held)\s+(?P<when>{_DAYS}{_MONTH}\s+(?:19|20)\d\d)",
        rf"{_INSPECTION}.*?\bon site\s+(?P<when>{_DAYS}{_MONTH}\s+(?:19|20)\d\d)",
        rf"\binspected\b[^.;]{{0,90}}?{_PREPOSITION}{_WHEN}",
        rf"{_INSPECTION}[^.;,]{{0,90}}?{_PREPOSITION}{_WHEN}",
        rf"{_INSPECTION},\s+(?:which\s+(?:was|were)?\s*)?(?:(?:held|carried out|conducted|undertaken|took place)\s*)?"
        rf"{_PREPOSITION}{_WHEN}",
        rf"(?P<when>(?:{_DAYS})?{_MONTH}\s+(?:19|20)\d\d)\s+(?:[\w'’/]+\s+){{0,4}}(?:{_INSPECTION}|\binspected\b)",
        rf"(?P<when>(?:19|20)\d\d)\s+{_ASSESSMENT}",
        rf"^(?:between|from|on)\s+(?P<when>{_DAYS}{_MONTH}\s+(?:19|20)\d\d),\s+(?:[\w'’]+\s+){{0,4}}"
        rf"(?:{_INSPECTION}|\binspected\b)",
        rf"\b(?:between|from|on)\s+(?P<when>{_DAYS}{_MONTH}\s+(?:19|20)\d\d),?\s+{_INSPECTORS}[^.;]{{0,90}}?"
        rf"\b(?:conducted|undertook|completed|held|made|carried out)\b[^.;]{{0,60}}?{_INSPECTION}",
        rf"{_INSPECTION}\s*\((?P<when>{_DAYS}{_MONTH}\s+(?:19|20)\d\d)\)",
        rf"\bdates? of (?:the |our |last |previous )*{_INSPECTION}\s*(?::|was|were)\s*{_WHEN}",
        rf"{_INSPECTION} dates?\s*(?::|was|were)\s*{_WHEN}",
        rf"{_INSPECTION}\s+(?P<when>{_DAYS}{_MONTH}\s+(?:19|20)\d\d)$",
        rf"{_INSPECTION}[^.;]{{0,80}}?{_NO_DAY}[\s(](?P<when>{_MONTH}\s+(?:19|20)\d\d|{_NO_MONTH}(?:19|20)\d\d)\)?$",
    )
)
JUDGED = late(rf"\bjudged\b[^.;]{{0,60}}?\bin\s+{_WHEN}", re.I)
"""When services were judged: the time of an inspection where no other form tells one."""
NO_DAY = late(
    r"\b(?:Act|since)\s+(?:19|20)\d\d"
    r"|\b(?:notif\w+|notice|(?:tele)?phone call|triggered|announced(?! (?:inspection|visit)))\b[^.;,]{0,40}?"
    rf"\b(?:on|of)\s+{_DAY}\s+{_MONTH}"
    r"\s+(?:19|20)\d\d",
    re.I,
)
"""A date that is that of an Act, or of the notice that an inspection would come."""
REPORT_OF = late(
    r"(?:(?:inspection|Ofsted['’]s) report|(?:APA|assessment|visit) letter|report of Ofsted)"
    r" (?:of|dated|published(?: on)?)\s+"
    rf"(?P<date>(?=\d|{_MONTH})[^,.;()]{{6,30}})",
    re.I,
)
PUBLISHED = late(
    r"\bpublished\b\s+(?:(?:by Ofsted|(?:its|their|the) (?:(?:inspection|final|full) )?(?:report|letter|findings))\s+)?"
    r"(?:(?:on|in)\s+)?(?:the\s+)?(?P<date>(?:\d|[A-Z]).{4,25})"
)
REPORT_PUBLISHED = late(
    r"\b(?:published|issued|released)\s+(?:its|the|their|a)\s+(?:\w+\s+){0,2}(?:report|letter|findings)\b"
    r"(?:(?!took place|carried out|\bheld\b|conducted|undertaken|\bbetween\b|\bfrom\b)[^.;,]){0,120}?"
    rf"\bon\s+(?:the\s+)?(?P<date>{_DAY}\s+{_MONTH}\s+(?:19|20)\d\d)",
    re.I,
)
"""The day behind what was published: "published the report of its inspection of services on 26 April 2022"."""
INNER_COMMA = late(
    r"(?<=contact),(?=\s+(?:and\s+)?referral)|(?<=referral),(?=\s+(?:and\s+)?assess)"
    r"|(?<=protection),(?=\s+(?:children\s+)?looked)",
    re.I,
)
"""The commas in the names of inspections."""
OTHER_PUBLISHED = late(
    r"\b(?:response|plan|strategy|framework|handbook|guidance|statement of action|self-evaluation)\b"
    rf"(?:(?!report|letter)[^.;]){{0,60}}?\bpublished\b[^.;]{{0,20}}?(?:{_DAY}\s+)?{_MONTH}\s+(?:19|20)\d\d",
    re.I,
)
"""Another paper that was published: "the council's response to the inspection was published on 4 March 2020"."""
ENDING = late(r",?\s+and\s+(?:was\s+)?(?:finished|ended|concluded|completed|closed|left)\s+on\s+(?:the\s+)?", re.I)
"""What stands between the first and the last day in "began on 14 January and ended on 25 January 2019"."""
NO_INSPECTION = late(
    r"\b(?:mock|peer|practice|internal|dry[\s-]run|sector[\s-]led)\s+(?:\w+\s+){0,2}inspections?\b"
    r"|\binspection\s+(?:readiness|frameworks?|preparations?|handbook|regime|programme|cycle|methodology)\b",
    re.I,
)
AHEAD_OF = late(
    r"\b(?:prior to|ahead of|in advance of|in preparation for|preparation for|readiness for|before)"
    r"\s+(?:(?:the|a|an|its|our|any)\s+)?[^.,;\d]*(?:,|(?=[.;])|$)",
    re.I,
)
"""What was still to come on the day of which a sentence speaks: the day is not that of the inspection named here."""
OTHER_EVENT = late(
    r"\b(?:reports?|letters?|plans?|feedback|recommendations?|meetings?|committee|cabinet|panel|workshop"
    r"|conference|training|audits?|peer|self-evaluation|annual conversation|improvement board"
    r"|submitted|approved|agreed|considered|presented|discussed|given|gave|received|endorsed|adopted|signed|noted"
    r"|ended|finished|concluded|left|appointed|joined|resigned|retired|launched|introduced|established|responded|wrote|written|announced)\b"
    r"|\b(?:found that|identified|looked at|covers?|covered|period (?:from|between))\b"
    r"|\bcompleted (?:on|by)$"
    r"|\band (?:the|its|their) (?:[\w'’]+ ){0,3}response\b"
    rf"|^(?:{_INSPECTION})\s+(?:a|an|the|our|its)\s"
    r"|,\s+(?:a|an|our)\s|,\s+the\s+(?:council|authority|service|board|directorate|department)\b",
    re.I,
)
"""What happened on the day instead, between the word for an inspection and the day: "inspection was discussed on"."""

TOLD = late(
    r"\b(?:gave|given|presented|received|considered|discussed|noted|submitted|approved|sent|briefed|informed)\b[^.;]*$",
    re.I,
)
TOLD_ON = late(
    r"^(?!.*(?:t(?:ook|aken) place|held|carried|conducted|undert|completed|made|began|commenc|started|arrived)).*\bon$",
    re.I,
)
"""In "Members received feedback on the inspection on 14 May", the day is the one on which they were told."""

MONTH_ALONE = late(rf"(?:the\s+)?(?:{_MONTH}\s+)?(?:19|20)\d\d\b", re.I)
"""A month and year, or a year, without a day in front."""

IN_FRONT = 40
"""Characters in front of the word for an inspection that may tell which it was."""
PIECE = late(r".{1,1000}(?:\s+|$)", re.S)
"""What is searched at once of a sentence: the forms go over all that follows each date, and a sentence has no bound."""
LONGEST = 60
"""Days over which no inspection goes; days further apart are those of several visits."""


@dataclass(frozen=True, slots=True)
class InspectionDays:
    """The first and the last day of an inspection, None for what is not printed, and the words that name it."""

    started: PartialDate | None = None
    ended: PartialDate | None = None
    named: str = ""


def publication_date(sentence: str, following: str) -> PartialDate | None:
    """The day on which the sentence, or the one that follows it, says that the report was published."""
    patterns = (REPORT_OF, PUBLISHED, REPORT_PUBLISHED)
    for pattern, text in (*((pattern, sentence) for pattern in patterns), (PUBLISHED, following)):
        if match := pattern.search(OTHER_PUBLISHED.sub(" ", write_out(text))):
            return find_date(match["date"])
    return None


def inspection_days(sentence: str) -> Iterator[InspectionDays]:
    """The days of each inspection that the sentence is about, in printed order."""
    forms = (*HELD, JUDGED)
    for piece in PIECE.findall(write_out(sentence)):
        text = _without_other_days(piece)
        while found := _first_days(text, forms):
            days, text = found
            forms = HELD
            yield days


def _without_other_days(text: str) -> str:
    """A text without the days of what is none of the inspections that it is about."""
    text = INNER_COMMA.sub("", text)
    for other in (OTHER_PUBLISHED, REPORT_OF, PUBLISHED, REPORT_PUBLISHED, NO_DAY, NO_INSPECTION, AHEAD_OF):
        text = other.sub(" ", text)
    return ENDING.sub(" to ", text)


def _first_days(text: str, forms: Iterable[re.Pattern[str]]) -> tuple[InspectionDays, str] | None:
    """The first days of an inspection, and what the text says behind them."""
    for pattern in forms:
        for match in _matches(pattern, text):
            if _is_of_another_event(match):
                continue
            started, ended = _days_at(match["when"])
            if started:
                printed = (ended or started).printed
                behind = text.index(printed, match.start("when")) + len(printed)
                return InspectionDays(*_of_one(started, ended), _named(match)), text[behind:]
    return None


def _days_at(when: str) -> tuple[PartialDate | None, PartialDate | None]:
    """The days with which a text begins; the month or year with which it does, where the days behind are in another."""
    started, ended = find_range(when)
    alone = MONTH_ALONE.match(when)
    month = find_date(alone.group()) if alone else None
    if month and started and not started.iso.startswith(month.iso):
        return month, None
    return started, ended


def _named(match: re.Match[str]) -> str:
    """The words of a match with those in front of it, which may name what was inspected."""
    before = match.string[max(0, match.start() - IN_FRONT) : match.start()]
    return f"{before}{_between(match)}"


def _of_one(started: PartialDate | None, ended: PartialDate | None) -> tuple[PartialDate | None, PartialDate | None]:
    """The days without the last one where they are those of several visits."""
    if started and ended and len(started.iso) == len(ended.iso) == EXACT:
        return started, ended if days_between(started.iso, ended.iso) <= LONGEST else None
    return started, ended


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a form, those that overlap included."""
    at = 0
    while match := pattern.search(text, at):
        yield match
        at = match.start() + 1


def _is_of_another_event(match: re.Match[str]) -> bool:
    """Tell whether the words around the inspection say that something else was done on the day."""
    between = _between(match)
    told = TOLD_ON.search(between) and TOLD.search(match.string[: match.start()])
    return bool(told) or OTHER_EVENT.search(between) is not None


def _between(match: re.Match[str]) -> str:
    """The words of a match without the day: from the word for the inspection to the day, or the other way round."""
    return (
        f"{match.string[match.start() : match.start('when')]} {match.string[match.end('when') : match.end()]}".strip()
    )
