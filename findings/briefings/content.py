"""What a briefing says, whatever its form: sections of passages, each with the numbers of its notes.

A note is the citation of a record: author, title, days, paragraph, page and permanent address. Passages that cite the
same record share its note. Quotes stand as they are printed, cut at a word where they are long.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import Truncator

from findings.citations.facts import citation_of
from findings.citations.forms import text
from findings.labels import Record
from inspections.lists.as_at import held_words
from inspections.models import Report

SAMPLES = "It cites samples, which the project has invented."
LONGEST_QUOTE = 90
"""Words; paragraphs of reports have about 80."""


@dataclass(frozen=True, slots=True)
class BriefingNote:
    """A note: its number from 1 on, the citation, and the address of what is cited on this site."""

    number: int
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class BriefingPassage:
    """A sentence of the briefing, or a quote. ``mark`` says what is not printed but suggested, "" if nothing is."""

    text: str
    notes: tuple[int, ...]
    is_quote: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class BriefingSection:
    """A heading, a sentence on what stands under it and how it was chosen, the passages, and where all of it is."""

    heading: str
    lead: str
    passages: tuple[BriefingPassage, ...]
    more: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing. ``name`` is that of its files; ``held`` says as at when and from what it was made.

    ``has_samples`` tells that it cites invented samples of the project.
    """

    title: str
    name: str
    held: str
    sections: tuple[BriefingSection, ...]
    notes: tuple[BriefingNote, ...]
    has_samples: bool


@dataclass
class Notes:
    """The notes of a briefing while it is made. ``site`` is the address of the site, which citations begin with."""

    site: str
    has_samples: bool = False
    _numbers: dict[str, int] = field(default_factory=dict)
    _notes: list[BriefingNote] = field(default_factory=list)

    def cite(self, report: Report, record: Record | None = None) -> int:
        """The number of the note that cites a report, or a record of it."""
        url = (record or report).get_absolute_url()
        if url not in self._numbers:
            self._numbers[url] = len(self._notes) + 1
            self.has_samples = self.has_samples or bool(report.authority and report.authority.is_sample)
            citation = text(citation_of(report, f"{self.site}{url}", record))
            self._notes.append(BriefingNote(self._numbers[url], citation, url))
        return self._numbers[url]

    def quotes(self, records: Iterable[Any]) -> tuple[BriefingPassage, ...]:
        """Records as quotes, each with its note."""
        return tuple(self.quote(record) for record in records)

    def quote(self, record: Any) -> BriefingPassage:
        """A record as a quote, with a mark where its polarity is a suggestion."""
        words = Truncator(record.text).words(LONGEST_QUOTE, truncate=" …")
        return BriefingPassage(words, (self.cite(record.report, record),), is_quote=True, mark=_mark(record))

    def briefing(self, title: str, name: str, sections: Iterable[BriefingSection]) -> Briefing:
        """The briefing of sections that were made with these notes."""
        made = tuple(sections)
        held = f"{held_words()} {SAMPLES}" if self.has_samples else held_words()
        return Briefing(title, name, held, made, self.all, self.has_samples)

    @property
    def all(self) -> tuple[BriefingNote, ...]:
        """All notes so far, by number."""
        return tuple(self._notes)


def _mark(record: Any) -> str:
    polarity = getattr(record, "polarity", "")
    return f"{record.get_polarity_display()}, suggested" if polarity and not record.is_decided("polarity") else ""
