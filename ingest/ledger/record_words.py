"""The words that stand in the records of one part of a document, so that the words of a block can be looked for there.

A block is looked for among the records on its own page or, in a text without pages, near its own line; one of many
words is also looked for elsewhere in the part. Words are compared without case, marks and hyphens at line ends.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, ReportDraft
from ingest.ledger.action_words import (
    number_as_printed,
    numbers_as_printed,
    recommendation_as_printed,
    reference_as_printed,
)
from ingest.ledger.texts import printed_words
from ingest.wording.covers import EARLIER_INSPECTION
from ingest.wording.footnote_figures import without_footnote_figures
from ingest.wording.inline_lists import enumerated, parted_by_semicolons
from ingest.wording.plan_columns import is_known_heading
from ingest.wording.plan_labels import labelled

TOKEN = re.compile(r"[^\W_]+")
LINES = 100
"""How many lines of a text without pages are searched together."""

MANY = 8
"""Words that are so many do not stand in a record by chance."""

REACH = 400
"""Letters behind the words that were found last in which the next ones are looked for first."""

DOMAIN = 4
"""Words of a domain; one of more is known with a slip of one word."""

LABELLED = 160
"""Characters that a label and its value have at most."""

APART = " | "
LABEL = re.compile(
    r"(?P<label>\W*(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s+|grade\s+\d\W+|(?:report\s+)?published\b\W*|(?:the\s+)?(?:inspection|review)\s+dates?\b\W*"
    r"|dates?\s+of\s+(?:the\s+)?(?:inspections?|visits?|review)\b\W*"
    rf"|{EARLIER_INSPECTION}\W*"
    r"|(?:lead|reporting)\s+inspector\b\W*))(?P<value>.+)",
    re.I | re.S,
)
NUMBER = re.compile(r"\W*(?:grade\s+)?[\d.]+\W*", re.I)
OFFICE = re.compile(r"[\s,(]*\b(?:(?:his|her)\s+majesty.s\s+(?:senior\s+)?inspectors?|s?hmi)\b\W*$", re.I)
GRADED = re.compile(
    r"(?P<what>.{3,140}?)[\s:]+(?:(?:is|are|requires?)\b|.{0,30}\bthat it (?:is|requires)\b)\s*(?P<grade>(?:good"
    r"|outstanding|adequate|inadequate|improvement)\b.{0,30}?)(?:\s+and is not yet good)?(?:\s+because)?\W*",
    re.I | re.S,
)
ABOUT = re.compile(r"\b(?:authority|services?|board|lscb|effectiveness|leadership|judgement)\b", re.I)
BODY = frozenset(
    printed_words(
        "city of london borough royal county council metropolitan district unitary safeguarding children board local "
        "authority area the and s services"
    )
)
"""Words that stand beside the name of an authority without saying more."""


@lru_cache(maxsize=2048)  # the words of a paragraph are looked for, and stand in a record
def spelt(text: str) -> str:
    """The words of a text in the form in which they are compared, with a space around each."""
    return f" {' '.join(TOKEN.findall(text.casefold()))} "


def _row(text: str) -> tuple[str, ...]:
    """The words of a row of judgements in no order: a column may cut the grade into the words of the domain."""
    return tuple(sorted(spelt(text).split()))


def _inspection(inspection: InspectionDraft | None) -> Iterator[str]:
    if inspection:
        yield from (date.printed for date in (inspection.started, inspection.ended, inspection.published) if date)
        yield from (inspection.printed, inspection.lead_inspector or "")


def _facts(report: ReportDraft) -> Iterator[str]:
    """The texts of a report that may stand anywhere on its cover."""
    yield report.title
    if report.authority:
        yield from (report.authority.name, report.authority.la_code)
    if report.published:
        yield report.published.printed
    for judgement in report.judgements:
        yield from (judgement.domain_wording, judgement.grade_wording)
        yield judgement.scope.label if judgement.scope else ""
    for inspection in (report.inspection, *(one for one in report.mentions if not one.authority)):
        yield from _inspection(inspection)


def _placed(report: ReportDraft) -> Iterator[tuple[str, Place]]:
    """The texts of the records, each with its place."""
    for section in report.sections:
        yield section.heading, section.place
    for finding in report.findings:
        yield finding.text, finding.place
    for rec in report.recommendations:
        yield rec.text, rec.place
        yield rec.addressee or "", rec.place
    recommended = {
        rec.ref or rec.anchor: f"{rec.ref or ''} {rec.text}" for rec in report.recommendations if not rec.parent
    }
    for action in report.actions:
        # A plan may print the words of a recommendation again in the row of each action that answers it.
        answered = (recommended[link] for link in action.recommendations if link in recommended)
        yield from ((text, action.place) for text in answered)
        yield from ((text, action.place) for text in (
            action.text, action.ref, action.priority, action.lead, action.partners, action.due,
            action.success_measures, action.resources, action.measure, action.baseline, action.target, action.rag,
            action.progress, *(action.notes or "").split("\n"), *reference_as_printed(action),
        ) if text)  # fmt: skip
    yield from ((mention.printed, mention.place) for mention in report.mentions if mention.authority)
    for risk in report.risks:
        yield from ((text, risk.place) for text in (risk.risk, risk.description, risk.mitigation, risk.rating_wording))


def _cells(report: ReportDraft) -> Iterator[tuple[int, str]]:
    """The words of whole cells that name actions, and what they answer, with where they are searched for."""
    known = {rec.ref: rec for rec in report.recommendations if rec.ref and not rec.parent}
    for action in report.actions:
        answered = (known[link] for link in action.recommendations if link in known)
        texts = {text for one in answered for text in recommendation_as_printed(one)}
        alone = (form for link in action.recommendations[1:] for form in numbers_as_printed((link,)))
        first = numbers_as_printed(action.recommendations[:1])
        forms = {spelt(text) for text in (*texts, *numbers_as_printed(action.recommendations), *first, *alone)}
        forms |= set(map(spelt, number_as_printed(action)))
        yield from ((key, form) for key in _keys(action.place) for form in forms)


def _keys(place: Place) -> set[int]:
    """Where a record is searched for: the pages on which its boxes stand, else its page or stretch of lines."""
    return {box.page for box in place.boxes} or {key_of(place)}


def key_of(place: Place) -> int:
    """The page of a place, or the stretch of lines in which it is."""
    return place.page or (place.line or 0) // LINES


@dataclass(slots=True)
class RecordWords:
    """The words of the records of one part.

    ``whole`` are the texts of records as they are, ``headings`` those of sections, ``_near`` those of each page and
    ``_facts`` those of the cover, which are all ``spelt``.
    """

    whole: set[str] = field(default_factory=set)
    headings: str = ""
    _near: dict[int, list[str]] = field(default_factory=dict)
    _spelt: dict[int, str] = field(default_factory=dict)
    _facts: str = ""
    _all: str | None = None
    _cells: set[tuple[int, str]] = field(default_factory=set)
    _names: list[frozenset[str]] = field(default_factory=list)
    _rows: set[tuple[str, ...]] = field(default_factory=set)
    _domains: list[frozenset[str]] = field(default_factory=list)
    _read_to: int = 0

    @classmethod
    def of(cls, reports: Iterable[ReportDraft]) -> "RecordWords":
        """The words of reports."""
        recorded = cls()
        facts: list[str] = []
        headings: list[str] = []
        for report in reports:
            facts += _facts(report)
            wordings = (frozenset(spelt(judgement.domain_wording).split()) for judgement in report.judgements)
            recorded._domains += (words for words in wordings if len(words) > DOMAIN)
            headings += (spelt(section.heading) for section in report.sections)
            if report.authority:
                recorded._names.append(frozenset(spelt(report.authority.name).split()) - BODY)
            recorded._rows.update(_row(f"{one.domain_wording} {one.grade_wording}") for one in report.judgements)
            for text, place in _placed(report):
                if text:
                    recorded.whole.add(text)
                    for key in _keys(place):
                        recorded._near.setdefault(key, []).append(text)
            recorded._cells.update(_cells(report))
        recorded.headings = APART.join(headings)
        recorded._facts = APART.join(spelt(fact) for fact in facts if fact)
        return recorded

    def near(self, place: Place) -> str:
        """The words of the records on the page of a place, or near its line."""
        key = key_of(place)
        found = self._spelt.get(key)
        if found is None:
            keys = (key,) if place.page else (key, key - 1)
            texts = [spelt(text) for near in keys for text in self._near.get(near, ())]
            found = self._spelt[key] = APART.join(texts)
        return found

    def anywhere(self) -> str:
        """The words of all records."""
        if self._all is None:
            self._all = APART.join(spelt(text) for text in self.whole)
        return self._all

    def holds(self, text: str, place: Place) -> bool:
        """Tell whether a text stands in the records as a whole."""
        long = text.count(" ") >= MANY
        if long and text in self.whole:
            return True
        near = self._near.get(key_of(place), ())
        if any(text in record for record in near) if long else text in near:
            return True
        words = spelt(text)
        if (key_of(place), words) in self._cells:
            return True
        return words in self.near(place) or words in self._facts or (long and self._is_anywhere(words))

    def _is_anywhere(self, words: str) -> bool:
        """Tell whether words stand in the records, looking first behind those that were found last.

        The texts of a document mostly stand in its records in the same order, so that each is found at once.
        """
        records, behind = self.anywhere(), self._read_to
        at = records.find(words, behind, behind + len(words) + REACH)
        at = at if at >= 0 else records.find(words)
        if at >= 0:
            self._read_to = at + len(words) - 1  # the space between two texts is the end of one and begins the other
        return at >= 0

    def _holds_parts(self, text: str, place: Place) -> bool:
        """Tell whether a text is a line of labels with values, or a list, of which records hold each part."""
        parts = [words for _, words in labelled(text)] or enumerated(text) or parted_by_semicolons(text)
        return bool(parts) and all(self.holds(part, place) or self.behind_label(part, place) for part in parts)

    def behind_label(self, text: str, place: Place) -> tuple[str, str] | None:
        """A text cut into a label and a value that stands in the records; None where it is not one of these.

        A sentence that only awards a grade is a value; so are a row of the table of judgements in which the grade
        stands between the words of its domain, the name of the authority with what its council is, and the wording of
        a domain with a word more.
        """
        heading, colon, rest = text.partition(":")
        known = spelt(heading) in self.headings or is_known_heading(heading)
        if colon and known and self.holds(rest, place):
            return "", text
        if self._holds_parts(text, place):
            return "", text
        if len(text) > LABELLED:
            return None
        words = frozenset(spelt(text).split())
        if any(name <= words and words - name <= BODY for name in self._names):
            return "", text
        if _row(text) in self._rows or any(d <= words and len(words - d) <= 1 for d in self._domains):
            return "", text
        match = GRADED.fullmatch(without_footnote_figures(text))
        if match and ABOUT.search(match["what"]) and spelt(match["grade"]) in self._facts:
            return "", text
        named = OFFICE.sub("", text)
        match = LABEL.fullmatch(named)
        if match and self.holds(match["value"], place):
            said = NUMBER.fullmatch(match["label"]) is not None
            return ("", text) if said else (match["label"] + text[len(named) :], match["value"])
        return None
