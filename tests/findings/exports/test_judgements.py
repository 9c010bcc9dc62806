"""The columns of a judgement: grade, wording, basis, and whether it is preferred and the latest."""

import pytest

from tests import builders
from tests.findings.exports.downloads import download, rows
from tests.pages.story import tell


@pytest.mark.django_db
def test_a_judgement_tells_grade_wording_and_basis(client):
    story = tell()
    found = {row["anchor"]: row for row in rows(download(client, "judgements-csv"))}
    row = found[story.judgement.anchor]
    assert (
        row
        | {
            "time_period": "2015",
            "domain": "help-and-protection",
            "grade": "requires-improvement",
            "basis": "primary",
            "is_preferred": "yes",
            "is_latest": "yes",
            "paragraphs": story.judgement.evidence_range,
        }
        == row
    )
    assert {row["basis"] for row in found.values()} == {"primary", "reported"}
    assert {row["absence"] for row in found.values() if not row["grade"]} == {"not-judged"}


@pytest.mark.django_db
def test_the_latest_judgement_is_told_from_one_that_a_newer_inspection_replaces(client):
    for framework, started in (("sif", "2015-09-14"), ("ilacs", "2019-07-08")):
        builders.judgement(builders.report(framework, of=builders.inspection(framework, started=started)), "leadership")
    found = {row["inspection_start"]: row for row in rows(download(client, "judgements-csv"))}
    assert [(found[day]["is_preferred"], found[day]["is_latest"]) for day in sorted(found)] == [
        ("yes", "no"),
        ("yes", "yes"),
    ]
