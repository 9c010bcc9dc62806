"""``manage.py work``: works as the options say, and ends with a sentence."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ingest.management.commands import work

pytestmark = pytest.mark.django_db


def test_it_works_until_everything_is_done_or_for_good(monkeypatch):
    asked: list[object] = []

    def note(**options: object) -> None:
        asked.append(options)

    monkeypatch.setattr(work, "keep_working", note)
    monkeypatch.setattr(work, "start_publishing", lambda: asked.append("bulk files"))
    call_command("work", "--until-done", "--lock=7")
    call_command("work")
    assert asked == [{"until_done": True, "lock": 7}, "bulk files", {"until_done": False, "lock": None}]


def test_who_stops_it_is_told_that_nothing_is_lost(monkeypatch):
    def stop(**options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(work, "keep_working", stop)
    out = StringIO()
    call_command("work", stdout=out)
    assert "taken up again by the next worker" in out.getvalue()


def test_with_a_broker_it_works_with_as_many_processes_as_it_is_told(monkeypatch, settings):
    settings.UPLOAD_WORKER = "celery"
    asked: list[int] = []
    monkeypatch.setattr(work, "work_for_broker", asked.append)
    call_command("work", "--processes=3")
    assert asked == [3]
    with pytest.raises(CommandError, match="“0” is no whole number of 1 or more"):
        call_command("work", "--processes=0")
