"""Records that show something else than their reading with the active corrections."""

import pytest

from findings.checks.effective import EFFECTIVE_VALUES
from findings.corrections.changes import join, split, suppress
from findings.corrections.reference_decisions import decide_reference
from findings.corrections.service import correct, withdraw
from findings.models import Correction, CrossReference, Finding
from ingest.drafts import ReferenceDraft
from ingest.load import load
from inspections.models import InspectionStatement, Judgement, Report
from inspections.vocabulary import Absence, ReferenceTarget
from tests import builders
from tests.findings.checks.conftest import after_repair, found
from tests.ingest.drafts_builder import extraction, finding, sif

pytestmark = pytest.mark.django_db
WHY = "As printed on page 2."


def test_what_is_loaded_corrected_and_withdrawn_is_right(three):
    user = builders.editor()
    correct(three, "text", "Another text.", WHY, user)
    correct(three, "domain", "leadership", WHY, user)
    correct(three.report, "title", "Another title", WHY, user)
    correct(Judgement.objects.get(domain__code="adoption"), "absence", Absence.NOT_JUDGED.value, WHY, user)
    withdraw(Correction.objects.get(field="domain"), WHY, user)
    assert found(EFFECTIVE_VALUES) == []


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (Finding, {"text": "Nobody read this."}),
        (Finding, {"is_corrected": True}),
        (Report, {"title": "Nobody read this."}),
        (InspectionStatement, {"ended": "2015"}),
    ],
)
def test_a_value_that_nobody_read_or_set_is_found_and_taken_back(three, model, wrong):
    row = model.objects.order_by("pk").first()
    model.objects.filter(pk=row.pk).update(**wrong)
    (breach,) = found(EFFECTIVE_VALUES)
    assert next(iter(wrong)) in breach.what
    assert after_repair(EFFECTIVE_VALUES) == []
    name = next(iter(wrong))
    assert getattr(model.objects.get(pk=row.pk), name) == getattr(row, name)


def test_a_correction_that_is_not_shown_is_found_and_applied(three):
    correct(three, "text", "Another text.", WHY, builders.editor())
    Finding.objects.filter(pk=three.pk).update(text=three.read["text"])
    assert "text" in found(EFFECTIVE_VALUES)[0].what
    assert after_repair(EFFECTIVE_VALUES) == []
    assert Finding.objects.get(pk=three.pk).text == "Another text."


def test_a_correction_of_no_record_is_found_and_left_to_a_person(three):
    correct(three, "text", "Another text.", WHY, builders.editor())
    Correction.objects.update(anchor="para-77")
    Finding.objects.filter(pk=three.pk).update(text=three.read["text"], is_corrected=False)
    (breach,) = found(EFFECTIVE_VALUES)
    assert "para-77 is not there" in breach.what
    assert not breach.subject


def test_a_code_that_no_reference_has_is_told(three):
    Finding.objects.filter(pk=three.pk).update(read={**three.read, "domain": "weather"})
    assert "'weather'" in found(EFFECTIVE_VALUES)[0].what


def test_changes_of_whole_records_are_no_faults_before_and_after_another_reading(user):
    texts = {"2": "Visits are on time. Plans are clear.", "3": "Staff", "4": "stay.", "5": "Page 5", "6": "Moved."}
    paragraphs = tuple(finding(number, said, section="s2") for number, said in texts.items())
    reading = extraction(
        sif(findings=paragraphs, references=(ReferenceDraft("rec-1", ReferenceTarget.PARAGRAPH, "9", "(9)"),))
    )
    load(reading)
    rows = {row.ref: row for row in Finding.objects.all()}
    split(rows["2"], "Plans are clear.", WHY, user)
    join(rows["3"], [rows["4"]], WHY, user)
    suppress(rows["5"], WHY, user)
    correct(rows["6"], "section", "s1", WHY, user)
    decide_reference(CrossReference.objects.get(ref="9"), rows["6"], WHY, user)
    assert found(EFFECTIVE_VALUES) == []
    load(reading)
    assert found(EFFECTIVE_VALUES) == []
    better = {"2": "Visits are on time.", "2a": "Plans are clear.", "3": "Staff stay.", "6": "Moved."}
    paragraphs = tuple(finding(n, said, section="s1" if n == "6" else "s2") for n, said in better.items())
    load(extraction(sif(findings=paragraphs)))
    assert found(EFFECTIVE_VALUES) == []
