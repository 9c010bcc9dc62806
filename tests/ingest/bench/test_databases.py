"""Databases of their own for measuring: filled, asked through commands, and gone afterwards."""

import json
import os
import subprocess
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest

from ingest.bench.databases import POSTGRESQL, SQLITE, Scratch, filled
from ingest.bench.pages import FIRST, Timing

SERVER = os.environ.get("DATABASE_URL", "")
TIMING = Timing("search", FIRST, "/search/", (2.0, 3.0), (1.0,), (0.5,))


@pytest.fixture
def commands(monkeypatch):
    """What was run on which database, without running it."""
    ran: list[tuple[str, ...]] = []

    def run(command, *, env, **_):
        ran.append(
            (
                urlsplit(env["DATABASE_URL"]).path.rpartition("/")[2],
                *command[command.index(next(c for c in command if c.endswith("manage.py"))) + 1 :],
            )
        )
        return subprocess.CompletedProcess(command, 0, stdout=json.dumps(asdict(TIMING)))

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return ran


def test_each_database_gets_its_tables_and_then_its_findings(commands):
    with filled([10, 2000]) as made:
        assert [(one.program, one.findings) for one in made] == [(SQLITE, 10), (SQLITE, 2000)]
    for name, size in (("10.sqlite3", 10), ("2000.sqlite3", 2000)):
        assert [ran[1:] for ran in commands if ran[0] == name] == [
            ("migrate", "-v0"),
            ("generate", f"--findings={size}"),
        ]


@pytest.mark.django_db
@pytest.mark.skipif(not SERVER.startswith("postgres"), reason="needs a server of PostgreSQL")
def test_on_a_server_the_largest_is_multiplied_in_a_database_of_its_own(monkeypatch, commands):
    monkeypatch.setenv("DATABASE_URL", SERVER)
    with filled([10, 20], times=3) as made:
        assert [(one.program, one.findings) for one in made[2:]] == [
            (POSTGRESQL, 10),
            (POSTGRESQL, 20),
            (POSTGRESQL, 60),
        ]
        for one in made[2:]:
            psycopg2.connect(one.url).close()
    multiplied = [ran[1:] for ran in commands if "_60" in ran[0]]
    assert multiplied == [("multiply", "3")]
    with pytest.raises(psycopg2.OperationalError, match="does not exist"):
        psycopg2.connect(made[-1].url)


def test_the_folder_is_gone_afterwards(commands):
    with filled([10]) as made:
        (folder,) = {one.folder for one in made}
        assert folder.is_dir()
    assert not folder.exists()


def test_timings_come_back_as_they_were_printed(commands):
    assert Scratch(SQLITE, 10, "sqlite:///10.sqlite3", Path()).time_pages() == [TIMING]


def test_a_command_that_fails_stops_the_measuring(monkeypatch):
    def fail(command, **_):
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(subprocess.CalledProcessError), filled([10]):
        pytest.fail("nothing was filled")
