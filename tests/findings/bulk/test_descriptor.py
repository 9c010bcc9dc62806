"""The description of a set: its version, its licences, and files that the standard has no types for."""

from datetime import UTC, datetime, timedelta, timezone

from findings.bulk.descriptor import Contents, data_package, version_of
from tests.findings.bulk.sets import CONTENT, MADE, SITE, written

WHAT = Contents(SITE, "2026.11.27+abc", MADE, {"judgements": 40}, ("", "OGL-3.0"))


def test_a_version_is_the_day_in_utc_and_the_revision():
    assert version_of(datetime(2026, 1, 5, tzinfo=UTC), "abc") == "2026.1.5+abc"
    late = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    assert version_of(late, "abc") == "2026.6.30+abc"


def test_csv_files_are_resources_and_all_others_alternatives(tmp_path):
    package = data_package(written(tmp_path).files, WHAT)
    assert [resource["path"] for resource in package["resources"]] == ["judgements.csv"]
    assert {other["path"] for other in package["alternatives"]} == CONTENT.keys() - {"judgements.csv"}
    assert package["created"] == "2026-11-27T05:10:30+00:00"
    assert package["resources"][0]["rows"] == 40
    assert package["resources"][0]["schema"]["primaryKey"] == ["permanent_link"]


def test_licences_are_those_of_the_rows_with_what_to_read_about_them(tmp_path):
    package = data_package(written(tmp_path).files[:1], WHAT)
    assert "alternatives" not in package
    assert [(licence["title"], licence["path"]) for licence in package["licenses"]] == [
        ("Not stated", "http://testserver/data/#licence"),
        (
            "Open Government Licence v3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
    ]
