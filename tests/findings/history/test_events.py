"""What happened to a record, in order and without names."""

import pytest

from findings.confirmations.keys import key_of
from findings.confirmations.service import confirm
from findings.confirmations.service import withdraw as withdraw_confirmation
from findings.corrections.service import correct, withdraw
from findings.history.events import RecordEvent, events_of
from findings.history.past_values import RecordPast
from findings.history.words import ValueWords
from findings.models import Finding, RecordConfirmation
from ingest.load import load
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db


def events() -> list[RecordEvent]:
    return list(events_of(RecordPast(Finding.objects.get(ref="3")), ValueWords()))


def test_everything_that_happened_is_told_newest_first(three, user):
    made = correct(three, "text", "Set.", "Misread.", user)
    confirm(Finding, {three.pk: key_of(three)}, "Compared.", user)
    withdraw_confirmation(RecordConfirmation.objects.get(), "Too early.", user)
    withdraw(made, "Was right.", user)
    load(extraction(with_findings(sif(), finding("3", f"{three.read['text']} Again."))))
    found = events()
    assert [event.what for event in found] == [
        "Read differently",
        "Correction withdrawn",
        "Confirmation withdrawn",
        "Confirmed by a person",
        "Corrected",
        "The report was first read",
    ]
    assert found[0].by == f"by sif/1 and {three.report.source.reader} from report.txt"
    changed = {value.label: (value.before, value.after) for value in found[0].values}
    assert changed["Text"] == (three.read["text"], f"{three.read['text']} Again.")
    assert [event.why for event in found[1:5]] == ["Was right.", "Too early.", "Compared.", "Misread."]
    assert user.username not in repr(found)
