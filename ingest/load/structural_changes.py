"""Which changes of whole records hold in a new reading: the splits, joins and additions of one kind of record.

- A split holds if its record has the whole text that was cut, and has agreed if the reading has both parts as records.
- A join holds if all its records are there and the first has its text, and has agreed if the reading has the joined
  text and none of the others. Of two that are about one record, or take the same one out, one holds: that which
  was made where the record is now, then the later one. None holds that takes out what a person took out as no record.
- An addition has agreed if the reading has the same words as a record of its own, and holds otherwise.
- A change of a row made by hand depends on that row: it is lost if the row stands aside.

What neither holds nor has agreed is lost, and so are its parts, and corrections of a text that rest on it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from findings.corrections.identity import RecordSubject, match_subjects
from findings.models import Correction
from findings.models.changes import ADDED, JOINED, SPLIT, SUPPRESSED, details
from inspections.plain_words import plain


class StructuralChanges:
    """What becomes of the structural changes among the ``corrections`` of a kind, given the records of the reading.

    ``by_hand`` are the anchors of rows made by hand. ``aside`` are those of them that stand aside.
    """

    def __init__(
        self, corrections: Sequence[Correction], subjects: Sequence[RecordSubject], by_hand: Collection[str]
    ) -> None:
        self.aside: set[str] = set()
        self._by_hand = by_hand
        self._agreed: set[int] = set()
        self._lost: set[int] = set()
        self._joined: set[str] = set()
        self._words = {subject.anchor: plain(subject.words) for subject in subjects}
        changes = [one for one in corrections if one.field in (SPLIT, JOINED, ADDED)]
        if not changes:
            return
        read = [one for one in corrections if one.home not in by_hand]
        self._at = {pk: subject.anchor for pk, subject in match_subjects(read, subjects).items()}
        suppressed = [one for one in corrections if one.field == SUPPRESSED]
        self._taken_out = {self._place(one) for one in suppressed if one.part_of_id is None and self._is_here(one)}
        # A part may be cut again, after the whole.
        for one in sorted(changes, key=self._rank):
            parts = [other for other in corrections if other.part_of_id == one.pk]
            self._decide(one, parts)

    def is_lost(self, correction: Correction) -> bool:
        """Whether a change does not hold, though its record is there."""
        return correction.pk in self._lost

    def has_agreed(self, correction: Correction) -> bool:
        """Whether the reading now has what people had made of it."""
        return correction.pk in self._agreed

    def _decide(self, one: Correction, parts: Sequence[Correction]) -> None:
        agreed = self._reads_the_same(one, parts)
        holds = not agreed and self._holds(one, parts)
        if agreed:
            self._agreed |= {one.pk, *(part.pk for part in parts if part.field == SUPPRESSED)}
        elif not holds:
            self._lost |= {one.pk, *(part.pk for part in parts)}
        if not holds and one.field == SPLIT:
            self.aside.add(details(one)["made"])
        if not holds and one.field == ADDED:
            self.aside.add(one.home)

    def _holds(self, one: Correction, parts: Sequence[Correction]) -> bool:
        if not self._is_here(one):
            return False
        has_its_text = one.home in self._by_hand or self._words[self._at[one.pk]] == plain(str(one.value_read))
        if one.field != JOINED:
            return one.field == ADDED or has_its_text
        suppressed = [part for part in parts if part.field == SUPPRESSED]
        places = {self._place(part) for part in suppressed}
        if not has_its_text or not all(map(self._is_here, suppressed)) or places & self._taken_out:
            return False
        if self._place(one) in self._joined:
            return False
        self._taken_out |= places
        self._joined.add(self._place(one))
        return True

    def _rank(self, one: Correction) -> tuple[bool, bool, int]:
        """The order of decision: splits and additions as they were made; then joins, at home and later ones first."""
        if one.field != JOINED:
            return False, False, one.pk
        return True, self._place(one) != one.home, -one.pk

    def _reads_the_same(self, one: Correction, parts: Sequence[Correction]) -> bool:
        if one.field == ADDED:
            return self._elsewhere(one.words, "")
        if one.pk not in self._at:
            return False
        anchor = self._at[one.pk]
        if one.field == SPLIT:
            same = self._words[anchor] == plain(details(one)["first"])
            return same and self._elsewhere(details(one)["second"], anchor)
        gone = not any(self._is_here(part) for part in parts if part.field == SUPPRESSED)
        return gone and self._words[anchor] == plain(details(one)["text"])

    def _elsewhere(self, words: str, anchor: str) -> bool:
        return any(other != anchor and said == plain(words) for other, said in self._words.items())

    def _place(self, one: Correction) -> str:
        """The anchor of the record of a correction, where it is now."""
        return one.home if one.home in self._by_hand else self._at.get(one.pk, "")

    def _is_here(self, one: Correction) -> bool:
        """Whether the record of a correction is in the reading, or is a row made by hand that does not stand aside."""
        if one.home in self._by_hand:
            return one.home not in self.aside
        return one.pk in self._at
