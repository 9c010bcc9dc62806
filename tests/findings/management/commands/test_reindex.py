"""``manage.py reindex``: the search index anew, or only where it is out of date."""

from io import StringIO

import pytest
from django.core.management import call_command

from findings.models import IndexedReport, SearchEntry
from findings.search import entries
from inspections.models import Report
from tests.findings.search.test_entries import found, stored

pytestmark = pytest.mark.django_db


def test_reindex_builds_the_index_from_nothing_and_says_how_much(three):
    before = stored()
    SearchEntry.objects.all().delete()
    IndexedReport.objects.all().delete()
    out = StringIO()
    call_command("reindex", stdout=out)
    assert stored() == before
    assert "3 findings" in out.getvalue()
    assert found("visit team 3") == [("finding", three.pk)]
    call_command("reindex", stdout=out)
    assert stored() == before
    assert len(found("visit")) == 3


def test_reindex_stale_indexes_what_is_not_yet_or_was_indexed_by_another_version(three, monkeypatch):
    out = StringIO()
    call_command("reindex", stale=True, stdout=out)
    assert "0 entries written" in out.getvalue()
    monkeypatch.setattr(entries, "VERSION", entries.VERSION + 1)
    call_command("reindex", stale=True, stdout=out)
    assert f"{SearchEntry.objects.count()} entries written" in out.getvalue()


@pytest.mark.parametrize("version", ["INTERPRETATION_VERSION", "FIGURES_VERSION", "FOLLOW_VERSION"])
def test_what_other_rules_interpret_is_stale_until_it_is_made_again(three, monkeypatch, version):
    monkeypatch.setattr(entries, version, "other")
    assert entries.stale_reports(Report.objects.all()) == [three.report_id]
    call_command("reindex", stale=True, verbosity=0)
    assert entries.stale_reports(Report.objects.all()) == []


def test_told_to_be_silent_it_says_nothing(three):
    out = StringIO()
    call_command("reindex", verbosity=0, stdout=out)
    assert out.getvalue() == ""
