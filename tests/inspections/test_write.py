"""Writing: every change gives one new revision at its end, one that fails gives none, and one writes at a time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from findings.corrections.service import correct, withdraw
from ingest.load import load
from inspections import write
from inspections.caching.revision import current_revision
from inspections.models import Report
from inspections.write import knowledge_change, knowledge_trial, renew, tried
from tests import builders
from tests.ingest.drafts_builder import extraction, sif

pytestmark = pytest.mark.django_db
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def changes(act) -> bool:
    before = current_revision()
    act()
    return current_revision() != before


def test_loading_renews_it_once_there_is_something_new():
    first = extraction(sif())
    assert changes(lambda: load(first))
    assert not changes(lambda: load(first))


def test_corrections_renew_it_when_made_and_when_withdrawn():
    paragraph = builders.finding(builders.report(), "1")
    user = builders.editor()
    made = []
    assert changes(lambda: made.append(correct(paragraph, "text", "Read otherwise.", "The page says so.", user)))
    assert changes(lambda: withdraw(made[0], "It was right.", user))


def test_hiding_a_report_renews_it():
    report = builders.report()

    def hide() -> None:
        report.visibility = "hidden"
        report.save(update_fields=["visibility"])

    assert changes(hide)


def test_deleting_renews_it():
    report = builders.report()
    assert changes(Report.objects.get(pk=report.pk).report_sources.all()[0].delete)


def test_people_signing_in_leave_it():
    assert not changes(builders.editor)


def fail() -> None:
    with knowledge_change():
        builders.report()
        raise RuntimeError


def test_a_change_that_fails_renews_nothing_and_leaves_nothing():
    before = current_revision()
    with pytest.raises(RuntimeError):
        fail()
    assert current_revision() == before
    assert not Report.objects.exists()
    assert changes(builders.report)


def test_one_change_renews_once_at_its_end():
    before = current_revision()
    with CaptureQueriesContext(connection) as asked, knowledge_change():
        builders.finding(builders.report())
        assert current_revision() == before
        builders.report()
    assert current_revision() != before
    writes = [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE"))]
    assert ["knowledgerevision" in sql for sql in writes] == [False] * (len(writes) - 1) + [True]


def test_a_change_that_changes_nothing_renews_nothing():
    def look() -> None:
        with knowledge_change():
            Report.objects.count()

    assert not changes(look)


def test_bulk_writers_say_that_they_changed_something():
    report = builders.report()

    def write() -> None:
        with knowledge_change():
            Report.objects.filter(pk=report.pk).update(title="Another title")
            renew()

    assert changes(write)


def test_a_change_inside_of_another_renews_with_it():
    before = current_revision()
    with knowledge_change():
        with knowledge_change():
            builders.report()
        assert current_revision() == before
    assert current_revision() != before


def test_a_change_that_fails_inside_of_another_is_taken_back_alone():
    with knowledge_change():
        kept = builders.report()
        with pytest.raises(RuntimeError):
            fail()
    assert Report.objects.get() == kept


def test_a_trial_shows_what_a_change_does_and_takes_it_back():
    def look() -> int:
        with knowledge_trial():
            builders.report()
            return Report.objects.count()

    before = current_revision()
    assert look() == 1
    assert not Report.objects.exists()
    assert current_revision() == before


def test_a_trial_inside_of_a_change_is_taken_back_alone():
    with knowledge_change():
        kept = builders.report()
        with knowledge_trial():
            builders.report()
    assert Report.objects.get() == kept


def test_what_fails_in_a_trial_is_passed_on():
    with pytest.raises(RuntimeError), knowledge_trial():
        fail()


def test_nothing_else_in_the_program_opens_a_transaction_to_write():
    base = Path(settings.BASE_DIR)
    paths = [path for package in ("ingest", "findings", "inspections") for path in (base / package).rglob("*.py")]
    opening = {path.relative_to(base).as_posix() for path in paths if "atomic(" in path.read_text()}
    reading = {"inspections/backup/writing.py"}  # all tables of a backup as they are at one moment
    # These write what is no knowledge yet, or none.
    beside = {"ingest/uploads/deciding.py", "ingest/uploads/reading.py", "inspections/accounts/two_factor.py"}
    beside |= {"findings/alerts/matching.py", "findings/alerts/subscribing.py"}
    assert opening - reading - beside == {"inspections/write.py"}


def in_another_connection(act: Callable[[], Any]) -> Any:
    try:
        return act()
    finally:
        connection.close()


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_a_second_writer_waits_for_the_end_of_the_first():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one transaction write at a time by itself")
    current_revision()

    def count() -> int:
        with knowledge_change():
            return Report.objects.count()

    with ThreadPoolExecutor(1) as pool:
        with knowledge_change():
            builders.report()
            second = pool.submit(in_another_connection, count)
            while not second.done() and not somebody_waits():
                pass
            assert not second.done()
        assert second.result() == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_tried_waits_for_no_writer_and_leaves_nothing():
    other = connection.copy() if connection.vendor == "postgresql" else None
    if other:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [write.LOCK])

    def work() -> int:
        with knowledge_change():
            builders.report()
        return Report.objects.count()

    before = current_revision()
    assert tried(work) == 1
    assert not Report.objects.exists()
    assert current_revision() == before
    if other:
        other.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("state", sorted(write.MET_OTHERS))
def test_what_met_another_writer_is_tried_again_as_the_only_one(state):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one transaction write at a time by itself")
    alone: list[bool] = []

    def work() -> str:
        with knowledge_change(), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
            alone.append(bool(cursor.fetchone()[0]))
            if len(alone) == 1:
                cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'met' USING ERRCODE = '{state}'; END $$")
        return "done"

    assert tried(work) == "done"
    assert alone == [False, True]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fault", [OperationalError("server closed the connection"), RuntimeError("a mistake")])
def test_a_fault_that_is_none_of_another_writer_is_passed_on_at_once(fault):
    times: list[bool] = []

    def work() -> None:
        times.append(True)
        raise fault

    with pytest.raises(type(fault)):
        tried(work)
    assert times == [True], "on another connection a document would no longer be held"
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
