"""Titles of pages name what tells reports, records and files of one name apart."""

import pytest

from findings.reports.titles import title_of_file, title_of_record, title_of_report
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_the_title_of_a_report_names_its_authority_kind_and_day():
    inspection = builders.inspection()
    report = builders.report(of=inspection, title="Inspection of services")
    assert title_of_report(report) == "Inspection of services, Wexcombe, Single inspection report, 27 November 2015"
    report.title, report.published = "Services in wexcombe", ""
    assert title_of_report(report) == ("Services in wexcombe, Single inspection report, 14 September to 8 October 2015")


def test_the_title_of_a_record_names_its_place_and_the_anchor_of_a_number_that_recurs():
    report = builders.report(of=builders.inspection(), title="Services")
    end = title_of_report(report)
    assert title_of_record(builders.finding(report, "19", page=8)) == f"Paragraph 19, page 8, {end}"
    again = builders.finding(report, "19", anchor="para-19~2", page=8)
    assert title_of_record(again) == f"Paragraph 19, page 8, “para-19~2”, {end}"


def test_the_title_of_a_judgement_names_whose_work_and_which_inspection():
    report = builders.report(of=builders.inspection(), title="Services")
    earlier = builders.inspection("slac", started="2010-02-01")
    own = builders.judgement(report, scope="council", page=1)
    quoted = builders.judgement(report, "overall-effectiveness", "adequate", inspection=earlier, page=1)
    assert title_of_record(own).startswith("Judgement: Help and protection, Council services, page 1, Services")
    assert ", inspection: Wexcombe, Safeguarding and looked after children, 1 February 2010, " in title_of_record(
        quoted
    )


def test_files_of_one_name_are_told_apart_by_their_digest():
    first, second = (builders.source(name="letter.pdf", sha256=sign * 64) for sign in "ab")
    assert title_of_file(first) == "letter.pdf (aaaaaaaa…)"
    second.delete()
    assert title_of_file(first) == "letter.pdf"
