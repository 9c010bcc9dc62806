"""Reading again a report to which people added what the reading had missed."""

import pytest

from findings.corrections.manual_records import add
from findings.models import CrossReference, Evidence, Finding, Recommendation, Section
from ingest.drafts import FindingDraft
from ingest.load import load
from ingest.models import Outcome
from inspections.models import Notice, Report
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db


def read(*refs: str) -> None:
    load(extraction(with_findings(sif(), *(paragraph(ref) for ref in refs))))


def paragraph(ref: str) -> FindingDraft:
    return finding(ref, section="s1" if ref == "2" else "s2", domain="adoption")


def add_finding(ref: str, heading: str) -> Finding:
    report = Report.objects.get()
    section = Section.objects.get(heading=heading)
    row = Finding(report=report, section=section, ref=ref, kind="finding", text="It was missed.")
    add(row, "It was missed.", builders.editor())
    return row


def in_order() -> list[str]:
    return list(Finding.objects.live().order_by("ordinal").values_list("anchor", flat=True))


def test_rows_made_by_hand_are_not_the_loaders_to_touch():
    read("2", "4")
    made = add_finding("3", "Adoption")
    read("2", "5")
    made.refresh_from_db()
    assert (made.text, made.retired_at, made.anchor) == ("It was missed.", None, "hand-1")


def test_rows_made_by_hand_keep_their_place_when_rows_are_put_in_front():
    read("2", "4")
    add_finding("3", "The local authority")
    add_finding("9", "Adoption")
    assert in_order() == ["para-2", "hand-1", "para-4", "hand-2"]
    read("2", "4", "5", "6")
    assert in_order() == ["para-2", "hand-1", "para-4", "para-5", "para-6", "hand-2"]


def test_reading_the_same_again_changes_nothing_beside_rows_made_by_hand():
    read("2", "4")
    add_finding("3", "The local authority")
    read("2", "4")
    before = everything()
    again = load(extraction(with_findings(sif(), paragraph("2"), paragraph("4"))))
    assert again.outcome is Outcome.UNCHANGED
    assert everything() == before


def test_a_reference_that_was_resolved_to_a_row_made_by_hand_stays_so():
    read("2", "4")
    assert CrossReference.objects.get().reason == "There is no paragraph 3 in this report."
    made = add_finding("3", "Adoption")
    read("2", "4", "5")
    assert CrossReference.objects.get().target_finding == made
    assert not Notice.objects.filter(code="unresolved-reference").exists()


def test_a_row_that_is_read_after_all_is_doubted_beside_the_one_made_by_hand_and_taken_for_references():
    read("2", "4")
    made = add_finding("3", "Adoption")
    read("2", "3", "4")
    assert CrossReference.objects.get().target_finding == Finding.objects.get(anchor="para-3")
    notice = Notice.objects.get(code="added-and-read")
    assert notice.anchor == made.anchor
    assert "number 3" in notice.message


def test_the_anchor_of_a_row_made_by_hand_is_not_given_to_a_row_that_is_read():
    read("2")
    Finding.objects.filter(pk=add_finding("9", "Adoption").pk).update(anchor="para-9")
    read("2", "9")
    assert Finding.objects.get(text="It was missed.").anchor == "para-9"
    assert Finding.objects.get(ref="9", origin="read").anchor == "para-9~2"


def test_recommendations_made_by_hand_come_last():
    read("2")
    row = Recommendation(report=Report.objects.get(), ref="2", text="It was missed.")
    add(row, "It was missed.", builders.editor())
    read("2", "4")
    assert list(Recommendation.objects.order_by("ordinal").values_list("anchor", flat=True)) == ["rec-1", "hand-1"]


def test_a_row_made_by_hand_stays_after_its_record_and_supports_what_that_supports():
    read("2", "3", "4")
    row = Finding(report=Report.objects.get(), kind="finding", text="It was missed.", after="para-3")
    add(row, "It was missed.", builders.editor())
    read("2", "3", "4", "5")
    assert in_order() == ["para-2", "para-3", "hand-1", "para-4", "para-5"]
    carried = Evidence.objects.filter(judgement__anchor="judgement-adoption").values_list("finding__anchor", flat=True)
    assert list(carried) == ["para-2", "para-3", "hand-1", "para-4"]
    before = everything()
    read("2", "3", "4", "5")
    assert everything() == before
    read("2", "4", "5")
    assert in_order() == ["para-2", "para-4", "para-5", "hand-1"]
