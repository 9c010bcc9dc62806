"""The outline of a report: sections in order, and the records of each."""

import pytest

from findings.reports.content import read_content
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_kinds_of_record_are_merged_by_their_place():
    report = builders.report(of=builders.inspection())
    section = builders.section(report)
    builders.recommendation(report, "1", section=section, page=2, line=20)
    builders.finding(report, "1", section=section, page=2, line=10)
    builders.finding(report, "2", section=section, page=2, line=30)
    (part,) = read_content(report).parts
    assert [item.record.anchor for item in part.items] == ["para-1", "rec-1", "para-2"]
