"""Which edition of a report counts: of the files that hold it, the one from which its records are read.

The answer depends on the set of editions alone and never on the order in which they were read:

1. The edition that an administrator chose.
2. Within each kind of file: the best reading (a complete one before a partial one, and both before one that is damaged
   or has much fewer records than another edition); of these the latest by what is printed (day of amendment or
   publication, then number of the edition), an undated one last; then the one with more records; then the one with
   fewer words left out; then, so that there is an answer, the one with the smaller sha256.
3. Of the best of each kind of file: one that is neither damaged nor thin; the latest, where all tell a date; a PDF;
   then as before.

An edition of which nothing was measured yet, because it was read by an older version of this program, is none until it
is read again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from inspections.models import EditionChoice, Report
from inspections.vocabulary import ReadingStatus

PDF = "application/pdf"
THIN, FEW = 0.75, 3
"""An edition lacks too much that has less than this share of the records of the fullest one, and at least so many less.
"""


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What is known of one edition. ``date`` is the latest that it prints of itself as ISO 8601, or "".

    ``printed`` holds the words about the edition, ``damage`` the codes of the notices that tell of damage, ``left_out``
    the words of the file that are in no record.
    """

    sha256: str
    media_type: str
    date: str = ""
    number: str = "1"
    printed: str = ""
    status: str = ReadingStatus.COMPLETE.value
    records: int = 0
    damage: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def stored(self) -> dict[str, Any]:
        """The facts as JSON, without those that the source file has."""
        facts = asdict(self) | {"damage": list(self.damage)}
        return {name: value for name, value in facts.items() if name not in ("sha256", "media_type")}

    @property
    def edition(self) -> tuple[str, tuple[int, ...]]:
        """What sorts editions by what they say of themselves."""
        return (self.date, tuple(int(part) for part in self.number.split(".") if part.isdecimal()))


def facts_of(sha256: str, media_type: str, stored: Mapping[str, Any]) -> EditionFacts | None:
    """The facts of an edition as they were stored; None where nothing was measured."""
    if not stored:
        return None
    return EditionFacts(sha256, media_type, **{**stored, "damage": tuple(stored.get("damage", ()))})


def stored_editions(report: Report) -> dict[int, EditionFacts | None]:
    """What is stored of the editions of a report, by the key of its link to each file."""
    links = report.report_sources.select_related("source")
    return {link.pk: facts_of(link.source.sha256, link.source.media_type, link.edition) for link in links}


def chosen_of(report: Report) -> str:
    """The sha256 of the file that an administrator chose for a report, or ""."""
    choices = EditionChoice.objects.active().filter(report=report.pk)
    return choices.values_list("source__sha256", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The editions of one report, and which of them counts."""

    editions: Sequence[EditionFacts]
    chosen: str = ""
    most: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "most", max((one.records for one in self.editions), default=0))

    @property
    def best(self) -> EditionFacts | None:
        """The edition that counts."""
        by_person = [one for one in self.editions if one.sha256 == self.chosen]
        return by_person[0] if by_person else self._best_of(list(self.best_of_each_kind.values()))

    @property
    def best_of_each_kind(self) -> dict[str, EditionFacts]:
        """The best edition of each kind of file."""
        return {
            kind: min((one for one in self.editions if one.media_type == kind), key=self._rank)
            for kind in {one.media_type for one in self.editions}
        }

    def is_sound(self, one: EditionFacts) -> bool:
        """Whether an edition is neither damaged nor much thinner than another."""
        is_thin = one.records < THIN * self.most and self.most - one.records >= FEW
        return not one.damage and not is_thin

    def later_but_worse(self, best: EditionFacts) -> list[EditionFacts]:
        """The editions that say that they are later than the one that counts, and were read less well."""
        if best.sha256 == self.chosen:
            return []
        return [one for one in self.editions if one.edition > best.edition and best.date and one.date]

    def why(self, one: EditionFacts, best: EditionFacts) -> str:
        """Why an edition counts less than the best one, in words that go on from "because"."""
        if best.sha256 == self.chosen:
            return "an administrator chose the other"
        if one.damage and not best.damage:
            return "its file is damaged"
        if self.is_sound(best) and not self.is_sound(one):
            return f"only {_records(one.records)} could be read from it, against {best.records}"
        if one.media_type != best.media_type and one.edition >= best.edition:
            return "a PDF shows its pages" if best.media_type == PDF else "the other form was read better"
        if one.status != best.status:
            return "it was read in part"
        if one.edition != best.edition:
            return "it states no date" if not one.date else "it is an earlier edition"
        if one.records != best.records:
            return f"{_records(one.records)} could be read from it, against {best.records}"
        if one.left_out != best.left_out:
            return "more of its words are in no record"
        return "nothing tells the two apart, and one has to be taken"

    def _quality(self, one: EditionFacts) -> int:
        if not self.is_sound(one):
            return 2
        return 0 if one.status == ReadingStatus.COMPLETE else 1

    def _rank(self, one: EditionFacts) -> tuple[Any, ...]:
        return (self._quality(one), *_later_first(one), -one.records, one.left_out, one.sha256)

    def _best_of(self, found: Collection[EditionFacts]) -> EditionFacts | None:
        are_dated = all(one.date for one in found)

        def rank(one: EditionFacts) -> tuple[Any, ...]:
            edition = _later_first(one) if are_dated else ()
            return (not self.is_sound(one), *edition, one.media_type != PDF, *self._rank(one))

        return min(found, key=rank, default=None)


def _later_first(one: EditionFacts) -> tuple[int, ...]:
    """A key that sorts later editions to the front, and undated ones to the end."""
    date, number = one.edition
    parts = (*number, 0, 0, 0)[:3]
    return (-int(date.replace("-", "").ljust(8, "0")), *(-part for part in parts))


def _records(number: int) -> str:
    return "1 record" if number == 1 else f"{number} records"


def rank(editions: Iterable[EditionFacts], chosen: str = "") -> Ranking:
    """Rank the editions of a report; ``chosen`` is the sha256 of the one that an administrator chose, or ""."""
    return Ranking(tuple(sorted(editions, key=lambda one: one.sha256)), chosen)
