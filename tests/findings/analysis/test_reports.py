"""The reports that analyses of themes count."""

import pytest
from django.http import QueryDict

from findings.analysis.filtersets import ThemeTableFilterSet
from findings.analysis.reports import CountedReport, counted_reports, report_facts
from tests import builders
from tests.findings.analysis.told import report

pytestmark = pytest.mark.django_db


def facts(query: str = "") -> list[CountedReport]:
    return report_facts(counted_reports(ThemeTableFilterSet(QueryDict(query))))


def test_papers_and_hidden_reports_do_not_count():
    own = report("Kent", "2019-07-15")
    builders.report("cabinet-report", authority=own.authority)
    hidden = report("Camden", "2019-07-15")
    hidden.visibility = "hidden"
    hidden.save()
    assert facts() == [CountedReport(own.pk, "2019", "ilacs", "ILACS", "South East")]


def test_samples_count_only_where_there_is_nothing_else():
    sample = report("Wexcombe", "2019-07-15")
    assert [fact.key for fact in facts()] == [sample.pk]
    real = report("Kent", "2019-07-15")
    assert [fact.key for fact in facts()] == [real.pk]


def test_what_is_not_known_has_a_name():
    builders.report("ilacs", published="", authority=builders.authority("Kent"))
    (fact,) = facts()
    assert (fact.year, fact.framework, fact.framework_name) == ("", "unknown", "Framework not known")
