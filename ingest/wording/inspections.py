"""Which inspections a paper mentions: framework, days and day of publication, as its sentences print them.

The order of decision: a sentence about an inspection gives one mention with the dates printed in it, and a sentence
about "inspections" gives one for each framework that it names; the day of publication may be in the next sentence;
mentions that do not contradict each other are one inspection, which keeps the printed words of the most exact mention.
An inspection that is only announced ("will take place") is not a mention.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, PartialDate
from ingest.wording.authorities import find_authorities
from ingest.wording.dates import EXACT, days_between, find_date
from ingest.wording.earlier.events import whole_service_in
from ingest.wording.inspection_days import AHEAD_OF, InspectionDays, inspection_days, publication_date
from ingest.wording.late import late
from inspections.reference.tables import AuthorityFacts, frameworks

_OWNER = r"(?:(?!(?:homes?|schools?|centres?|fostering|adoption|and|for|in|of)\b)[\w.&'’-]+\s+){0,5}?"
"""Whose services were inspected, in front of their name: "the council's", "Kent County Council's"."""
_WHOLE_SERVICE = (
    rf"(?:inspection of|inspected) {_OWNER}children.s (?:services|social care)"
    r"|children.s (?:social care )?services (?:was|were|had been) (?:\w+ )?(?:re-?)?inspected"
)
FRAMEWORK_WORDS: tuple[tuple[str, str], ...] = (
    ("jtai", r"joint targeted area inspection|\bJTAI\b"),
    ("send", r"\bSEND\b\)?[\w\s]*(?:inspection|\bre-?visit)|inspection[^.]*\bspecial educational needs"),
    ("monitoring-visit", r"monitoring visit"),
    ("focused-visit", r"focuss?ed visit"),
    ("ilacs", rf"\bILACS?\b|{_WHOLE_SERVICE}"),
    ("sif", r"\bSIF\b|in need of help and protection,? (?:children )?looked after|single inspection"),
    ("slac", r"safeguarding(?: services)? and (?:services for )?looked[\s-]after child"),
    ("ucra", r"inspections? of contact\b|contact,? (?:and )?referral (?:and|,) assessment"),
    ("child-protection", r"protection of children|child protection arrangements|safeguarding arrangements"),
    ("lac", r"looked after children.{0,3} (?:services|inspection)|(?:services|arrangements) for looked after children"),
    ("jar", r"joint area review|(?-i:\bJAR\b)"),
    ("apa", r"annual performance assessment|\bAPA\b"),
)
SPEAKS = late(
    r"\binspection|\binspected\b|\bre-?visit\b|\bILACS?\b|\bJTAI\b|joint area review|\b(?:focuss?ed|monitoring) visit"
    r"|annual performance assessment|\bAPA\b"
    r"|Ofsted['’]s report|\breport of Ofsted\b",
    re.I,
)
ANNOUNCED = late(
    r"\bwill (?:take place|be|now|carry|inspect|focus|return|visit|re-?inspect|undertake|conduct|start|begin|commence)"
    r"|\bscheduled\b|anticipated|is expected|are likely|\blaunched\b|^\W*(?:had|if|were) (?:Ofsted|we|the|an)\b"
    r"|\bdue to (?:take place|start|begin|commence|be (?:held|inspected))",
    re.I,
)
OF_MANY = late(
    r"\b(?:local areas?|local authorities|authorities|councils|partnerships)\s+(?:\w+\s+){0,2}(?:re-?)?inspected\b"
    r"|\binspected (?:all |another |a further )?(?:\d+|\w+) (?:of the )?(?:local )?(?:areas|authorities|councils)\b"
    r"|\b(?:resum\w+|restart\w*|paus\w+|suspen\w+) (?:of )?(?:\w+ ){0,3}inspections\b"
    r"|\binspections (?:\w+ )?(?:resumed|restarted|paused|suspended)\b",
    re.I,
)
"""How a sentence speaks of the inspections of many authorities, or of a programme; its date is that of none."""
# Services that Ofsted and others inspect besides an authority's children's services.
OTHERS = late(
    r"\b(?:schools?|academ(?:y|ies)|nurser(?:y|ies)|colleges?|early years (?:provision|settings?)"
    r"|children.s (?:homes?|centres?)|care homes?|residential (?:homes?|units?|care)"
    r"|(?:fostering|adoption) (?:services?|agenc(?:y|ies))|adult (?:education|learning|social care|services)"
    r"|learning and skills|further education|youth (?:justice|offending)|probation|police|HMICFRS|hospitals?|prisons?"
    r"|CQC inspection of)\b",
    re.I,
)
OTHER_INSPECTORATES = late(
    r"\b(?:Care Quality Commission|CQC|Regulator of Social Housing|HMIP|HM(?:I| Inspectorate of) Probation|HMICFRS"
    r"|Ombudsman|external auditors?|Estyn|Information Commissioner)\b"
)
"""Who inspects other services of a council; with Ofsted, some of them inspect children's services."""
OFSTED = late(r"\bOfsted\b|\bHMI\b(?! Probation)|\bjoint\b", re.I)
CHILDRENS_SERVICES = late(
    r"children.s (?:social care )?services|services (?:for|to) children\b|\bILACS?\b|\bJTAI\b"
    r"|joint (?:targeted )?area|annual performance assessment|(?:focuss?ed|monitoring) visit|single inspection"
    r"|looked after children.{0,3} (?:services|inspection)|protection of children|\bSEND\b",
    re.I,
)
SENTENCE_END = late(r"(?<=[.!?])['\"”’)]*\s+(?=[A-Z‘“'\"(])(?<!No\. )(?<!Dr\. )(?<!Mr\. )")
SEND = late(r"\bSEND\b|special educational needs", re.I)
MONTH = 7
"""Characters of a date that is exact to the month."""
LATEST_REPORT = 150
"""Days after an inspection in which its report comes out."""


