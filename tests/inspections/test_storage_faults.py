"""Faults of disk and database are told as sentences, on pages and in commands; other faults are not taken for them."""

import errno
import sqlite3

import pytest
from django.db import DatabaseError, OperationalError
from django.test import Client

from inspections import storage_faults
from inspections.storage_faults import BUSY, FULL, READ_ONLY, UNREACHABLE, sentence_about
from tests.inspections.test_settings import python


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OperationalError("database or disk is full"), FULL),
        (OperationalError("attempt to write a readonly database"), READ_ONLY),
        (OperationalError("unable to open database file"), READ_ONLY),
        (OperationalError("database is locked"), BUSY),
        (OperationalError('connection to server at "127.0.0.1", port 5 failed: Connection refused'), UNREACHABLE),
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EROFS, "Read-only file system"), READ_ONLY),
        (OSError(errno.ENOENT, "No such file"), ""),
        (OperationalError("no such table: lighthouse"), ""),
        (DatabaseError("disk is full of words"), FULL),
        (ValueError("database or disk is full"), ""),
    ],
)
def test_each_fault_has_its_sentence_and_other_faults_have_none(error, sentence):
    assert sentence_about(error) == sentence


def test_the_state_of_postgresql_comes_before_its_words():
    class Cause(Exception):
        sqlstate = "53100"

    error = OperationalError("could not extend a file")
    error.__cause__ = Cause()
    assert sentence_about(error) == FULL


def test_the_cause_of_an_exception_counts():
    error = RuntimeError("while loading")
    error.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    assert sentence_about(error) == FULL


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status"), [(OperationalError("database or disk is full"), 503), (KeyError("x"), 500)]
)
def test_a_page_says_what_to_do_where_the_disk_is_full(monkeypatch, error, status):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr("inspections.caching.pages.current_revision", fail)
    client = Client(raise_request_exception=False)
    response = client.get("/inspections/")
    assert response.status_code == status
    assert ("Make room" in response.content.decode()) is (status == 503)
    assert response.headers.get("Retry-After", "") == ("60" if status == 503 else "")


def test_a_command_tells_a_read_only_database_in_a_sentence(tmp_path):
    assert python("manage.py", "migrate", "-v0", folder=tmp_path).returncode == 0
    file = tmp_path / "knowledge-base.sqlite3"
    refuse = "SELECT RAISE(ABORT, 'attempt to write a readonly database')"
    with sqlite3.connect(file) as database:
        database.execute(f"CREATE TRIGGER refuse BEFORE INSERT ON auth_user BEGIN {refuse}; END")
    account = ("--username", "ada", "--email", "ada@example.org")
    result = python("manage.py", "createsuperuser", "--no-input", *account, folder=tmp_path)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert storage_faults.READ_ONLY in result.stderr
