"""The log of what later readings change in records."""

from dataclasses import replace

import pytest

from findings.models import Finding, ReadingChange
from ingest.load import load
from tests.ingest.drafts_builder import extraction, finding, inspection, sif, with_findings

pytestmark = pytest.mark.django_db
OTHER = "Workers of team 3 visit the children whom they know and write down what they hear."


def read(*numbers: str, **values: str) -> None:
    paragraphs = [finding(number, values.get(f"of_{number}", "")) for number in numbers]
    load(extraction(with_findings(sif(references=(), recommendations=()), *paragraphs)))


def changes() -> list[tuple[str, str, str]]:
    return list(ReadingChange.objects.order_by("pk").values_list("kind", "anchor", "change"))


@pytest.fixture(autouse=True)
def _first() -> None:
    read("2", "3")


def test_a_first_reading_and_the_same_again_leave_no_log():
    read("2", "3")
    assert changes() == []


def test_what_is_read_differently_is_kept_with_who_read_it():
    before = Finding.objects.get(ref="3").text
    read("2", "3", of_3=OTHER)
    made = ReadingChange.objects.get()
    assert (made.anchor, made.change, made.before) == ("para-3", "changed", {"text": before})
    assert (made.source.name, made.reader, made.profile) == ("report.txt", made.source.reader, "sif/1")


def test_a_field_that_earlier_versions_did_not_read_is_no_change():
    row = Finding.objects.get(ref="3")
    Finding.objects.filter(pk=row.pk).update(read={name: row.read[name] for name in ("text", "ref")})
    read("2", "3")
    assert changes() == []


def test_what_comes_goes_and_comes_back_is_kept():
    read("2", "3", "4")
    read("2", "3")
    read("2", "3", "4")
    assert changes() == [("finding", "para-4", change) for change in ("added", "retired", "restored")]


def test_facts_of_the_report_and_of_inspections_are_kept_too():
    draft = with_findings(sif(references=(), recommendations=()), finding("2"), finding("3"))
    said = inspection("sif", "2015-09-14", "2015-10-09", lead_inspector="Ada Grey", printed="14 September 2015")
    load(extraction(replace(draft, title="Another title", inspection=said)))
    assert ("report", "", "changed") in changes()
    assert ("inspection", "inspection", "changed") in changes()
    assert ReadingChange.objects.get(kind="inspection").before == {"ended": "2015-10-08"}
