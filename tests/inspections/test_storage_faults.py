"""Faults of disk and database are told as sentences, on pages and in commands; other faults are not taken for them."""

import errno
import sqlite3

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from django.core.cache import caches
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.test import Client

from inspections import storage_faults
from inspections.storage_faults import (
    BUSY,
    DENIED,
    FULL,
    NO_DATABASE,
    NO_ENTRY,
    NO_FILES,
    READ_ONLY,
    TOO_MANY,
    UNREACHABLE,
    sentence_about,
)
from tests.inspections.test_settings import python
from tests.migrated import put_tables


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OperationalError("database or disk is full"), FULL),
        (OperationalError("attempt to write a readonly database"), READ_ONLY),
        (OperationalError("unable to open database file"), READ_ONLY),
        (OperationalError("database is locked"), BUSY),
        (OperationalError('connection to server at "127.0.0.1", port 5 failed: Connection refused'), UNREACHABLE),
        (OperationalError('connection to server at "x" failed: FATAL:  password authentication failed'), NO_ENTRY),
        (OperationalError('connection to server at "x" failed: FATAL:  role "reader" does not exist'), NO_ENTRY),
        (OperationalError('FATAL:  no pg_hba.conf entry for host "10.0.0.7"'), NO_ENTRY),
        (OperationalError('connection to server at "x" failed: FATAL:  database "y" does not exist'), NO_DATABASE),
        (OperationalError("FATAL:  sorry, too many clients already"), TOO_MANY),
        (OperationalError('"/run/.s.PGSQL.5432" failed: Permission denied\n\tIs the server running'), UNREACHABLE),
        (OperationalError('could not translate host name "x" to address'), UNREACHABLE),
        (OperationalError("FATAL:  the database system is starting up"), UNREACHABLE),
        (InterfaceError("connection already closed"), UNREACHABLE),
        (OperationalError("could not receive data from server: Connection timed out"), UNREACHABLE),
        (OperationalError("SSL SYSCALL error: EOF detected"), UNREACHABLE),
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EROFS, "Read-only file system"), READ_ONLY),
        (OSError(errno.EACCES, "Permission denied"), DENIED),
        (OSError(errno.EPERM, "Operation not permitted"), DENIED),
        (OSError(errno.ENOENT, "No such file"), ""),
        (OperationalError("no such table: lighthouse"), ""),
        (DatabaseError("disk is full of words"), FULL),
        (ValueError("database or disk is full"), ""),
        (EndpointConnectionError(endpoint_url="https://store.example.org"), NO_FILES),
        (ClientError({"Error": {"Code": "403", "Message": "Forbidden"}}, "HeadObject"), NO_FILES),
    ],
)
def test_each_fault_has_its_sentence_and_other_faults_have_none(error, sentence):
    assert sentence_about(error) == sentence


def test_the_state_of_postgresql_comes_before_its_words():
    class Cause(Exception):
        pgcode = "53100"

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

    monkeypatch.setattr("inspections.lists.counting.current_revision", fail)
    client = Client(raise_request_exception=False)
    response = client.get("/inspections/")
    assert response.status_code == status
    assert ("Make room" in response.content.decode()) is (status == 503)
    assert response.headers.get("Retry-After", "") == ("60" if status == 503 else "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [("/accessibility/", 200), ("/data/findings/", 200), ("/api/v1/", 200), ("/data/", 503), ("/", 503)],
)
def test_a_page_that_needs_no_database_is_shown_while_it_cannot_be_reached(monkeypatch, address, status):
    def fail(*_, **__):
        raise OperationalError("connection failed: Connection refused")

    monkeypatch.setattr(connection, "cursor", fail)
    caches["shared"].clear()
    assert Client(raise_request_exception=False).get(address).status_code == status


def test_a_command_tells_a_read_only_database_in_a_sentence(tmp_path):
    file = tmp_path / "knowledge-base.sqlite3"
    put_tables(file)
    refuse = "SELECT RAISE(ABORT, 'attempt to write a readonly database')"
    with sqlite3.connect(file) as database:
        database.execute(f"CREATE TRIGGER refuse BEFORE INSERT ON auth_user BEGIN {refuse}; END")
    account = ("--username", "ada", "--email", "ada@example.org")
    result = python("manage.py", "createsuperuser", "--no-input", *account, folder=tmp_path)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert storage_faults.READ_ONLY in result.stderr
