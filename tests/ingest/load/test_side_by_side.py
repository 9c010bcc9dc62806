"""Two writers at once: on PostgreSQL the second waits and sees what the first has made; SQLite admits one by itself."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction

from findings.corrections.service import correct
from findings.models import Correction, Finding
from ingest.load import load
from ingest.models import Outcome
from ingest.uploads.previews import Preview, look
from inspections.models import Report, SourceFile
from inspections.reference.tables import authorities
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, pdf, sif, with_findings

pytestmark = pytest.mark.django_db(transaction=True)
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.fixture(autouse=True)
def _on_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one transaction write at a time by itself")


def side_by_side(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """Begin the second while the first has done its work and not committed it; what the second gave."""

    def alone() -> Any:
        try:
            return second()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            other = pool.submit(alone)
            while not other.done() and not somebody_waits():
                pass
        return other.result()


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])


def test_the_same_file_is_loaded_once():
    second = side_by_side(lambda: load(extraction(sif())), lambda: load(extraction(sif())))
    assert second.outcome is Outcome.UNCHANGED
    assert Report.objects.count() == SourceFile.objects.count() == 1


def test_two_forms_of_a_report_are_one_report():
    side_by_side(lambda: load(pdf(sif())), lambda: load(extraction(sif(), name="report.txt")))
    report = Report.objects.get()
    assert report.source.name == "report.pdf"
    assert sorted(report.report_sources.values_list("role", flat=True)) == ["current", "other-form"]


def test_a_correction_that_is_made_while_the_document_is_read_again_is_not_written_over():
    load(extraction(sif()))
    user, three = builders.editor(), Finding.objects.get(ref="3")
    nearly = three.text.replace("what they see", "what they saw")
    again = with_findings(sif(), finding("2"), finding("3", nearly), finding("4"))
    side_by_side(lambda: correct(three, "text", "What is printed.", "Page 2.", user), lambda: load(extraction(again)))
    three.refresh_from_db()
    assert (three.text, three.read["text"]) == ("What is printed.", nearly)
    assert Correction.objects.get().status == "stale"


def test_a_preview_that_meets_what_is_being_loaded_is_made_when_it_is_loaded():
    preview = side_by_side(lambda: load(extraction(sif())), lambda: look(extraction(sif())))
    assert preview.differences == ()
    assert preview.unchanged > 5
    assert Report.objects.count() == 1


def test_a_preview_of_another_document_waits_for_nobody():
    cornwall = next(one for one in authorities() if one.name == "Cornwall")
    other = extraction(replace(sif(), authority=cornwall), name="other.txt")

    def preview() -> Preview:
        try:
            return look(other)
        finally:
            connection.close()

    with transaction.atomic():
        load(extraction(sif()))
        with ThreadPoolExecutor(1) as pool:
            found = pool.submit(preview).result(timeout=120)
    assert found.summary["created"] > 5
    assert Report.objects.count() == 1
