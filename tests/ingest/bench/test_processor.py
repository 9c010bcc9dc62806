"""Work here and work of the server both count; a server that is not seen counts nothing."""

import pytest
from django.db import connection

from ingest.bench.processor import ProcessorClock

pytestmark = pytest.mark.django_db
ROUNDS = 300_000


def test_work_of_this_process_counts():
    clock = ProcessorClock()
    sum(range(ROUNDS))
    first = clock.read()
    assert 0 < first <= clock.read()


def test_work_of_the_server_counts_where_it_is_seen(monkeypatch, tmp_path):
    clock = ProcessorClock()
    monkeypatch.setattr(clock, "server", tmp_path / "schedstat")
    before = clock.read()
    (tmp_path / "schedstat").write_text("7000000000 51 3\n")
    assert clock.read() >= before + 7000


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server")
def test_queries_are_work_of_the_server():
    clock = ProcessorClock()
    if clock.server is None or not clock.server.exists():
        pytest.skip("the server runs elsewhere")
    before = clock._of_server()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM generate_series(1, 200000)")
    assert clock._of_server() > before
