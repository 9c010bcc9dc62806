"""The account of a document: each word of each block is counted once, as in a record, as furniture, or as left out.

For each text (``texts``) of a part, in this order: it stands in a record as a whole; behind a label or a number it
does; the stretches of it that stand in records are counted there. What is left of the texts of a part is then sorted
(``furniture``), and what is no furniture was left out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, ReadDocument
from ingest.drafts import Ledger, ReportDraft
from ingest.ledger.furniture import Furniture, label_of
from ingest.ledger.omissions import Omission, notices_of, notices_of_footnotes
from ingest.ledger.record_words import RecordWords, spelt
from ingest.ledger.texts import Text, count, printed_words, texts_of
from ingest.notices import NoticeDraft
from inspections.vocabulary import FurnitureKind

RUN = 5
"""The fewest words of a text that are told to stand in a record while others of it do not."""


@dataclass(frozen=True, slots=True)
class ReadPart:
    """The blocks of a part of a document, and the reports that were read from them."""

    blocks: Sequence[Block]
    reports: Sequence[ReportDraft] = ()


class _Account:
    """The counts so far, and what was left out so far, in the order of the document."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.furniture = Furniture(blocks)
        self.in_records = 0
        self.kinds: Counter[FurnitureKind] = Counter()
        self.left: list[Omission] = []
        self.notes: list[Omission] = []
        self._order = 0

    def add(self, part: ReadPart) -> None:
        """Account for the blocks of a part."""
        recorded = RecordWords.of(part.reports)
        loose = list(self._loose(part, recorded))
        kinds = self.furniture.sort(loose, recorded.headings)
        for text, kind in zip(loose, kinds, strict=True):
            words = printed_words(text.words)
            if kind:
                self.kinds[kind] += len(words)
            left = Omission(tuple(words), text.place, text.order)
            if kind is None:
                self.left.append(left)
            elif kind is FurnitureKind.FOOTNOTE and not self.furniture.knows(text.words):
                self.notes.append(left)

    def _loose(self, part: ReadPart, recorded: RecordWords) -> Iterator[Text]:
        """The texts, or what is left of them, that stand in no record; the words of the others are counted."""
        for block in part.blocks:
            for words, place in texts_of(block):
                self._order += 1
                number = count(words)
                if not number:
                    continue
                text = Text(words, place, block, self._order)
                if label_of(block.kind):
                    yield text
                elif recorded.holds(words, place):
                    self.in_records += number
                else:
                    yield from self._rest(text, recorded)

    def _rest(self, text: Text, recorded: RecordWords) -> Iterator[Text]:
        """What is left of a text without its stretches that stand in records."""
        if behind := recorded.behind_label(text.words, text.place):
            label, value = behind
            self.in_records += count(value)
            if count(label):
                yield replace(text, words=label)
            return
        if self.furniture.knows(text.words):
            yield text
            return
        for stretch, found in stretches(printed_words(text.words), recorded.near(text.place)):
            if found:
                self.in_records += len(stretch)
            else:
                yield replace(text, words=" ".join(stretch))


def stretches(words: Sequence[str], records: str) -> Iterator[tuple[Sequence[str], bool]]:
    """The words in stretches, each with whether it stands in the records.

    Only stretches of ``RUN`` words or more are told to stand there.
    """
    parts = [spelt(word).strip() for word in words]
    waiting = at = 0
    while at + RUN <= len(words):
        end = _longest(parts, at, records)
        if end == at:
            at += 1
            continue
        if waiting < at:
            yield words[waiting:at], False
        yield words[at:end], True
        waiting = at = end
    if waiting < len(words):
        yield words[waiting:], False


def _longest(parts: Sequence[str], at: int, records: str) -> int:
    """Where the longest stretch ends that begins at a word and stands in the records; ``at`` if there is none."""
    if f" {' '.join(parts[at : at + RUN])} " not in records:
        return at
    low, high = at + RUN, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        if f" {' '.join(parts[at:middle])} " in records:
            low = middle
        else:
            high = middle - 1
    return low


def account(document: ReadDocument, parts: Sequence[ReadPart]) -> tuple[Ledger, tuple[NoticeDraft, ...]]:
    """The ledger of a document, and a notice for each page or stretch of it that was left out."""
    found = _Account(document.blocks)
    for part in parts:
        found.add(part)
    furniture, left_out = found.kinds.total(), sum(len(one.words) for one in found.left)
    kinds = tuple((kind, found.kinds[kind]) for kind in FurnitureKind if found.kinds[kind])
    words = found.in_records + furniture + left_out
    ledger = Ledger(document.pages, words, found.in_records, furniture, left_out, kinds)
    return ledger, (*notices_of(found.left), *notices_of_footnotes(found.notes))
