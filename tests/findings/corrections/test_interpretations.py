"""Deciding themes and polarity: as a correction that confirms or replaces a suggestion and outlives readings."""

import pytest

from findings.corrections.interpretations import decide
from findings.corrections.making import CorrectionError
from findings.corrections.service import withdraw
from findings.models import Correction, Finding, Section
from ingest.load import load
from ingest.models import Outcome
from inspections.vocabulary import CorrectionStatus
from tests import builders as build
from tests.ingest.drafts_builder import extraction, finding, sif

pytestmark = pytest.mark.django_db
CASELOADS = "Caseloads are too high, and this is a weakness."
OTHER = "Managers know the children in care, and this is a strength."
WHY = "Read by a person."


def read(*texts: str) -> Outcome:
    paragraphs = tuple(finding(str(n), text) for n, text in enumerate(texts, 2))
    return load(extraction(sif(findings=paragraphs, judgements=()))).outcome


def row(text: str = CASELOADS) -> Finding:
    return Finding.objects.get(text=text)


def test_a_decision_replaces_a_suggestion_until_it_is_withdrawn(user):
    read(CASELOADS)
    made = decide(row(), "polarity", "mixed", WHY, user)
    assert (row().polarity, row().decided) == ("mixed", "polarity")
    assert (made.value_read, made.value_set) == ("weakness", "mixed")
    withdraw(made, "Looked again.", user)
    assert (row().polarity, row().decided) == ("weakness", "")


def test_a_suggestion_is_confirmed_as_it_is(user):
    read(CASELOADS)
    decide(row(), "themes", row().theme_codes, WHY, user)
    assert row().is_decided("themes")
    assert row().is_corrected is False


def test_a_decision_outlives_readings_and_follows_the_words(user):
    read(CASELOADS, OTHER)
    decide(row(), "themes", "workforce", WHY, user)
    assert read(CASELOADS, OTHER) == Outcome.UNCHANGED
    read(OTHER, CASELOADS)
    assert (row().themes, row(OTHER).decided) == ("workforce", "")
    assert Correction.objects.get().status == CorrectionStatus.APPLIED


def test_a_decision_about_words_that_are_gone_waits_as_an_orphan(user):
    read(CASELOADS)
    decide(row(), "polarity", "mixed", WHY, user)
    read(OTHER)
    assert Correction.objects.get().status == CorrectionStatus.ORPHANED
    assert row(OTHER).polarity == "strength"


def test_a_later_decision_replaces_the_earlier_one(user):
    read(CASELOADS)
    decide(row(), "polarity", "mixed", WHY, user)
    later = decide(row(), "polarity", "neutral", WHY, user)
    withdraw(later, "Looked again.", user)
    assert row().polarity == "mixed"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("polarity", "good", "Choose strength, weakness, mixed or neutral."),
        ("themes", "caseloads,novel", "There is no theme “novel”."),
        ("themes", "caseloads,workforce,health,education,neglect,court,voice", "at most 6 themes"),
        ("text", "Other.", "has no text"),
    ],
)
def test_what_does_not_exist_is_refused_in_a_sentence(user, field, value, sentence):
    read(CASELOADS)
    with pytest.raises(CorrectionError, match=sentence):
        decide(row(), field, value, WHY, user)
    assert not Correction.objects.exists()


def test_a_decision_needs_a_reason_and_differs_from_the_last_one(user):
    read(CASELOADS)
    with pytest.raises(CorrectionError, match="reason"):
        decide(row(), "polarity", "mixed", "  ", user)
    decide(row(), "polarity", "mixed", WHY, user)
    with pytest.raises(CorrectionError, match="already"):
        decide(row(), "polarity", "mixed", WHY, user)


def test_records_without_interpretation_are_refused(user):
    section = build.section(build.report(of=build.inspection()))
    assert isinstance(section, Section)
    with pytest.raises(CorrectionError, match="has no themes"):
        decide(section, "themes", "caseloads", WHY, user)
