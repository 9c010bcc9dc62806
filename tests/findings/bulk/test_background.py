"""A site makes its bulk files itself: in a process of its own, not more often than once an hour."""

import os
import time
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError
from django.core.management.base import OutputWrapper

from findings.bulk import background
from findings.bulk.background import publish_after_loading, start_publishing, start_publishing_seldom
from findings.bulk.published import bulk_folder


@pytest.fixture
def started(monkeypatch, settings) -> list[list[str]]:
    """The commands that were started."""
    commands: list[list[str]] = []
    settings.PUBLISH_BULK = "embedded"
    monkeypatch.setattr("findings.bulk.background.subprocess.Popen", lambda command, **_: commands.append(command))
    return commands


def test_a_process_brings_the_files_up_to_date(started):
    start_publishing("http://127.0.0.1:8001")
    (command,) = started
    assert command[-3:] == ["publish_bulk", "--background", "--site=http://127.0.0.1:8001"]


def test_where_somebody_else_publishes_nothing_is_started(started, settings):
    settings.PUBLISH_BULK = "separate"
    start_publishing()
    start_publishing_seldom()
    assert started == []


def test_readers_start_it_once_an_hour(started):
    start_publishing_seldom()
    assert len(started) == 1
    bulk_folder().mkdir()
    (bulk_folder() / "lock").touch()
    start_publishing_seldom()
    assert len(started) == 1
    earlier = time.time() - 3601
    os.utime(bulk_folder() / "lock", (earlier, earlier))
    start_publishing_seldom()
    assert len(started) == 2


def test_a_process_that_cannot_be_started_is_told_in_the_log(started, monkeypatch):
    def fail(*_: Any, **__: Any) -> None:
        raise OSError("no more processes")

    said: list[str] = []
    monkeypatch.setattr("findings.bulk.background.subprocess.Popen", fail)
    monkeypatch.setattr(background.logger, "warning", lambda sentence, error: said.append(sentence % error))
    start_publishing()
    assert said == ["The bulk files are not brought up to date: no more processes"]


def test_what_was_loaded_is_loaded_though_its_bulk_files_cannot_be_made(monkeypatch, settings):
    def fail(*_: Any, **__: Any) -> None:
        raise CommandError("Another process is making the bulk files.")

    out, errors = OutputWrapper(StringIO()), OutputWrapper(StringIO())
    monkeypatch.setattr(background, "call_command", fail)
    publish_after_loading(out, errors)
    assert errors.getvalue() == ""  # somebody else publishes
    settings.PUBLISH_BULK = "embedded"
    publish_after_loading(out, errors)
    assert "Another process" in errors.getvalue()
