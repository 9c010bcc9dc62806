"""Under which grade a record stands: by the evidence of judgements, else by its domain, or under none."""

import pytest

from findings.models import SearchEntry
from findings.search.entries import index_report
from inspections.models import Report
from inspections.vocabulary import Basis
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def report() -> Report:
    return builders.report(of=builders.inspection())


def grade_of(record) -> str:
    index_report(record.report_id)
    return SearchEntry.objects.get(kind=record.KIND, record=record.pk).grade


def test_a_judgement_has_its_own_grade_or_the_reason_why_there_is_none(report):
    assert grade_of(builders.judgement(report, grade_code="good")) == "good"
    assert grade_of(builders.judgement(report, "adoption", None)) == "not-judged"


def test_evidence_decides_before_the_domain(report):
    paragraph = builders.finding(report, "1", domain=builders.domain("adoption"))
    builders.judgement(report, "adoption", "good")
    assert grade_of(paragraph) == "good"
    builders.judgement(report, "leadership", "inadequate", (paragraph,))
    assert grade_of(paragraph) == "inadequate"


def test_evidence_of_several_grades_leaves_the_decision_to_the_domain(report):
    paragraph = builders.finding(report, "1", domain=builders.domain("adoption"))
    builders.judgement(report, "leadership", "inadequate", (paragraph,))
    builders.judgement(report, "adoption", "good", (paragraph,))
    assert grade_of(paragraph) == "good"


def test_a_domain_with_several_grades_gives_none(report):
    paragraph = builders.finding(report, "1", domain=builders.domain("adoption"))
    builders.judgement(report, "adoption", "good", scope="council")
    builders.judgement(report, "adoption", "inadequate", scope="health")
    assert grade_of(paragraph) == ""


def test_the_domain_of_the_section_counts_where_the_record_has_none(report):
    builders.judgement(report, "adoption", "good")
    section = builders.section(report, domain=builders.domain("adoption"))
    assert grade_of(builders.recommendation(report, "1", section=section)) == "good"
    assert grade_of(builders.recommendation(report, "2")) == ""
    assert grade_of(builders.action(report)) == ""


def test_what_a_report_quotes_judges_none_of_its_records(report):
    paper = builders.report("cabinet-report")
    builders.judgement(paper, "adoption", "good", inspection=report.inspection, basis=Basis.REPORTED)
    assert grade_of(builders.finding(paper, "1", domain=builders.domain("adoption"))) == ""
