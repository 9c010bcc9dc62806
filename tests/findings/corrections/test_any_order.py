"""Readings, editions, changes, withdrawals and hiding in any order: no correction is lost or meets another record.

Hypothesis chooses the order. A plain model keeps what each paragraph should say: what the current reading has of it,
with the corrections that people made of that paragraph and did not withdraw. Records are taken out, split, joined and
moved, and orphans attached to other records.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as value_of
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from findings.corrections.changes import join, split, suppress
from findings.corrections.service import attach, correct, withdraw
from findings.models import Correction, Finding
from ingest.load import load
from inspections.models import Report
from inspections.vocabulary import CorrectionStatus
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.either_database

PARAGRAPHS = (
    "Workers visit children as often as their plans say, and write down what they see and hear at home.",
    "Plans for children are clear, and parents are told in good time what is expected of them.",
    "Health assessments are late for most of the children who came into care in the last year.",
    "There are enough managers, and most of them have read the files of the children whom they answer for.",
    "The council buys too few beds in hostels, so that young adults sleep where nobody looks after them.",
)
PLAIN, CHANGED, AS_SET = "plain", "changed", "as set"
VALUES = {
    "domain": ("leadership", "adoption"), "kind": ("context", "summary"), "ref": ("70a", "80b"),
    "section": ("s1", "s2"),
}  # fmt: skip
OF_TEXTS = ("text", "split", "joined")
FIELDS = (*OF_TEXTS, *VALUES)
WHY = "It is printed otherwise."

editions = st.lists(
    st.tuples(st.sampled_from(range(len(PARAGRAPHS))), st.sampled_from((PLAIN, PLAIN, CHANGED, AS_SET))),
    min_size=1, max_size=len(PARAGRAPHS), unique_by=lambda pair: pair[0],
)  # fmt: skip


def _like_no_other(number: int) -> str:
    """A text that is near to none with another number: of two that are near, the program rightly knows neither."""
    return f"{chr(ord('a') + number % 26) * 60} is what people set."


@dataclass
class Made:
    """A correction as the model knows it: of which paragraph, at which number, and what it replaces.

    Of a split and a join the whole text as it was read counts, of a split the ``second`` part, of a join the ``other``
    paragraph.
    """

    paragraph: int
    number: str
    field: str
    value: str
    whole: str = ""
    second: str = ""
    other: int = -1
    part_of: int = 0
    replaces: "dict[int, Made]" = value_of(default_factory=dict)


class AnyOrder(RuleBasedStateMachine):
    """A report, what should be read and corrected in it, and what the database says."""

    def __init__(self) -> None:
        super().__init__()
        self.rollback = transaction.atomic()
        self.rollback.__enter__()
        self.user = builders.editor()
        self.made: dict[int, Made] = {}
        self.all_made = 0
        self.is_hidden = False
        self.files = 0
        self.now: dict[str, tuple[int, str]] = {}
        self._load("first.txt", [(place, PLAIN) for place in range(4)])

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.rollback.__exit__(None, None, None)

    # What happens

    @rule(edition=editions)
    def read_again(self, edition: list[tuple[int, str]]) -> None:
        """The same file, by a better reader."""
        self._load(Report.objects.get().source.name, edition)

    @rule(edition=editions)
    def read_an_edition(self, edition: list[tuple[int, str]]) -> None:
        self.files += 1
        self._load(f"edition-{self.files}.txt", edition)

    @precondition(lambda self: self._shown())
    @rule(data=st.data(), field=st.sampled_from(("text", *VALUES)), choice=st.integers(0, 1))
    def correct(self, data: Any, field: str, choice: int) -> None:
        number = self._draw(data)
        paragraph, said = self.now[number]
        row = self._row(number)
        value = _like_no_other(self.all_made) if field == "text" else VALUES[field][choice]
        if value == self._expected(number)[field] or (field == "text" and said not in self._readings(paragraph)):
            return
        mine = [pk for pk, one in self._holding(number).items() if one.field == field]
        below = [pk for pk, one in self._holding(number).items() if one.field in ("split", "joined")]
        made = correct(row, field, value, WHY, self.user)
        rests = below[0] if below and field == "text" else 0
        self._remember(made, Made(paragraph, number, field, value, part_of=rests), mine)

    @precondition(lambda self: self._shown())
    @rule(data=st.data())
    def suppress(self, data: Any) -> None:
        number = self._draw(data)
        paragraph, said = self.now[number]
        if said in self._readings(paragraph):
            made = suppress(self._row(number), WHY, self.user)
            self._remember(made, Made(paragraph, number, "suppressed", ""))

    @precondition(lambda self: self._shown())
    @rule(data=st.data())
    def split(self, data: Any) -> None:
        number = self._draw(data)
        paragraph, said = self.now[number]
        row = self._row(number)
        first, _, second = row.text.partition(", ")
        if not second or said not in self._readings(paragraph) or self._is_cut(number):
            return
        mine = [pk for pk, one in self._holding(number).items() if one.field == "text"]
        split(row, second, WHY, self.user)
        made = Correction.objects.filter(field="split").latest("pk")
        self._remember(made, Made(paragraph, number, "split", f"{first},", whole=said, second=second), mine)

    @precondition(lambda self: self._shown())
    @rule(data=st.data())
    def join(self, data: Any) -> None:
        number, other = self._draw(data), self._draw(data)
        (paragraph, said), (with_paragraph, also) = self.now[number], self.now[other]
        as_read = said in self._readings(paragraph) and also in self._readings(with_paragraph)
        if number == other or not as_read or self._is_cut(number):
            return
        one, rest = self._row(number), self._row(other)
        text = f"{one.text} {rest.text}"
        mine = [pk for pk, made in self._holding(number).items() if made.field == "text"]
        made = join(one, [rest], WHY, self.user)
        self._remember(made, Made(paragraph, number, "joined", text, whole=said, other=with_paragraph), mine)
        self._remember(made.parts.get(), Made(with_paragraph, other, "suppressed", "", part_of=made.pk))

    @precondition(lambda self: self._shown() and self._orphans())
    @rule(data=st.data())
    def attach(self, data: Any) -> None:
        pk, number = data.draw(st.sampled_from(sorted(self._orphans()))), self._draw(data)
        orphan = self.made[pk]
        if self._expected(number)[orphan.field] == orphan.value or self.now[number][0] == orphan.paragraph:
            return
        mine = [key for key, one in self._holding(number).items() if one.field == orphan.field]
        made = attach(Correction.objects.get(pk=pk), self._row(number), WHY, self.user)
        self._remember(made, Made(self.now[number][0], number, orphan.field, orphan.value), [*mine, pk])

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def withdraw(self, data: Any) -> None:
        pk = data.draw(st.sampled_from(sorted(self.made)))
        withdraw(Correction.objects.get(pk=pk), WHY, self.user)
        whole = self.made[pk].part_of if self.made[pk].field == "suppressed" else 0
        gone = {key for key, one in self.made.items() if key in (pk, whole) or one.part_of in {pk, whole} - {0}}
        for made in [self.made.pop(key) for key in gone]:
            self.made |= {key: one for key, one in made.replaces.items() if one.part_of not in gone}

    @rule()
    def hide_or_show(self) -> None:
        self.is_hidden = not self.is_hidden
        Report.objects.update(visibility="hidden" if self.is_hidden else "published")

    # What holds

    @invariant()
    def no_correction_is_lost(self) -> None:
        assert Correction.objects.count() == self.all_made
        assert set(Correction.objects.active().values_list("pk", flat=True)) == set(self.made)

    @invariant()
    def each_record_says_what_was_read_with_its_own_corrections(self) -> None:
        rows = Finding.objects.live().filter(origin="read").select_related("domain", "section")
        found = {
            row.read["ref"]: {
                "text": row.text, "ref": row.ref, "kind": row.kind, "domain": row.domain.code if row.domain else None,
                "section": row.section.anchor if row.section else None,
            }
            for row in rows
        }  # fmt: skip
        assert found == {number: self._expected(number) for number in self._shown()}

    @invariant()
    def the_second_parts_are_shown_of_records_that_are_cut(self) -> None:
        rows = Finding.objects.live().filter(origin="hand").values_list("text", flat=True)
        holding = [one for number in self.now for one in self._holding(number).values() if one.field == "split"]
        assert sorted(rows) == sorted(one.second for one in holding)

    @invariant()
    def a_correction_is_orphaned_exactly_if_it_is_of_no_record(self) -> None:
        holding = {pk for number in self.now for pk in self._holding(number)}
        orphaned = Correction.objects.active().filter(status=CorrectionStatus.ORPHANED)
        assert set(orphaned.values_list("pk", flat=True)) == set(self.made) - holding

    @invariant()
    def nothing_hidden_is_visible(self) -> None:
        assert Report.objects.published().exists() is not self.is_hidden
        assert Finding.objects.published().exists() is (Finding.objects.live().exists() and not self.is_hidden)

    # The model

    def _load(self, name: str, edition: list[tuple[int, str]]) -> None:
        read = [(paragraph, self._words(paragraph, variant)) for paragraph, variant in edition]
        numbered = {str(number): one for number, one in enumerate(read, 2)}
        paragraphs = [finding(number, said) for number, (_, said) in numbered.items()]
        reading = extraction(with_findings(sif(judgements=(), references=()), *paragraphs), name=name)
        load(reading)
        if Report.objects.get().source.sha256 == reading.sha256:
            self.now = numbered

    def _words(self, paragraph: int, variant: str) -> str:
        texts = [one.value for one in self.made.values() if (one.paragraph, one.field) == (paragraph, "text")]
        if variant == AS_SET and texts:
            return texts[0]
        return self._readings(paragraph)[variant == CHANGED]

    def _readings(self, paragraph: int) -> tuple[str, str]:
        return PARAGRAPHS[paragraph], PARAGRAPHS[paragraph].replace(",", " (as was seen)", 1).replace(".", "!")

    def _remember(self, made: Correction, known: Made, replaced: Sequence[int] = ()) -> None:
        known.replaces = {pk: self.made.pop(pk) for pk in replaced}
        self.made[made.pk] = known
        self.all_made += 1

    def _draw(self, data: Any) -> str:
        number: str = data.draw(st.sampled_from(self._shown()))
        return number

    def _shown(self) -> list[str]:
        """The numbers of the records that nobody took out."""
        out = {n for n in self.now if any(one.field == "suppressed" for one in self._holding(n).values())}
        return sorted(self.now.keys() - out)

    def _orphans(self) -> set[int]:
        holding = {pk for number in self.now for pk in self._holding(number)}
        fields = ("domain", "kind", "section")
        return {pk for pk, one in self.made.items() if pk not in holding and one.field in fields}

    def _is_cut(self, number: str) -> bool:
        return any(one.field in ("split", "joined") for one in self._holding(number).values())

    def _holding(self, number: str) -> dict[int, Made]:
        """The corrections that should hold at a number: those of its paragraph; of numbers, those of its number."""
        paragraph, _ = self.now[number]
        mine = {pk: one for pk, one in self.made.items() if one.paragraph == paragraph}
        return {pk: one for pk, one in mine.items() if self._holds(pk, one, number)}

    def _holds(self, pk: int, one: Made, number: str) -> bool:
        if one.part_of:
            whole = self.made[one.part_of]
            at = next((n for n, (paragraph, _) in self.now.items() if paragraph == whole.paragraph), None)
            return at is not None and self._holds(one.part_of, whole, at)
        if one.field == "ref":
            return one.number == number
        if one.field not in ("split", "joined"):
            return True
        if one.field == "split":
            return self.now[number][1] == one.whole
        return pk in self._joins()

    def _joins(self) -> set[int]:
        """The joins that hold: of two about one record, or that take out the same, the one at home, then the later."""
        places = {paragraph: (number, said) for number, (paragraph, said) in self.now.items()}
        plain = {one.paragraph for one in self.made.values() if one.field == "suppressed" and not one.part_of}
        possible = [
            (places[one.paragraph][0] != one.number, -pk, one)
            for pk, one in self.made.items()
            if one.field == "joined" and one.other in places and places.get(one.paragraph, ("", ""))[1] == one.whole
        ]
        held: set[int] = set()
        wholes, others = set[int](), set(plain)
        for _, negative, one in sorted(possible, key=lambda each: each[:2]):
            if one.paragraph not in wholes and one.other not in others:
                held.add(-negative)
                wholes.add(one.paragraph)
                others.add(one.other)
        return held

    def _expected(self, number: str) -> dict[str, str | None]:
        said = {"text": self.now[number][1], "ref": number, "kind": "finding", "domain": None, "section": None}
        holding = sorted(self._holding(number).items())
        return said | {
            ("text" if one.field in OF_TEXTS else one.field): one.value for _, one in holding if one.field in FIELDS
        }

    def _row(self, number: str) -> Finding:
        return next(row for row in Finding.objects.live().filter(origin="read") if row.read["ref"] == number)


@pytest.mark.django_db
def test_in_any_order_no_correction_is_lost_and_none_meets_another_record(settings_of_media: None) -> None:
    few = settings(
        max_examples=8,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.reuse, Phase.generate, Phase.shrink),
    )
    run_state_machine_as_test(AnyOrder, settings=few)


@pytest.fixture
def settings_of_media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
