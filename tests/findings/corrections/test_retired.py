"""Why a record is shown no more: each case says what is true of it."""

import pytest

from findings.corrections.changes import join, split, suppress
from findings.corrections.manual_records import add, take_back
from findings.corrections.retired import why_retired
from findings.models import Finding
from ingest.load import load
from inspections.models import Report
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise."


def read(*texts: str) -> None:
    load(
        extraction(with_findings(sif(references=(), judgements=()), *(finding(str(n), t) for n, t in enumerate(texts))))
    )


def reason(text: str) -> str:
    return why_retired(Finding.objects.exclude(retired_at=None).get(text=text))


def test_what_was_taken_out_and_what_was_joined_name_the_reason(user):
    read("Visits are on time.", "Plans are", "clear.")
    suppress(Finding.objects.get(ref="0"), WHY, user)
    join(Finding.objects.get(ref="1"), [Finding.objects.get(ref="2")], WHY, user)
    assert reason("Visits are on time.").endswith(f"no record of its own: {WHY}")
    assert "joined" in reason("clear.")
    assert "para-1" in reason("clear.")


def test_what_was_made_by_hand_is_taken_back_or_gives_way(user):
    read("Visits are on time. Plans are clear.")
    split(Finding.objects.get(ref="0"), "Plans are clear.", WHY, user)
    row = Finding(report=Report.objects.get(), kind="finding", text="Staff stay.")
    add(row, WHY, user)
    take_back([row], WHY, user)
    assert "taken back" in reason("Staff stay.")
    read("Visits are on time.", "Plans are clear.")
    assert "gives way" in why_retired(Finding.objects.get(anchor="hand-1"))


def test_what_the_reading_lost_says_so():
    read("Visits are on time.", "Plans are clear.")
    read("Visits are on time.")
    assert "no longer in the reading" in reason("Plans are clear.")
    assert "no longer in the reading" in why_retired(Report.objects.get())
