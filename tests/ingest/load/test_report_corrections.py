"""Corrections follow their words when a newer version of a report shifts its numbers."""

import pytest

from findings.corrections.service import correct
from findings.models import Correction, Finding
from ingest.load import load
from ingest.load.matching import gone_elsewhere
from ingest.load.report_corrections import ReportCorrections
from inspections.models import Notice
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."
VISITS = "Workers visit children as often as their plans say, and write down what they see and hear."
PLANS = "Plans for children are clear, and parents are told in good time what is expected of them."
HEALTH = "Health assessments are late for most of the children who came into care in the last year."
STAFF = "There are enough workers, and most of them have known the children for longer than a year."


def read(*texts: str) -> None:
    """A version of the report with these paragraphs, the first of which has the number 2."""
    paragraphs = [finding(str(number), said) for number, said in enumerate(texts, 2)]
    load(
        extraction(with_findings(sif(judgements=(), references=()), *paragraphs), name=texts[0][:20] + str(len(texts)))
    )


def correct_text(ref: str, said: str) -> None:
    correct(Finding.objects.get(ref=ref), "text", said, WHY, builders.editor(f"editor-{ref}"))


def shown() -> dict[str, str]:
    return dict(Finding.objects.live().values_list("anchor", "text"))


def test_a_correction_follows_its_words_to_the_number_they_have_now():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, PLANS)
    assert shown() == {"para-2": VISITS, "para-3": HEALTH, "para-4": "Plans are clear."}
    assert Correction.objects.get().anchor == "para-4"
    assert Finding.objects.get(ref="4").is_corrected
    assert not Finding.objects.get(ref="3").is_corrected
    notice = Notice.objects.get(code="needs-review")
    assert (notice.anchor, "para-3" in notice.message) == ("para-4", True)


def test_corrections_of_neighbours_move_on_together_and_back_again():
    read(VISITS, PLANS)
    correct_text("2", "Workers visit.")
    correct_text("3", "Plans are clear.")
    read(HEALTH, VISITS, PLANS)
    assert shown() == {"para-2": HEALTH, "para-3": "Workers visit.", "para-4": "Plans are clear."}
    read(VISITS, PLANS, STAFF)
    assert shown() == {"para-2": "Workers visit.", "para-3": "Plans are clear.", "para-4": STAFF}


def test_a_correction_follows_nearly_the_same_words():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, PLANS.replace("in good time", "in time"))
    assert shown()["para-4"] == "Plans are clear."
    assert Correction.objects.get().status == "stale"


def test_a_correction_stays_where_its_words_are_nowhere_else():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, STAFF)
    assert shown()["para-3"] == "Plans are clear."
    assert (Correction.objects.get().anchor, Correction.objects.get().status) == ("para-3", "stale")


def test_two_corrections_that_would_go_to_the_same_place_stay_where_they_are():
    read(VISITS, PLANS)
    correct_text("2", "Visits.")
    correct(Finding.objects.get(ref="3"), "kind", "context", WHY, builders.editor("editor"))
    moves = {"para-2": "para-4", "para-3": "para-4"}
    assert ReportCorrections(Finding.objects.get(ref="2").report).move("finding", moves) == {}


def test_a_correction_stays_where_another_stands_in_its_way():
    read(VISITS, PLANS, HEALTH)
    correct_text("3", "Plans are clear.")
    correct_text("4", "Assessments are late.")
    read(VISITS, STAFF, PLANS)
    assert dict(Correction.objects.values_list("anchor", "value_set")) == {
        "para-3": "Plans are clear.",
        "para-4": "Assessments are late.",
    }


def test_a_paragraph_that_stayed_gets_nothing_from_one_that_is_gone_in_nearly_the_same_words():
    read(VISITS, VISITS.replace("their", "the"), PLANS)
    correct_text("3", "Workers visit.")
    read(VISITS)
    assert shown() == {"para-2": VISITS}
    assert Correction.objects.get().status == "orphaned"


def test_reading_the_newer_version_again_moves_nothing():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, PLANS)
    read(VISITS, HEALTH, PLANS)
    before = everything()
    read(VISITS, HEALTH, PLANS)
    assert everything() == before


@pytest.mark.parametrize(
    ("before", "now", "others", "place"),
    [
        ("aaaa bbbb cccc", "dddd", ["dddd", "aaaa bbbb cccc"], 1),
        ("aaaa bbbb cccc", "", ["aaaa bbbb cccc"], 0),
        ("aaaa bbbb cccc", "aaaa bbbb ccc", ["aaaa bbbb ccc", "aaaa bbbb cccc"], None),
        ("aaaa bbbb cccc", "dddd", ["aaaa bbbb cccc", "aaaa bbbb cccc"], None),
        ("aaaa bbbb cccc", "dddd", ["aaaa bbbb ccc", "aaaa bbbb cccc"], 1),
        ("aaaa bbbb cccc", "dddd", ["aaaa bbbb ccc", "aaaa bbb cccc"], None),
        ("aaaa bbbb cccc", "dddd", ["eeee"], None),
    ],
)
def test_where_words_went(before, now, others, place):
    assert gone_elsewhere(before, now, others) == place
