"""Sums over reports with the same facts are what counting gives, whatever changes."""

from collections import Counter
from typing import Any

import pytest
from django.db.models import Count

from findings.checks.summed import SUMS
from findings.corrections.changes import suppress
from findings.corrections.service import correct
from findings.models import DomainSum, Finding, IndexedReport, Recommendation, RecordSum, ReportGroup, ThemeSum
from findings.publication import set_visibility
from findings.search.counts import COUNTED
from findings.search.entries import index_report, regroup
from findings.search.sums import COLUMNS, not_in_sums
from ingest.load import load
from inspections.models import Report
from inspections.vocabulary import RecordKind, Visibility
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db
TABLES: tuple[type[Any], ...] = (ReportGroup, *COLUMNS)
PRAISE = "Supervision is regular, reflective and effective, and social workers value it highly."
BLAME = "Supervision is poor and irregular, and caseloads are far too high for children to be seen."
WHY = "As printed on page 2."
INSPECTED = ("ilacs", "Barnet"), ("ilacs", "Camden"), ("sif", "Barnet")


def indexed(kind: str = "ilacs", place: str = "Barnet", texts: tuple[str, ...] = (PRAISE, BLAME)) -> Report:
    of = builders.inspection(kind, authority=builders.authority(place), started="2019-03-04")
    report = builders.report(kind, of=of, published="2019-04-15")
    for text in texts:
        builders.finding(report, text=text)
    about = builders.recommendation(report, text="Improve supervision of social workers.", timescale="immediate")
    about.about.add(builders.domain("leadership"))
    builders.recommendation(report, text="Act.")
    index_report(report.pk)
    return report


def counted_records() -> dict[str, int]:
    """The public records of each kind, counted one by one."""
    shown = {"finding": Finding.objects.published(), "recommendation": Recommendation.objects.published()}
    return {kind: number for kind, rows in shown.items() if (number := rows.count())}


def summed_records() -> dict[str, int]:
    found = Counter[str]()
    for kind, number in RecordSum.objects.values_list("kind", "records"):
        found[kind] += number
    return {kind: number for kind, number in found.items() if kind in ("finding", "recommendation")}


def assert_sums_are_true() -> None:
    assert list(SUMS.breaches()) == []
    assert summed_records() == counted_records()
    assert sum(ReportGroup.objects.values_list("reports", flat=True)) == Report.objects.published().count()


def test_reports_with_the_same_facts_are_summed_together():
    for kind, place in INSPECTED:
        indexed(kind, place)
    assert sorted(ReportGroup.objects.values_list("framework__code", "region", "year", "reports")) == [
        ("ilacs", "London", 2019, 2),
        ("sif", "London", 2019, 1),
    ]
    assert_sums_are_true()


def test_a_report_counts_once_for_a_theme_by_what_it_says_of_it():
    indexed()
    indexed(place="Camden", texts=(PRAISE, PRAISE))
    indexed(place="Brent", texts=(BLAME,))
    rows = ThemeSum.objects.filter(kind=RecordKind.FINDING, theme="supervision")
    columns = ("criticises", "praises", "reports", "records", "strength", "weakness", "mixed", "neutral")
    assert sorted(rows.values_list(*columns)) == [
        (False, True, 1, 2, 2, 0, 0, 0),
        (True, False, 1, 1, 0, 1, 0, 0),
        (True, True, 1, 2, 1, 1, 0, 0),
    ]


def test_recommendations_are_summed_by_domain_and_those_about_none():
    indexed()
    report = indexed(place="Camden")
    told = dict(DomainSum.objects.values_list("domain__code", "recommendations"))
    rows = Recommendation.objects.published().values_list("about__code").annotate(number=Count("pk"))
    assert told == dict(rows)
    assert {"leadership", None} <= told.keys()
    Recommendation.objects.filter(report=report).delete()
    index_report(report.pk)
    assert sum(told.values()) > sum(DomainSum.objects.values_list("recommendations", flat=True))
    assert_sums_are_true()


def test_sums_follow_readings_corrections_hiding_and_publishing(three):
    user, report = builders.editor(), three.report
    again = with_findings(sif(), *(finding(n, section="s2") for n in "245"))
    steps = (
        lambda: correct(Finding.objects.live().get(ref="2"), "text", PRAISE, WHY, user),
        lambda: correct(report, "published", "2016-01-28", WHY, user),
        lambda: suppress(three, WHY, user),
        lambda: load(extraction(again, name="later.txt")),
        lambda: set_visibility(report, Visibility.HIDDEN, WHY, user),
        lambda: set_visibility(report, Visibility.PUBLISHED, WHY, user),
    )
    for step in steps:
        step()
        assert_sums_are_true()
    assert set(ReportGroup.objects.filter(report_kind="sif").values_list("year", flat=True)) == {2016}


def test_loading_the_same_again_leaves_every_sum_as_it_is(three):
    before = {model: set(model._default_manager.values_list("pk", flat=True)) for model in TABLES}
    assert all(before.values())
    load(extraction(sif(), content="Bytes."))
    index_report(three.report_id)
    assert before == {model: set(model._default_manager.values_list("pk", flat=True)) for model in TABLES}


def test_the_last_report_of_a_group_takes_it_along():
    report = indexed()
    set_visibility(report, Visibility.HIDDEN, WHY, builders.editor())
    assert not any(model._default_manager.exists() for model in TABLES)


def test_a_report_whose_facts_change_moves_to_another_group():
    report = indexed()
    indexed(place="Camden")
    report.authority.region = "East"
    report.authority.save()
    assert not_in_sums(Report.objects.all()) == [report]
    regroup(Report.objects.all())
    assert sorted(ReportGroup.objects.values_list("region", "reports")) == [("East", 1), ("London", 1)]
    assert_sums_are_true()


def test_what_the_version_before_indexes_is_summed_again():
    report = indexed()
    builders.finding(report, text=BLAME)
    index_report(report.pk)
    RecordSum.objects.filter(kind=RecordKind.FINDING).update(records=1)
    IndexedReport.objects.update(counted=COUNTED)
    assert not_in_sums(Report.objects.all()) == [report]
    regroup(Report.objects.all())
    assert_sums_are_true()
