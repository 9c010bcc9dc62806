"""Commands ask for the tables of this version first, and say what to run."""

import pytest
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from inspections import migrated
from inspections.migrated import require_migrated, wait_for_database

pytestmark = pytest.mark.django_db


def test_a_database_with_its_tables_is_taken():
    require_migrated()


COMMANDS = {
    **dict.fromkeys(("check_knowledge", "coverage", "fetch", "generate", "publish_bulk", "readings", "reindex"), ()),
    **dict.fromkeys(("reread", "send_alerts", "time_pages", "work"), ()),
    **dict.fromkeys(("backup", "ingest", "restore"), ("nowhere",)),
    "multiply": ("2",),
}
WITHOUT = {
    "bench": "makes databases of its own",
    "extract": "reads files and no database",
    "serve": "makes the tables itself",
}


def test_every_command_asks_for_its_tables_or_needs_none():
    ours = {
        name for name, app in get_commands().items() if str(app).split(".")[0] in {"ingest", "findings", "inspections"}
    }
    assert ours == COMMANDS.keys() | WITHOUT.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_database_that_lacks_a_migration_is_refused_with_what_to_run(command):
    MigrationRecorder(connection).migration_qs.filter(app="findings").latest("pk").delete()
    with pytest.raises(CommandError, match=r"has not the tables.*manage\.py migrate"):
        call_command(command, *COMMANDS[command])


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("no such column: applied", r"no such column.*manage\.py migrate"),
        ('FATAL:  database "x" does not exist', "^The server has no such database"),
    ],
)
def test_a_database_that_cannot_be_read_is_told_with_its_reason(monkeypatch, fault, told):
    def fail(_: object) -> None:
        raise DatabaseError(fault)

    monkeypatch.setattr(migrated, "MigrationExecutor", fail)
    with pytest.raises(CommandError, match=told):
        require_migrated()


class Server:
    """A database server that can be reached after some tries; waiting takes no time."""

    def __init__(self, monkeypatch, refusals: int, words: str = "Connection refused") -> None:
        self.refusals, self.words, self.waited = refusals, words, 0
        monkeypatch.setattr(connection, "ensure_connection", self.connect)
        monkeypatch.setattr("inspections.migrated.time.sleep", self.wait)

    def connect(self) -> None:
        if self.refusals:
            self.refusals -= 1
            raise OperationalError(self.words)

    def wait(self, seconds: int) -> None:
        self.waited += seconds


def test_a_server_that_is_starting_is_waited_for(monkeypatch, capsys):
    server = Server(monkeypatch, refusals=3)
    wait_for_database()
    assert server.waited == 3 * migrated.SECONDS_BETWEEN
    assert capsys.readouterr().err.count("waiting for it, 30 s") == 1


def test_a_server_that_does_not_come_ends_the_command_with_what_to_do(monkeypatch, settings):
    settings.DATABASE_WAIT = 10
    server = Server(monkeypatch, refusals=100)
    with pytest.raises(CommandError, match="See that it runs"):
        require_migrated()
    assert server.waited == 10


def test_other_faults_are_not_waited_for(monkeypatch):
    server = Server(monkeypatch, refusals=1, words="password authentication failed")
    wait_for_database()
    assert server.waited == 0
