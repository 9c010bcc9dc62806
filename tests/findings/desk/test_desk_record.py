"""A record as the desk shows it: its words, its other facts, and its links."""

import pytest

from findings.desk.addresses import DeskAddress
from findings.desk.desk_record import desk_record
from inspections.vocabulary import Visibility
from tests import builders as build

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_every_kind_shows_its_words_and_the_facts_that_are_there():
    report = build.report(of=build.inspection())
    here = DeskAddress(report.pk, record="para-1")
    judgement = desk_record(build.judgement(report), report, here, (), has_box=False)
    assert ("Grade", "Requires improvement") in judgement.facts
    risk = build.risk(report)
    assert desk_record(risk, report, here, (), has_box=False).words == risk.risk
    section = desk_record(build.section(report, "Leadership"), report, here, (), has_box=True)
    assert (section.label, section.words, section.is_heading) == ("Heading", "Leadership", True)
    finding = desk_record(build.finding(report, "1"), report, here, (), has_box=True)
    assert finding.is_chosen
    assert ("Printed number", "1") in finding.facts
    assert "Domain" not in dict(finding.facts)


def test_a_hidden_report_has_no_public_pages():
    report = build.report(of=build.inspection(), visibility=Visibility.HIDDEN)
    record = desk_record(build.finding(report, "1"), report, DeskAddress(report.pk), (), has_box=False)
    assert (record.site, record.is_chosen) == ("", False)
