"""Writing a backup: whole or not at all, and documents that are not kept are told."""

from contextlib import contextmanager
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from inspections.backup import writing
from inspections.backup.writing import write_backup
from tests import builders
from tests.stored import keep_in, source, three_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    keep_in(tmp_path, settings)


def test_documents_that_were_lost_are_named(tmp_path, settings):
    builders.report(source=source(three_pages()))
    builders.source(name="lost.pdf", stored="aa/lost.pdf")
    result = write_backup(tmp_path / "b.zip")
    assert (result.documents, result.missing) == (1, ("lost.pdf",))
    with ZipFile(tmp_path / "b.zip") as archive:
        assert archive.testzip() is None
        assert "rows/findings.correction.jsonl" in archive.namelist()
        assert "rows/findings.searchentry.jsonl" not in archive.namelist()


def test_a_backup_that_fails_leaves_no_file(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError("no room")

    monkeypatch.setattr(writing, "_write", fail)
    with pytest.raises(OSError, match="no room"):
        write_backup(tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


@pytest.mark.either_database
def test_a_command_that_has_asked_nothing_yet_keeps_no_writer_waiting(monkeypatch):
    """To open a connection to SQLite sets how its transactions begin."""
    modes: list[str] = []
    closed = SimpleNamespace(vendor="sqlite", in_atomic_block=False, transaction_mode=None)
    closed.ensure_connection = lambda: setattr(closed, "transaction_mode", "IMMEDIATE")

    @contextmanager
    def atomic():
        modes.append(closed.transaction_mode)
        yield

    monkeypatch.setattr(writing, "connection", closed)
    monkeypatch.setattr("inspections.backup.writing.transaction.atomic", atomic)
    with writing.snapshot():
        pass
    assert (modes, closed.transaction_mode) == (["DEFERRED"], "IMMEDIATE")