@dataclass(frozen=True, slots=True)
class DocumentPassage:
    """A paragraph to search: its text, its place in the document and the anchor of its record."""

    text: str
    place: Place
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An inspection in one sentence; ``index`` is that of the passage, ``sentence`` the printed words."""

    inspection: InspectionDraft
    index: int
    sentence: str


def is_about_others(sentence: str) -> bool:
    """Tell whether a sentence names schools, homes, agencies, other inspectorates, and not children's services."""
    others = OTHERS.search(sentence) or (OTHER_INSPECTORATES.search(sentence) and not OFSTED.search(sentence))
    return bool(others) and not CHILDRENS_SERVICES.search(sentence)


def sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph into its sentences."""
    return tuple(part.strip() for part in SENTENCE_END.split(text) if part.strip())


def frameworks_named(sentence: str, year: int | None) -> tuple[str, ...]:
    """Return the frameworks that the sentence names and that were in use in the year; all that it names without a year.

    An inspection of children's services, as a whole, is of the one framework for that in the year. For SEND, the code
    is that of the version in use: "send-2016" before 2023, else "send".
    """
    found = []
    for code, words in FRAMEWORK_WORDS:
        if re.search(words, sentence, re.I):
            code_then = "send-2016" if code == "send" and year and year < 2023 else code
            facts = next(f for f in frameworks() if f.code == code_then)
            if year is None or facts.first_year <= year <= (facts.last_year or 9999):
                found.append(code_then)
    if not found and year and re.search(_WHOLE_SERVICE, sentence, re.I) and (only := whole_service_in(year)):
        found.append(only)
    return tuple(found)


def _drafts_in(sentence: str, following: str, place: Place) -> Iterator[InspectionDraft]:
    published = publication_date(sentence, following)
    found = tuple(inspection_days(sentence))
    if not found and published:
        found = (InspectionDays(),)
    reported = _reported_on(found, published)
    for days in found:
        own = published if days is reported else None
        if first := days.started or own:
            for code in _frameworks_of(days, sentence, int(first.iso[:4]), only=len(found) == 1):
                yield InspectionDraft(code, days.started, days.ended, own, place=place, printed=sentence)


def _reported_on(found: tuple[InspectionDays, ...], published: PartialDate | None) -> InspectionDays | None:
    """The inspection whose report was published then: the last that had begun."""
    begun = [days for days in found if not published or not days.started or days.started.iso <= published.iso]
    return max(begun or found, key=lambda days: days.started.iso if days.started else "", default=None)


def _frameworks_of(days: InspectionDays, sentence: str, year: int, only: bool) -> tuple[str | None, ...]:
    """The frameworks of what was inspected on these days: those that the sentence names, else those beside the days.

    A sentence about one inspection that names several frameworks means the one named beside the days.
    """
    beside = frameworks_named(days.named, year)
    named = frameworks_named(AHEAD_OF.sub(" ", sentence), year) if only else beside
    if len(named) > 1 and not re.search(r"\binspections\b", sentence):
        named = (beside or named)[:1]
    return named or (None,)


def _concerns(sentence: str, authority: AuthorityFacts | None) -> bool:
    named = {found.la_code for found in find_authorities(sentence)}
    return not named or authority is None or authority.la_code in named


def _tells_of_none(sentence: str) -> bool:
    """Tell whether a sentence is about inspections still to come, or about those of many authorities."""
    return ANNOUNCED.search(sentence) is not None or OF_MANY.search(sentence) is not None


def find_mentions(passages: Iterable[DocumentPassage], authority: AuthorityFacts | None) -> tuple[Mention, ...]:
    """Return every inspection of the authority that the passages mention with a date, in printed order."""
    mentions: list[Mention] = []
    for index, passage in enumerate(passages):
        parts = sentences(passage.text)
        for sentence, following in zip(parts, (*parts[1:], ""), strict=False):
            if not SPEAKS.search(sentence) or _tells_of_none(sentence) or is_about_others(sentence):
                continue
            if _concerns(sentence, authority):
                next_one = following if re.search(r"\breport\b", following, re.I) else ""
                mentions += [Mention(found, index, sentence) for found in _drafts_in(sentence, next_one, passage.place)]
    return tuple(mentions)


def _compatible(first: PartialDate | None, second: PartialDate | None) -> bool:
    return not first or not second or first.iso.startswith(second.iso) or second.iso.startswith(first.iso)


def agrees(first: InspectionDraft, second: InspectionDraft) -> bool:
    """Tell whether two mentions can mean the same inspection: they share a date and do not contradict each other."""
    if first.framework and second.framework and first.framework != second.framework:
        return False
    if first.published and second.started and not second.ended and second.started.iso == first.published.iso[:7]:
        return True  # headings may give an inspection the date of its report
    if _is_month_of_report(first, second):
        return True
    shared = [(a, b) for a, b in ((first.started, second.started), (first.published, second.published)) if a and b]
    return bool(shared) and all(_compatible(a, b) for a, b in shared) and _compatible(first.ended, second.ended)


def _is_month_of_report(first: InspectionDraft, second: InspectionDraft) -> bool:
    """Tell whether the month of the second is that of the report on the first ("the July inspection", held in May).

    A council is graded under one framework once in some years, so that it cannot be another inspection.
    """
    graded = {facts.code for facts in frameworks() if facts.graded}
    if first.framework != second.framework or first.framework not in graded or not (first.ended and second.started):
        return False
    if len(first.ended.iso) < EXACT or len(second.started.iso) != MONTH or second.ended:
        return False
    return 0 < days_between(first.ended.iso, f"{second.started.iso}-28") <= LATEST_REPORT


def _more_exact(first: PartialDate | None, second: PartialDate | None) -> PartialDate | None:
    if first and second:
        return second if len(second.iso) > len(first.iso) else first
    return first or second


def _merge(known: InspectionDraft, other: InspectionDraft) -> InspectionDraft:
    better = other.started and (not known.started or len(other.started.iso) > len(known.started.iso))
    words = other if better else known
    return replace(
        known,
        framework=known.framework or other.framework,
        started=_more_exact(known.started, other.started),
        ended=_more_exact(known.ended, other.ended),
        published=_more_exact(known.published, other.published),
        place=words.place,
        printed=words.printed,
    )


def unite(mentions: Iterable[Mention]) -> tuple[InspectionDraft, ...]:
    """Return the distinct inspections, each with all that its mentions print; the most exact mentions come first."""
    exact_first = sorted(mentions, key=lambda m: (-_exactness(m.inspection), m.index))
    united: list[InspectionDraft] = []
    for mention in exact_first:
        at = next((i for i, known in enumerate(united) if agrees(known, mention.inspection)), None)
        if at is None:
            united.append(mention.inspection)
        else:
            united[at] = _merge(united[at], mention.inspection)
    return tuple(united)


def _exactness(inspection: InspectionDraft) -> int:
    dates = (inspection.started, inspection.ended, inspection.published)
    return sum(len(date.iso) for date in dates if date) + (1 if inspection.framework else 0)


def followed_inspection(
    inspections: Iterable[InspectionDraft], title: str, before: PartialDate | None
) -> InspectionDraft | None:
    """Return the inspection that a paper follows up, or None.

    It is the latest one of a framework that the title names; else that of the month in the title; else the latest of a
    graded framework; else the latest without a framework. Inspections that began after ``before``, the date of the
    paper, are left out.
    """
    graded = {facts.code for facts in frameworks() if facts.graded}
    past = [i for i in inspections if not before or _day(i) <= before.iso]
    titled = [i for i in past if i.framework and _is_titled(i.framework, title)]
    named = find_date(title)
    month = named.iso[:MONTH] if named and len(named.iso) >= MONTH else None
    dated = [i for i in past if month and i.started and i.started.iso[:MONTH] == month]
    pool = titled or dated or [i for i in past if i.framework in graded] or [i for i in past if i.framework is None]
    return max(pool, key=_day, default=None)


def _is_titled(framework: str, title: str) -> bool:
    """Tell whether a title names a framework; in titles, inspections for SEND may have no other name."""
    if framework in ("send", "send-2016"):
        return SEND.search(title) is not None
    return framework in frameworks_named(title, None)


def _day(inspection: InspectionDraft) -> str:
    date = inspection.started or inspection.published
    return date.iso if date else ""
