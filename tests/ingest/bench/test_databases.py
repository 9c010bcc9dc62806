"""Databases of their own for measuring: filled, asked through commands, and gone afterwards."""

import json
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest

from ingest.bench.databases import SQLITE, Scratch, filled
from ingest.bench.pages import FIRST, Timing

TIMING = Timing("search", FIRST, "/search/", (2.0, 3.0), (1.0,), (0.5,))


@pytest.fixture
def commands(monkeypatch):
    """What was run on which database, without running it."""
    ran: list[tuple[str, ...]] = []

    def run(command, *, env, **_):
        ran.append(
            (
                env["DATABASE_URL"].rpartition("/")[2],
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
