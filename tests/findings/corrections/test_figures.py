"""Deciding the figures of a finding."""

import pytest

from findings.corrections.figures import decide_figures, lines_of
from findings.corrections.making import CorrectionError
from findings.models import Correction, Figure, Finding
from findings.models.changes import words_of_value
from findings.search.entries import index_report
from tests import builders as build

pytestmark = pytest.mark.django_db
TEXT = "In May 2020, 87.5% of reviews were held in time. Now 12 plans are late."
LINES = "87.5 | percent | reviews were held in time | 2020-05 | 87.5%\n12 | plans | plans are late |  | 12"
WHY = "Read by a person."


@pytest.fixture
def finding() -> Finding:
    row = build.finding(build.report(of=build.inspection()), "1", text=TEXT)
    index_report(row.report_id)
    return row


def test_figures_stand_in_lines_and_are_confirmed_by_sending_them_as_they_are(finding, user):
    assert lines_of(finding) == LINES
    made = decide_figures(finding, LINES, WHY, user)
    assert made.value_read == made.value_set
    assert list(Figure.objects.values_list("by_person", flat=True)) == [True, True]
    assert lines_of(finding) == LINES


def test_a_finding_may_state_none(finding, user):
    decide_figures(finding, " \n", WHY, user)
    assert not Figure.objects.exists()
    assert lines_of(finding) == ""


def test_a_decision_is_told_in_words(finding, user):
    made = decide_figures(finding, "12 | plans | | | 12\n1,500 | pounds | cost | | 87.5%", WHY, user)
    assert words_of_value(made.field, made.value_set) == "12 plans (12); 1500 pounds (cost)"
    assert words_of_value(made.field, []) == "None"


def test_a_later_decision_replaces_an_earlier_one(finding, user):
    decide_figures(finding, LINES, WHY, user)
    decide_figures(finding, "", WHY, user)
    assert Correction.objects.active().count() == 1
    with pytest.raises(CorrectionError, match="decided already"):
        decide_figures(finding, "", WHY, user)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("12 | plans", "Line 2 needs five parts"),
        ("twelve | plans | | | 12", "“twelve” is no number"),
        ("NaN | plans | | | 12", "give a number from 0 up"),
        ("-1 | plans | | | 12", "give a number from 0 up"),
        ("0.12345 | plans | | | 12", "at most 4 decimals"),
        ("1000000000000 | plans | | | 12", "give a number from 0 up"),
        ("12 | | | | 12", "needs a unit"),
        (f"12 | {'p' * 61} | | | 12", "needs a unit"),
        (f"12 | plans | {'p' * 201} | | 12", "few words"),
        ("12 | plans | | May 2020 | 12", "write the date as"),
        ("12 | plans | | | 13", "“13” does not stand in the text"),
        ("12 | plans | | | ", "does not stand in the text"),
    ],
)
def test_a_line_that_is_no_figure_of_the_text_is_refused_with_its_number(finding, user, line, sentence):
    with pytest.raises(CorrectionError, match=sentence):
        decide_figures(finding, f"\n{line}", WHY, user)
    assert not Correction.objects.exists()


def test_nothing_is_decided_without_a_reason(finding, user):
    with pytest.raises(CorrectionError, match="reason"):
        decide_figures(finding, LINES, " ", user)
