"""Making a correction: what is kept to know its record again, and what it replaces."""

import pytest

from findings.corrections.making import CorrectionError, check_live, make, require_reason
from findings.models import Correction, Finding
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_reason_is_needed():
    assert require_reason(" So. ") == "So."
    with pytest.raises(CorrectionError, match="reason"):
        require_reason("  ")


def test_what_is_gone_and_what_was_taken_out_is_not_changed(three):
    check_live(three)
    three.retired_at = three.report.loaded_at
    with pytest.raises(CorrectionError, match="no longer has"):
        check_live(three)
    three.is_suppressed = True
    with pytest.raises(CorrectionError, match="taken out"):
        check_live(three)


def test_a_correction_keeps_what_tells_its_record_from_its_rivals(three, user):
    rival = Finding.objects.get(ref="4")
    first = make(three, "kind", "So.", user, value_read="finding", value_set="context")
    assert (first.home, first.number, first.words, first.rivals) == ("para-3", "3", three.text, [*first.rivals])
    assert rival.read["text"] in first.rivals
    second = make(three, "kind", "No.", user, value_read="finding", value_set="summary", replaces=[first])
    first.refresh_from_db()
    assert (first.replaced_by, first.withdrawn_by, list(Correction.objects.active())) == (second, user, [second])


def test_kinds_without_words_have_no_rivals(three, user):
    said = builders.statement(three.report, three.report.inspection)
    assert make(said, "started", "So.", user, value_read="2015", value_set="2016").rivals == []
