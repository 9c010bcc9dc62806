"""Rows that people add: their places, and what depends on them."""

import pytest

from findings.corrections.manual_records import add, refusal, take_back
from findings.models import Finding, Recommendation
from tests import builders as build

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture
def report(db):
    return build.report(of=build.inspection(), source=build.source(pages=4))


def test_a_page_that_does_not_exist_and_a_number_that_is_taken_are_refused(report):
    build.finding(report, "7", text="It is there already.")
    assert refusal(report, Finding, {"ref": "8", "page": 4}) == {}
    assert "4 pages; there is no page 5" in refusal(report, Finding, {"page": 5})["page"]
    assert "no page 0" in refusal(report, Finding, {"page": 0})["page"]
    assert "It is there already." in refusal(report, Finding, {"ref": "7"})["ref"]
    report.source.pages = None
    assert "no pages" in refusal(report, Finding, {"page": 1})["page"]


def test_a_number_may_come_again_in_a_section_of_a_report_that_counts_anew_in_each(report):
    one, other = build.section(report), build.section(report, anchor="s2")
    build.finding(report, "1", section=one)
    assert refusal(report, Finding, {"ref": "1", "section": other})
    build.finding(report, "1", section=other, anchor="para-1~2")
    assert refusal(report, Finding, {"ref": "1", "section": build.section(report, anchor="s3")}) == {}
    assert refusal(report, Finding, {"ref": "1", "section": other})


def test_items_of_other_recommendations_take_no_number(report):
    parent = build.recommendation(report, "1")
    build.recommendation(report, "a", parent=parent)
    assert refusal(report, Recommendation, {"ref": "a"}) == {}
    assert refusal(report, Recommendation, {"ref": "a", "parent": parent})


def test_a_row_takes_section_and_page_from_the_record_before_it_and_supports_its_judgements(report, user):
    section = build.section(report)
    before, behind = build.finding(report, "7", section=section), build.finding(report, "9", section=section)
    judgement = build.judgement(report, evidence=(before, behind))
    row = Finding(report=report, ref="8", kind="finding", text="It was missed.", after=before.anchor)
    add(row, "It was missed.", user)
    judgement.refresh_from_db()
    assert (row.section, row.page) == (section, before.page)
    assert [one.finding for one in judgement.evidence.all()] == [before, row, behind]
    assert judgement.evidence_range == "7 to 9"
    take_back([row], "It is there.", user)
    judgement.refresh_from_db()
    assert [one.finding for one in judgement.evidence.all()] == [before, behind]
    assert judgement.evidence_range == "7, 9"
