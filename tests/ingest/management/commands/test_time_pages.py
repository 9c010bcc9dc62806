"""``manage.py time_pages``: one JSON line for each page that was timed."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from ingest.bench.pages import FIRST, Timing
from ingest.management.commands import time_pages


@pytest.mark.django_db
def test_each_timing_is_a_line(monkeypatch):
    asked = []

    def timings(rounds, *, alone):
        asked.append((rounds, alone))
        yield Timing("search", FIRST, "/search/", (2.0,), (1.0,), (0.5,))
        yield Timing("plans", FIRST, "/plans/", (4.0,), (3.0,), (0.5,))

    monkeypatch.setattr(time_pages, "time_pages", timings)
    out = StringIO()
    call_command("time_pages", "--rounds=7", stdout=out)
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(one["kind"], one["milliseconds"], one["kept"]) for one in found] == [
        ("search", [2.0], [0.5]),
        ("plans", [4.0], [0.5]),
    ]
    call_command("time_pages", "--rounds=2", "--alone", stdout=StringIO())
    assert asked == [(7, False), (2, True)]
