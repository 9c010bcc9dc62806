"""Headings without the grade that stands beside them."""

import pytest

from findings.reports.headings import without_grade
from tests import builders
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.mark.parametrize(
    ("heading", "wording", "shown"),
    [
        ("Help and protection Requires improvement", "Requires improvement", "Help and protection"),
        (
            "Help and protection: requires improvement to be good",
            "Requires improvement to be good",
            "Help and protection",
        ),
        ("Help and protection requires improvement", "Requires improvement to be good", "Help and protection"),
        ("Care leavers is good", "Good", "Care leavers"),
        ("Care leavers are: good.", "Good", "Care leavers"),
        ("Care leavers: inadequate", "Good", "Care leavers: inadequate"),
        ("Adoption performance", "Good", "Adoption performance"),
        ("Good", "Good", "Good"),
        ("What is goodGood", "Good", "What is goodGood"),
    ],
)  # fmt: skip
def test_a_heading_is_shown_without_the_grade_that_stands_beside_it(heading, wording, shown):
    code = "good" if wording == "Good" else "requires-improvement"
    judgement = builders.judgement(builders.report(of=builders.inspection()), grade_code=code, grade_wording=wording)
    assert without_grade(heading, judgement) == shown


def test_the_grade_of_a_heading_is_shown_once_and_its_record_stays_as_printed(client):
    report = builders.report(of=builders.inspection())
    builders.judgement(report, "adoption", "good", grade_wording="Good")
    section = builders.section(report, "Adoption performance Good", domain=builders.domain("adoption"))
    html = squeeze(client.get(report.get_absolute_url()).content.decode())
    assert ">Adoption performance</h2>" in html
    assert "Adoption performance Good" in squeeze(client.get(section.get_absolute_url()).content.decode())
