"""Readings, editions, corrections, withdrawals and hiding in any order: no correction is lost or meets another record.

Hypothesis chooses the order. A plain model keeps what each paragraph should say: what the current reading has of it,
with the corrections that people made of that paragraph and did not withdraw.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from findings.corrections.service import correct, withdraw
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
VALUES = {"domain": ("leadership", "adoption"), "kind": ("context", "summary"), "ref": ("70a", "80b")}
WHY = "It is printed otherwise."

editions = st.lists(
    st.tuples(st.sampled_from(range(len(PARAGRAPHS))), st.sampled_from((PLAIN, PLAIN, CHANGED, AS_SET))),
    min_size=1, max_size=len(PARAGRAPHS), unique_by=lambda pair: pair[0],
)  # fmt: skip


@dataclass
class Made:
    """A correction as the model knows it: of which paragraph, at which number."""

    paragraph: int
    number: str
    field: str
    value: str


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

    @rule(data=st.data(), field=st.sampled_from(("text", *VALUES)), choice=st.integers(0, 1))
    def correct(self, data: Any, field: str, choice: int) -> None:
        number = data.draw(st.sampled_from(sorted(self.now)))
        paragraph, said = self.now[number]
        row = self._row(number)
        value = f"People set this text, number {self.all_made}." if field == "text" else VALUES[field][choice]
        if value == self._expected(number)[field] or (field == "text" and said not in self._readings(paragraph)):
            return
        mine = [pk for pk, one in self._standing(number).items() if one.field == field]
        made = correct(row, field, value, WHY, self.user)
        for pk in mine:
            del self.made[pk]
        self.made[made.pk] = Made(paragraph, number, field, value)
        self.all_made += 1

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def withdraw(self, data: Any) -> None:
        pk = data.draw(st.sampled_from(sorted(self.made)))
        withdraw(Correction.objects.get(pk=pk), WHY, self.user)
        del self.made[pk]

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
        rows = Finding.objects.live().select_related("domain")
        found = {
            row.read["ref"]: {
                "text": row.text, "ref": row.ref, "kind": row.kind, "domain": row.domain.code if row.domain else None
            }
            for row in rows
        }  # fmt: skip
        assert found == {number: self._expected(number) for number in self.now}

    @invariant()
    def a_correction_is_orphaned_exactly_if_it_is_of_no_record(self) -> None:
        standing = {pk for number in self.now for pk in self._standing(number)}
        orphaned = Correction.objects.active().filter(status=CorrectionStatus.ORPHANED)
        assert set(orphaned.values_list("pk", flat=True)) == set(self.made) - standing

    @invariant()
    def nothing_hidden_is_visible(self) -> None:
        assert Report.objects.published().exists() is not self.is_hidden
        assert Finding.objects.published().exists() is not self.is_hidden

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

    def _standing(self, number: str) -> dict[int, Made]:
        """The corrections that should stand at a number: those of its paragraph; of numbers, those of its number."""
        paragraph, _ = self.now[number]
        mine = {pk: one for pk, one in self.made.items() if one.paragraph == paragraph}
        return {pk: one for pk, one in mine.items() if one.field != "ref" or one.number == number}

    def _expected(self, number: str) -> dict[str, str | None]:
        said = {"text": self.now[number][1], "ref": number, "kind": "finding", "domain": None}
        return said | {one.field: one.value for one in self._standing(number).values()}

    def _row(self, number: str) -> Finding:
        return next(row for row in Finding.objects.live() if row.read["ref"] == number)


@pytest.mark.django_db
def test_in_any_order_no_correction_is_lost_and_none_meets_another_record(settings_of_media: None) -> None:
    few = settings(
        max_examples=8,
        stateful_step_count=10,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.reuse, Phase.generate, Phase.shrink),
    )
    run_state_machine_as_test(AnyOrder, settings=few)


@pytest.fixture
def settings_of_media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
