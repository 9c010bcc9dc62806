"""An authority with an old and a new graded inspection, a visit and a plan."""

from dataclasses import dataclass

import pytest

from findings.models import Finding, Recommendation
from findings.search.entries import index_report
from inspections.models import Authority, Inspection, Report
from tests import builders as build

SITE = "https://site.example"
CASELOADS = "Caseloads are too high, and this is a weakness."
NEGLECT = "Social workers recognise neglect well, and this is a strength."


@dataclass(frozen=True, slots=True)
class Held:
    """What briefings are made of."""

    authority: Authority
    inspection: Inspection
    report: Report
    weakness: Finding
    strength: Finding
    asked: Recommendation


@pytest.fixture
def held(db) -> Held:
    old = build.inspection(started="2015-09-07", ended="2015-10-01")
    before = build.report(of=old, slug="sif-2015", published="2015-11-27")
    build.judgement(before, grade_code="inadequate")
    new = build.inspection("ilacs", authority=old.authority, started="2019-07-15", ended="2019-07-26")
    report = build.report("ilacs", of=new, slug="ilacs-2019", published="2019-09-04")
    build.judgement(report, grade_code="good")
    weakness = build.finding(report, "1", text=CASELOADS, page=3)
    strength = build.finding(report, "2", text=NEGLECT, page=4)
    asked = build.recommendation(report, "1", text="Reduce the caseloads of social workers.", page=2)
    visit = build.inspection("focused-visit", authority=old.authority, started="2021-03-02", ended="2021-03-03")
    letter = build.report("focused-visit", of=visit, slug="focused-visit-2021", published="2021-04-12")
    for of in (before, report, letter):
        build.statement(of, of.inspection)
    index_report(report.pk)
    return Held(old.authority, new, report, _fresh(weakness), _fresh(strength), asked)


def _fresh(row: Finding) -> Finding:
    row.refresh_from_db()
    return row
