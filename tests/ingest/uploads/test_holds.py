"""Whoever holds a document holds it alone, on both databases, and for no longer than it lives."""

import os
import subprocess
import sys
from contextlib import contextmanager

import pytest
from django.conf import settings as django_settings
from django.db import connection

from ingest.uploads import storage
from ingest.uploads.holds import LOCKS, held, held_now
from tests.ingest.uploads.conftest import shared_database
from tests.waiting import until

HOLD = """
import django; django.setup()
from ingest.uploads.holds import held
with held(17) as is_mine:
    print("held" if is_mine else "free", flush=True)
    input()
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_document_is_held_by_one_process_and_is_free_once_that_was_killed(tmp_path):
    environment = os.environ | {
        "DATABASE_URL": shared_database(tmp_path), "VAR_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "inspections.settings",
    }  # fmt: skip
    command = [sys.executable, "-c", HOLD]
    with subprocess.Popen(
        command, env=environment, cwd=django_settings.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"held\n"
        with held(17) as is_mine, held(18) as another:
            assert (is_mine, another) == (False, True)
        other.kill()
        other.wait()
    until(may_be_held, "PostgreSQL notices a moment later that the other end of a connection has gone")


@pytest.mark.django_db
def test_what_one_holds_is_not_given_to_the_same_one_again():
    with held(17) as first, held(17) as second:
        assert (first, second) == (True, False)
    with held(17) as is_mine:
        assert is_mine


@pytest.mark.django_db
def test_a_document_is_let_go_when_the_work_breaks_off():
    with pytest.raises(ZeroDivisionError), held(17):
        raise ZeroDivisionError
    with held(17) as is_mine:
        assert is_mine


@pytest.mark.django_db
def test_what_is_held_now_can_be_listed():
    assert held_now() == frozenset()
    (storage.folder() / "19.hold").touch()  # left by one that was killed
    with held(17), held(18):
        assert held_now() == {17, 18}
    assert held_now() == frozenset()


@pytest.mark.django_db
def test_nothing_is_left_in_the_folder():
    with held(17):
        pass
    assert list(storage.folder().iterdir()) == []


@pytest.mark.django_db
def test_a_lock_on_a_file_that_its_former_holder_removed_does_not_count(monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("files hold documents on SQLite only")
    locked = storage.locked

    @contextmanager
    def locked_too_late(name, **more):
        with locked(name, **more) as file:
            storage.path_of(name).unlink()
            yield file

    monkeypatch.setattr(storage, "locked", locked_too_late)
    with held(17) as is_mine:
        assert not is_mine


@pytest.mark.django_db(transaction=True)
def test_a_lock_ends_with_its_connection():
    if connection.vendor != "postgresql":
        pytest.skip("a session holds documents on PostgreSQL only")
    other = connection.copy()
    with held(17) as is_mine:
        assert is_mine
        assert not tried(other)
        connection.close()
        until(lambda: tried(other), "the lock is free")
    other.close()


def may_be_held() -> bool:
    with held(17) as is_mine:
        return is_mine


def tried(other) -> bool:
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, 17])
        ((is_held,),) = cursor.fetchall()
        return bool(is_held)
