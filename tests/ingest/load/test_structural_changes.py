"""Changes of whole records through later readings: they hold, have agreed, or are lost; nothing is half applied."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from findings.corrections.changes import join, split, suppress
from findings.corrections.manual_records import add
from findings.corrections.service import correct
from findings.models import Correction, Finding, Section
from ingest.load import load
from ingest.models import Outcome
from inspections.models import Report
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."
VISITS = "Workers visit children as often as their plans say, and write down what they see."
PLANS = "Plans for children are clear, and parents are told in good time."
BOTH = f"{VISITS} {PLANS}"
HEALTH = "Health assessments are late for most of the children who came into care."
STAFF = "There are enough workers, and most of them have known the children for long."


@pytest.fixture
def user() -> User:
    person: User = builders.editor()
    return person


def read(*texts: str, section: str = "s2") -> Outcome:
    paragraphs = tuple(finding(str(n), said, section=section) for n, said in enumerate(texts, 2))
    return load(extraction(sif(findings=paragraphs, references=(), judgements=()))).outcome


def row(text: str) -> Finding:
    return Finding.objects.live().get(text=text)


def shown() -> list[str]:
    return list(Finding.objects.live().order_by("ordinal").values_list("text", flat=True))


def states() -> set[str]:
    return set(Correction.objects.active().values_list("status", flat=True))


def cut(user: User) -> None:
    split(row(BOTH), PLANS, WHY, user)


def tie(user: User) -> None:
    join(row(VISITS), [row(PLANS)], WHY, user)


def remove(user: User) -> None:
    suppress(row(HEALTH), WHY, user)


def insert(user: User) -> None:
    add(Finding(report=Report.objects.get(), kind="finding", text=PLANS, after="para-2"), WHY, user)


CASES: dict[str, tuple[Callable[[User], None], list[str], list[str], list[tuple[list[str], list[str], set[str]]]]] = {
    "a split": (
        cut,
        [BOTH, HEALTH],
        [VISITS, PLANS, HEALTH],
        [
            ([STAFF, BOTH, HEALTH], [STAFF, VISITS, PLANS, HEALTH], {"moved"}),
            ([VISITS, PLANS, HEALTH], [VISITS, PLANS, HEALTH], {"agreed"}),
            ([VISITS, HEALTH], [VISITS, HEALTH], {"orphaned"}),
            ([BOTH.replace("good time", "time"), HEALTH], [BOTH.replace("good time", "time"), HEALTH], {"orphaned"}),
            ([HEALTH], [HEALTH], {"orphaned"}),
        ],
    ),
    "a join": (
        tie,
        [VISITS, PLANS, HEALTH],
        [BOTH, HEALTH],
        [
            ([STAFF, VISITS, PLANS], [STAFF, BOTH], {"moved"}),
            ([BOTH, HEALTH], [BOTH, HEALTH], {"agreed"}),
            ([VISITS, HEALTH], [VISITS, HEALTH], {"orphaned"}),
            ([PLANS, HEALTH], [PLANS, HEALTH], {"orphaned"}),
        ],
    ),
    "a record that was taken out": (
        remove,
        [VISITS, HEALTH, PLANS],
        [VISITS, PLANS],
        [
            ([HEALTH, VISITS], [VISITS], {"moved"}),
            ([VISITS, HEALTH.replace("late", "slow"), PLANS], [VISITS, PLANS], {"stale"}),
            ([VISITS, PLANS], [VISITS, PLANS], {"orphaned"}),
        ],
    ),
    "a record that was added": (
        insert,
        [VISITS, HEALTH],
        [VISITS, PLANS, HEALTH],
        [
            ([VISITS, STAFF, HEALTH], [VISITS, PLANS, STAFF, HEALTH], {"applied"}),
            ([VISITS, PLANS, HEALTH], [VISITS, PLANS, HEALTH], {"agreed"}),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_holds_or_not_as_a_whole_and_holds_again_when_the_reading_is_as_it_was(name, user):
    change, before, after, readings = CASES[name]
    read(*before)
    change(user)
    assert shown() == after
    for reading, expected, status in readings:
        read(*reading)
        assert (shown(), states()) == (expected, status)
        kept = everything()
        assert read(*reading) is Outcome.UNCHANGED
        assert everything() == kept
        read(*before)
        assert (shown(), states()) == (after, {"applied"})


def test_what_people_corrected_of_a_part_goes_on_to_the_record_that_is_read_instead(user):
    read(BOTH, HEALTH)
    second = split(row(BOTH), PLANS, WHY, user)
    correct(second, "kind", "context", WHY, user)
    read(VISITS, PLANS, HEALTH)
    assert (row(PLANS).anchor, row(PLANS).kind) == ("para-3", "context")
    read(BOTH, HEALTH)
    assert (row(PLANS).anchor, row(PLANS).kind) == (second.anchor, "context")


def test_a_correction_of_a_part_is_lost_with_its_split_and_comes_back_with_it(user):
    read(BOTH, HEALTH)
    cut(user)
    correct(row(VISITS), "text", "Workers visit.", WHY, user)
    read(VISITS.replace("often", "seldom"), HEALTH)
    assert shown() == [VISITS.replace("often", "seldom"), HEALTH]
    read(BOTH, HEALTH)
    assert shown() == ["Workers visit.", PLANS, HEALTH]


def test_a_part_that_was_split_again_stands_aside_with_the_first_split(user):
    read(BOTH)
    second = split(row(BOTH), PLANS, WHY, user)
    split(second, "and parents are told in good time.", WHY, user)
    read(VISITS)
    assert shown() == [VISITS]
    read(BOTH)
    assert shown() == [VISITS, "Plans for children are clear,", "and parents are told in good time."]


def test_a_moved_record_stays_where_it_was_put_until_the_section_is_gone_or_the_reading_agrees(user):
    read(VISITS, PLANS)
    other = Section.objects.get(heading="The local authority")
    correct(row(PLANS), "section", other, WHY, user)
    read(STAFF, VISITS, PLANS)
    assert (row(PLANS).section, row(VISITS).section.heading) == (other, "Adoption")
    assert read(STAFF, VISITS, PLANS) is Outcome.UNCHANGED
    read(VISITS, PLANS, section="s1")
    assert (row(PLANS).section, states()) == (other, {"agreed"})
    load(extraction(sif(sections=sif().sections[1:], findings=(finding("3", PLANS, section="s2"),))))
    assert (row(PLANS).section.heading, states()) == ("Adoption", {"orphaned"})


def test_an_added_record_follows_the_one_after_which_it_was_added_and_its_number_if_that_is_gone(user):
    read(VISITS, HEALTH)
    add(Finding(report=Report.objects.get(), kind="finding", text=PLANS, after="para-2", ref="2a"), WHY, user)
    read(STAFF, VISITS, HEALTH)
    assert shown() == [STAFF, VISITS, PLANS, HEALTH]
    assert read(STAFF, VISITS, HEALTH) is Outcome.UNCHANGED
    read(STAFF, HEALTH)
    assert shown() == [STAFF, HEALTH, PLANS]
    read(VISITS, HEALTH)
    assert shown() == [VISITS, PLANS, HEALTH]


def test_of_two_joins_of_one_record_one_holds_and_nothing_is_half_joined(user):
    read(VISITS, PLANS)
    join(row(VISITS), [row(PLANS)], WHY, user)
    read(HEALTH, VISITS, STAFF)
    join(row(VISITS), [row(STAFF)], WHY, user)
    read(VISITS, PLANS, STAFF)
    assert shown() == [f"{VISITS} {PLANS}", STAFF]
    read(HEALTH, VISITS, STAFF, PLANS)
    assert shown() == [HEALTH, f"{VISITS} {STAFF}", PLANS]
