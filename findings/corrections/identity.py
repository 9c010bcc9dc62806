"""Which record a correction is about: number and words together, after any reading.

A correction keeps what identified its record when it was made: the anchor there (its home), the printed number, the
words that were read, what they stood under, and the words of its rivals: other records that were nearly the same. After
a reading, in this order:

1. the words stand exactly at home: there;
2. exactly the same words stand under another number, once, and no rival had them: there, as moved;
3. nearly the same words stand at home and nowhere more exactly: there;
4. nearly the same words stand once under another number: there, as moved;
5. anything else: the correction is orphaned. It changes no record and waits for a person.

Nearly the same words are only taken for the same where they are not as near to those of a rival. The words that a
person set count as well as those that were read, so that a better reading is known again. A corrected number never
moves. Kinds without words (the report, its statements about inspections) are known by their anchors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from findings.models import Action, Correction, Finding, Recommendation, Risk, Section
from findings.models.changes import text_set
from inspections.models import Judgement
from inspections.plain_words import plain
from inspections.vocabulary import Origin

EXACT = 100.0
NEAR = 90.0
"""Percent of characters (Levenshtein ratio without substitutions) from which two texts are nearly the same.

Of 17,586 pairs of numbered paragraphs that stand up to three numbers apart in 72 real documents, two are this near; of
173 paragraphs that were read from a text and from a PDF of one report, all are.
"""
WORDS = {
    Finding.KIND: "text", Recommendation.KIND: "text", Action.KIND: "text", Section.KIND: "heading",
    Risk.KIND: "risk", Judgement.KIND: "domain_wording",
}  # fmt: skip
"""The field with the words of each kind of record that is known by them."""
NUMBER = "ref"


@dataclass(frozen=True, slots=True)
class RecordSubject:
    """What identifies a record of a reading: its anchor and number, its words, and the heading or inspection above."""

    anchor: str
    number: str
    words: str
    context: str = ""


def subject_of(record: Any) -> RecordSubject:
    """What identifies a stored row, as it was read."""
    name = WORDS.get(record.KIND)
    words = record.read.get(name, getattr(record, name)) if name else ""
    number = record.read.get(NUMBER, getattr(record, NUMBER, "")) or ""
    return RecordSubject(getattr(record, "anchor", ""), number, words, _context_of(record))


def _context_of(record: Any) -> str:
    if isinstance(record, Section):
        return str(record.parent.read.get("heading", record.parent.heading)) if record.parent else ""
    if isinstance(record, Judgement):
        return record.statement.anchor if record.statement else ""
    return ""


def rivals(subject: RecordSubject, others: Iterable[RecordSubject]) -> list[str]:
    """The words of other records of a kind that are nearly those of a record."""
    beside = [other for other in others if _beside(other, subject)]
    words = [plain(other.words) for other in beside]
    near = process.extract(plain(subject.words), words, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
    return [beside[place].words for _, _, place in near]


def _beside(other: RecordSubject, subject: RecordSubject) -> bool:
    return other.anchor != subject.anchor and plain(other.context) == plain(subject.context)


def is_about(correction: Correction, record: Any) -> bool:
    """Whether a row, as it was read last, is the record that was corrected."""
    if correction.kind not in WORDS or record.origin == Origin.HAND:
        return True
    return bool(place([correction], [subject_of(record)]))


def place(corrections: Sequence[Correction], subjects: Sequence[RecordSubject]) -> dict[int, RecordSubject]:
    """The record of a reading for each correction of one kind, by key; orphans are left out.

    Where two of the same field meet in a record, the one at home stays, then the newest.
    """
    return _without_rivals(corrections, match_subjects(corrections, subjects))


def match_subjects(corrections: Sequence[Correction], subjects: Sequence[RecordSubject]) -> dict[int, RecordSubject]:
    """The record of a reading that each correction is about, by key, though several of a field may meet in one."""
    by_subject: dict[tuple[str, str, str], list[Correction]] = defaultdict(list)
    for correction in corrections:
        by_subject[correction.home, correction.words, correction.context].append(correction)
    found: dict[int, RecordSubject] = {}
    for together in by_subject.values():
        record = _meant(together[0], _said(together[0], corrections), subjects)
        if record is not None:
            found |= {c.pk: record for c in together if c.field != NUMBER or not has_moved(c, record)}
    return found


def has_moved(correction: Correction, subject: RecordSubject) -> bool:
    """Whether the words that were corrected stand under another number now."""
    return (correction.home, correction.number) != (subject.anchor, subject.number)


def _without_rivals(corrections: Sequence[Correction], found: Mapping[int, RecordSubject]) -> dict[int, RecordSubject]:
    kept: dict[tuple[str, str], int] = {}
    for one in sorted(corrections, key=lambda c: (c.pk not in found or c.home != found[c.pk].anchor, -c.pk)):
        if one.pk in found:
            kept.setdefault((found[one.pk].anchor, one.field), one.pk)
    return {pk: found[pk] for pk in kept.values()}


def _said(first: Correction, corrections: Iterable[Correction]) -> list[str]:
    """The words by which the record of a correction is known: as read, and as people set them.

    Where a better reading had the words that were set before, and the record was corrected again, the words read
    earlier count too.
    """
    words = [first.words]
    for one in corrections:
        set_text = _text_set_by(one)
        if _nearness(one.words, words[:1], first.rivals):
            words.append(set_text)
        elif one.anchor == first.anchor and _nearness(set_text, words[:1], first.rivals):
            words.append(one.words)
    return [text for text in words if text]


def _text_set_by(correction: Correction) -> str:
    """The text that a correction gives its record, "" if it changes something else."""
    text = correction.value_set if correction.field == WORDS[correction.kind] else text_set(correction)
    return str(text or "")


def _meant(first: Correction, said: Sequence[str], subjects: Sequence[RecordSubject]) -> RecordSubject | None:
    """The record that a correction is about, given the words by which it is known."""
    beside = [subject for subject in subjects if plain(subject.context) == plain(first.context)]
    scores = {subject: _nearness(subject.words, said, first.rivals) for subject in beside}
    near = {subject: score for subject, score in scores.items() if score}
    exact = [subject for subject, score in near.items() if score == EXACT]
    home = next((subject for subject in near if subject.anchor == first.home), None)
    if home in exact:
        return home
    if exact:
        return exact[0] if len(exact) == 1 and _likeness(exact[0].words, first.rivals) < EXACT else None
    if home and near[home] == max(near.values()):
        return home
    return next(iter(near)) if len(near) == 1 else None


def _nearness(words: str, said: Iterable[str], rivals: Iterable[str]) -> float:
    """How like words are to those that are known, in percent; 0 if they are not near, or as near to a rival's."""
    score = _likeness(words, said)
    return score if score == EXACT or (score >= NEAR and score > _likeness(words, rivals)) else 0.0


def _likeness(words: str, texts: Iterable[str]) -> float:
    """How like words the most similar of some texts is, in percent."""
    return max((fuzz.ratio(plain(text), plain(words)) for text in texts), default=0.0)
