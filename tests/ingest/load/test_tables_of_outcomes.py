"""Tables of outcomes in the database: what they fill, what they never change, and how many queries that takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ingest.load import load
from ingest.models import Outcome
from inspections.models import Conflict, Inspection, Judgement, Notice, Report
from tests.ingest.drafts_builder import extraction, sif
from tests.ingest.profiles.tables.made import GRADES, HEAD, read
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db

WEXCOMBE = "Wexcombe,,14/09/2015,08/10/2015,27/11/15,SIF"
HELD = f"{WEXCOMBE},Inadequate,Inadequate,Inadequate,Inadequate,Inadequate"
LATER = "Wexcombe,,13/05/2019,24/05/2019,01/07/19,ILACS,Good,Good,Good,Good,"
LINKED = f"urn,inspection_link,{HEAD},{GRADES}"


def others(number: int) -> list[str]:
    """Rows of other authorities, by LA code."""
    return [f",{886 + n},13/05/2019,24/05/2019,01/07/19,ILACS,Good,Good,Good,Good," for n in range(number)]


def test_an_inspection_without_a_report_is_known_from_the_table():
    load(read(LATER, *others(2)))
    inspection = Inspection.objects.get(authority__name="Wexcombe")
    assert inspection.is_reported_only
    assert (inspection.slug, inspection.published, inspection.year) == ("ilacs-2019-05-13", "2019-07-01", 2019)
    assert [one.basis for one in inspection.judgements.filter(is_preferred=True)] == ["reported"] * 4
    report = Report.objects.get()
    assert report.authority is None
    assert report.get_absolute_url().startswith("/reports/england/outcomes-table-")
    assert not Notice.objects.filter(code="authority-unknown").exists()


def test_a_table_fills_what_the_report_does_not_print():
    load(extraction(sif(published=None)))
    rows = [f"80999,https://example.org/report/1,{HELD}", f"80998,-,{LATER.replace('Wexcombe', 'Kent')}"]
    load(read(*rows, head=LINKED))
    inspection = Inspection.objects.get(authority__name="Wexcombe")
    assert not inspection.is_reported_only
    assert (inspection.published, inspection.urn, inspection.address) == (
        "2015-11-27", "80999", "https://example.org/report/1",
    )  # fmt: skip


@pytest.mark.parametrize("table_first", [True, False])
def test_grades_that_differ_are_a_conflict_and_the_report_is_preferred(table_first):
    documents = [extraction(sif()), read(HELD)]
    for one in reversed(documents) if table_first else documents:
        load(one)
    assert Inspection.objects.filter(authority__name="Wexcombe").count() == 1
    conflicts = Conflict.objects.filter(field="grade")
    assert conflicts
    for conflict in conflicts:
        assert [side.report.kind for side in conflict.sides.filter(is_preferred=True)] == ["sif"]
    assert set(Notice.objects.filter(code="conflict").values_list("report__kind", flat=True)) == {"outcomes-table"}


def test_the_same_table_twice_leaves_every_row_as_it_was():
    load(extraction(sif()))
    load(read(HELD, LATER, *others(3)))
    before = everything()
    again = load(read(HELD, LATER, *others(3)))
    assert everything() == before
    assert (again.outcome, again.created, again.changed) == (Outcome.UNCHANGED, 0, 0)


def test_the_order_of_loading_does_not_matter():
    documents = [extraction(sif()), read(HELD, LATER, *others(2))]
    for one in documents:
        load(one)
    forward = sorted(Inspection.objects.values_list("authority__name", "slug", "published", "is_reported_only"))
    preferred = sorted(Judgement.objects.filter(is_preferred=True).values_list("anchor", "basis"))
    Report.objects.all().delete()
    Judgement.objects.all().delete()
    Inspection.objects.all().delete()
    for one in reversed(documents):
        load(one)
    assert sorted(Inspection.objects.values_list("authority__name", "slug", "published", "is_reported_only")) == forward
    assert sorted(Judgement.objects.filter(is_preferred=True).values_list("anchor", "basis")) == preferred


def test_many_authorities_take_no_more_queries_than_few():
    with CaptureQueriesContext(connection) as few:
        load(read(*others(3)))
    with CaptureQueriesContext(connection) as many:
        load(read(*others(30)))
    assert len(many) <= len(few) + 12


def test_a_visit_keeps_its_theme():
    load(read("Kent,886,05/11/2024,,05/12/24,ILACS Focused Visit,Front door", head=f"{HEAD},Visit theme"))
    visit = Inspection.objects.get()
    assert (visit.framework and visit.framework.code, visit.theme) == ("focused-visit", "Front door")
