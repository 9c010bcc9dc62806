"""Names and addresses of reports and records as pages show them."""

import pytest

from findings.templatetags.naming import cited, in_report, label, place_in, short_title
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture
def finding():
    return builders.finding(builders.report(of=builders.inspection()), "19")


def test_a_record_is_named_by_its_number(finding):
    assert label(finding) == "Paragraph 19"


def test_a_record_is_read_in_its_report(finding):
    address = finding.report.get_absolute_url()
    assert in_report(finding) == place_in(finding.report, "para-19")
    assert in_report(finding).startswith(address)
    assert in_report(finding).endswith("#para-19")


def test_without_an_anchor_the_report_itself_is_meant(finding):
    assert place_in(finding.report, "") == finding.report.get_absolute_url()


def test_a_report_is_named_by_kind_and_date_and_cited_by_its_author(finding):
    assert "2015" in short_title(finding.report)
    assert cited(finding.report)
