"""Figures follow the effective text of live findings, and what people decided of them."""

from decimal import Decimal

import pytest

from findings.corrections.changes import suppress
from findings.corrections.figures import decide_figures
from findings.corrections.service import correct, withdraw
from findings.interpretation import figures_update
from findings.interpretation.figures_update import unlike_figures, update_figures
from findings.models import Figure, Finding
from findings.publication import set_visibility
from findings.search import entries
from findings.search.entries import facts_of, index_report
from inspections.models import Report
from inspections.vocabulary import Visibility
from tests import builders as build

pytestmark = pytest.mark.django_db
TEXT = "In May 2020, 87.5% of reviews were held in time. Now 12 plans are late."
WHY = "Read by a person."


@pytest.fixture
def finding() -> Finding:
    row = build.finding(build.report(of=build.inspection()), "1", text=TEXT)
    index_report(row.report_id)
    return row


def held() -> list[tuple[str, str]]:
    return [(f"{one.value.normalize():f}", one.unit) for one in Figure.objects.all()]


def test_the_figures_of_a_finding_are_kept_with_all_that_was_read(finding):
    first, second = Figure.objects.all()
    assert (first.finding, first.report, first.ordinal, first.by_person) == (finding, finding.report, 1, False)
    assert (first.value, first.unit, first.of) == (Decimal("87.5"), "percent", "reviews were held in time")
    assert (first.subject, first.as_at, TEXT[first.start : first.end]) == ("held review time", "2020-05", "87.5%")
    assert (str(second), second.ordinal, second.as_at) == ("12 plans", 2, "")
    assert first.get_absolute_url() == f"{finding.get_absolute_url()}#figure-1"


def test_nothing_is_written_when_nothing_changed(finding):
    before = set(Figure.objects.values_list("pk", flat=True))
    assert update_figures(finding.report_id) is False
    assert set(Figure.objects.values_list("pk", flat=True)) == before


def test_rows_that_stay_the_same_are_left_when_others_change(finding, user):
    before = Figure.objects.get(unit="percent").pk
    correct(finding, "text", TEXT.replace("12 plans", "13 plans"), WHY, user)
    assert held() == [("87.5", "percent"), ("13", "plans")]
    assert Figure.objects.get(unit="percent").pk == before


def test_what_is_wrong_is_counted_and_made_right(finding):
    Figure.objects.filter(unit="plans").delete()
    Figure.objects.update(value=80)
    assert unlike_figures(finding.report_id) == 2
    assert update_figures(finding.report_id) is True
    assert (held(), unlike_figures(finding.report_id)) == ([("87.5", "percent"), ("12", "plans")], 0)


def test_a_finding_that_was_taken_out_has_no_figures(finding, user):
    made = suppress(finding, WHY, user)
    assert held() == []
    withdraw(made, WHY, user)
    assert held() == [("87.5", "percent"), ("12", "plans")]


def test_figures_of_a_hidden_report_are_not_published(finding, user):
    assert Figure.objects.published().count() == 2
    set_visibility(finding.report, Visibility.HIDDEN, WHY, user)
    assert Figure.objects.published().count() == 0


def test_a_new_version_of_the_rules_makes_a_report_stale(finding, monkeypatch):
    report = Report.objects.select_related("inspection").get(pk=finding.report_id)
    before = facts_of(report)
    monkeypatch.setattr(entries, "FIGURES_VERSION", "other")
    assert facts_of(report) != before


def test_what_a_person_decided_counts_until_it_is_withdrawn(finding, user):
    made = decide_figures(finding, "12 | plans | plans that are late | 2021 | 12", WHY, user)
    (figure,) = Figure.objects.all()
    assert (str(figure), figure.as_at, figure.by_person) == ("12 plans", "2021", True)
    finding.refresh_from_db()
    assert finding.is_decided("figures")
    withdraw(made, WHY, user)
    assert held() == [("87.5", "percent"), ("12", "plans")]
    assert not Figure.objects.filter(by_person=True).exists()


def test_a_decision_outlives_another_text_where_its_words_still_stand(finding, user):
    decide_figures(finding, "12 | plans | late plans | | 12\n87.5 | percent | reviews | | 87.5%", WHY, user)
    correct(finding, "text", "Now 12 plans are late, and 30 visits.", WHY, user)
    assert held() == [("12", "plans")]


def test_many_findings_take_no_more_queries(finding, django_assert_num_queries):
    for number in range(2, 12):
        build.finding(finding.report, str(number), text=TEXT)
    with django_assert_num_queries(4):
        figures_update.update_figures(finding.report_id)
    assert Figure.objects.count() == 22


def test_words_around_a_table_of_outcomes_state_no_figures():
    table = build.report("outcomes-table", is_own=False)
    build.finding(table, text=TEXT, kind="context")
    assert not update_figures(table.pk)
    assert held() == []
