"""Interpretations follow the effective text of live records, and the index of themes follows the interpretations."""

import pytest

from findings.corrections.interpretations import decide
from findings.corrections.service import correct
from findings.interpretation import suggestions
from findings.interpretation.display import interpretations_of
from findings.interpretation.update import update_interpretations
from findings.models import Action, Finding, Recommendation, RecordTheme, ReportTheme
from findings.search.entries import index_report
from tests import builders as build

pytestmark = pytest.mark.django_db
CASELOADS = "Caseloads are too high, and this is a weakness."
WHY = "Read by a person."


@pytest.fixture
def finding() -> Finding:
    row = build.finding(build.report(of=build.inspection()), "1", text=CASELOADS)
    index_report(row.report_id)
    row.refresh_from_db()
    return row


def indexed() -> set[tuple[str, int, str, str]]:
    return set(RecordTheme.objects.values_list("kind", "record", "theme", "polarity"))


def test_each_kind_of_record_is_interpreted_and_indexed(finding):
    recommendation = build.recommendation(finding.report, "1", text="Reduce the caseloads of social workers.")
    action = build.action(finding.report, text="Reduce caseloads.")
    index_report(finding.report_id)
    assert (finding.themes, finding.polarity, finding.decided) == ("caseloads", "weakness", "")
    assert "caseloads" in Recommendation.objects.get().theme_codes
    assert "caseloads" in Action.objects.get().theme_codes
    assert ("finding", finding.pk, "caseloads", "weakness") in indexed()
    assert ("recommendation", recommendation.pk, "caseloads", "") in indexed()
    assert ("action", action.pk, "caseloads", "") in indexed()


def test_records_of_a_report_are_counted_by_theme_kind_and_polarity(finding):
    build.finding(finding.report, "2", text=CASELOADS)
    index_report(finding.report_id)
    counted = ReportTheme.objects.get(kind="finding", theme="caseloads")
    assert (counted.polarity, counted.records) == ("weakness", 2)


def test_nothing_is_written_when_nothing_changed(finding):
    assert update_interpretations(finding.report_id) is False


def test_a_new_version_of_the_rules_interprets_again(finding, monkeypatch):
    Finding.objects.update(themes="neglect", polarity="mixed")
    monkeypatch.setattr(suggestions, "VERSION", "other")
    assert update_interpretations(finding.report_id) is True
    finding.refresh_from_db()
    assert (finding.themes, finding.polarity) == ("caseloads", "weakness")


def test_a_corrected_text_is_interpreted_as_it_reads_now(finding, user):
    correct(finding, "text", "Social workers recognise neglect well, and this is a strength.", WHY, user)
    assert ("neglect" in finding.theme_codes, finding.polarity) == (True, "strength")
    assert not RecordTheme.objects.filter(theme="caseloads").exists()


def test_what_a_person_decided_stays_when_text_or_rules_change(finding, user, monkeypatch):
    decide(finding, "themes", ["neglect", "workforce"], WHY, user)
    correct(finding, "text", "Managers know the children well, and this is a strength.", WHY, user)
    monkeypatch.setattr(suggestions, "VERSION", "other")
    update_interpretations(finding.report_id)
    finding.refresh_from_db()
    assert (finding.themes, finding.polarity) == ("neglect,workforce", "strength")
    assert (finding.is_decided("themes"), finding.is_decided("polarity")) == (True, False)
    assert {theme for _, _, theme, _ in indexed()} == {"neglect", "workforce"}


def test_retired_records_leave_the_index(finding):
    Finding.objects.update(retired_at=finding.report.loaded_at)
    index_report(finding.report_id)
    assert (indexed(), ReportTheme.objects.count()) == (set(), 0)


def test_queries_do_not_grow_with_records(finding, django_assert_max_num_queries):
    for number in range(2, 40):
        build.finding(finding.report, str(number), text=CASELOADS)
    with django_assert_max_num_queries(12):
        update_interpretations(finding.report_id)


def test_context_is_left_alone_until_a_person_decides(finding, user):
    row = build.finding(finding.report, "7", text=CASELOADS, kind="context")
    index_report(row.report_id)
    row.refresh_from_db()
    assert (row.polarity, row.themes, interpretations_of(row)) == ("", "", ())
    assert not update_interpretations(row.report_id)
    decide(row, "themes", "caseloads", WHY, user)
    row.refresh_from_db()
    assert (row.themes, [one.label for one in interpretations_of(row)]) == ("caseloads", ["Themes"])
    assert ("finding", row.pk, "caseloads", "") in indexed()
