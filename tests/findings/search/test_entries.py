"""What search finds is what pages show: after loading, correcting, hiding, retiring, and building the index anew."""

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.corrections.service import correct, withdraw
from findings.models import Finding, IndexedReport, SearchEntry
from findings.search import entries
from findings.search.entries import IndexCounts, day_of, index_many, index_report, stale_reports
from findings.search.find import Search
from findings.search.language import parse
from ingest.load import load
from inspections.models import Judgement, Report
from inspections.vocabulary import RecordKind
from tests import builders
from tests.editors_admin import form_values
from tests.ingest.drafts_builder import extraction, finding, later, paper, plan, sif, with_findings

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."


def found(typed: str, **narrowed) -> list[tuple[str, int]]:
    """The records that a query finds."""
    expression = parse(typed).expression
    assert expression is not None
    places = Search(expression, narrowed)[:100]
    stored = SearchEntry.objects.in_bulk(places)
    return [(stored[place].kind, stored[place].record) for place in places]


def index_stale() -> IndexCounts:
    return sum(index_many(stale_reports(Report.objects.all())), IndexCounts())


def stored() -> list[tuple[object, ...]]:
    return list(SearchEntry.objects.values_list("id", "kind", "record", "digest"))


def test_loading_indexes_findings_recommendations_judgements_and_actions(three):
    load(extraction(plan(), name="plan"))
    kinds = set(SearchEntry.objects.values_list("kind", flat=True))
    assert kinds == {kind.value for kind in RecordKind}
    assert found("visit team 3") == [("finding", three.pk)]
    assert ("judgement", Judgement.objects.get(domain__code="adoption").pk) in found("adoption good")


def test_loading_the_same_again_writes_no_entry(three, monkeypatch):
    before = stored()
    monkeypatch.setattr(entries, "index_report", lambda *args, **more: pytest.fail("a report was indexed again"))
    load(extraction(sif()))
    assert stored() == before


def test_a_new_reading_is_found_and_what_it_no_longer_has_is_not(three):
    kept = Finding.objects.get(ref="2")
    two = finding("2", "Lighthouses guide the workers.", section="s2")
    amended = with_findings(later(sif()), two)
    load(extraction(amended, name="again"))
    assert found("lighthouse") == [("finding", kept.pk)]
    assert ("finding", three.pk) not in found("visit OR lighthouse")


def test_only_entries_that_differ_are_written(three):
    Finding.objects.filter(pk=three.pk).update(text="Lighthouses.")
    counts = index_report(three.report_id)
    assert (counts.added, counts.removed) == (1, 1)
    assert counts.kept == SearchEntry.objects.count() - 1
    assert found("lighthouse") == [("finding", three.pk)]


def test_a_correction_is_found_at_once_and_its_withdrawal_too(three, user):
    made = correct(three, "text", "Lighthouses are visited.", WHY, user)
    assert found("lighthouse") == [("finding", three.pk)]
    assert ("finding", three.pk) not in found("children")
    withdraw(made, "It was right.", user)
    assert not found("lighthouse")
    assert ("finding", three.pk) in found("children")


def test_a_corrected_domain_moves_the_entry_to_another_filter(three, user):
    correct(three, "domain", builders.domain("help-and-protection"), WHY, user)
    entry = SearchEntry.objects.get(kind="finding", record=three.pk)
    assert entry.domain == builders.domain("help-and-protection")


def test_a_corrected_authority_moves_all_entries_of_the_report(three, user):
    authority = builders.authority("Medway")
    correct(three.report, "authority", authority, WHY, user)
    assert set(SearchEntry.objects.values_list("authority", flat=True)) == {authority.pk}


def test_a_corrected_date_moves_the_report_in_the_order(three, user):
    load(extraction(paper(published="2016-02-01", findings=(finding("1", "Workers visit."),)), name="paper"))
    assert found("visit")[0] != ("finding", Finding.objects.get(ref="3").pk)
    before = [record for _, record in found("visit")]
    correct(three.report, "published", "2020-01-31", WHY, user)
    assert [record for _, record in found("visit")] == [*before[1:], before[0]]


def test_hidden_and_retired_reports_and_retired_rows_leave_the_index(three):
    row = Finding.objects.get(ref="2")
    Finding.objects.filter(pk=row.pk).update(retired_at=timezone.now())
    index_report(row.report_id)
    assert ("finding", row.pk) not in found("visit")
    for change in ({"visibility": "hidden"}, {"retired_at": timezone.now()}):
        Report.objects.update(**change)
        assert index_stale().removed > 0
        assert not SearchEntry.objects.exists()
        assert not IndexedReport.objects.exists()
        Report.objects.update(visibility="published", retired_at=None)
        assert index_stale().added > 0


def test_the_editors_admin_hides_and_shows_a_report(three, admin_client):
    url = reverse("admin:inspections_report_change", args=[three.report_id])

    def choose(visibility: str) -> None:
        values = form_values(admin_client.get(url))
        admin_client.post(url, values | {"visibility": visibility, "reason": "As agreed."})

    choose("hidden")
    assert not Report.objects.get().is_public
    assert not found("visit")
    choose("published")
    assert found("visit")


def test_a_report_that_its_file_no_longer_holds_leaves_the_index():
    both = extraction(paper(findings=(finding("1", "Lighthouses."),)), sif(), name="pack")
    load(both)
    assert found("lighthouse")
    load(extraction(sif(), name="pack"))
    assert Report.objects.get(kind="cabinet-report").retired_at
    assert not found("lighthouse")
    assert found("visit")


def test_entries_stand_in_the_order_of_dates_and_of_reading(three):
    load(extraction(paper(published="2016-02-01", findings=(finding("9", "Paper."),)), name="paper"))
    rows = list(SearchEntry.objects.order_by("id"))
    assert rows[0].report.kind == "cabinet-report"
    own = [row for row in rows if row.report_id == three.report_id]
    assert [row.kind for row in own[:2]] == ["judgement", "judgement"]
    refs = [Finding.objects.get(pk=row.record).ref for row in own if row.kind == "finding"]
    assert refs == ["2", "3", "4"]


def test_days_grow_with_time_and_less_exact_dates_come_before_exact_ones():
    dates = ["", "1999-12-31", "2015", "2015-01", "2015-01-01", "2015-01-31", "2015-02", "2015-12-31", "2016"]
    days = [day_of(date) for date in dates]
    assert days == sorted(set(days))
    assert day_of("2099-12-31") < 1 << entries.DATE_BITS
