"""The server: clients that send or take nothing keep nobody else waiting, and large bodies are refused early."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from gunicorn.config import Config
from gunicorn.errors import ConfigError

from inspections import server
from inspections.server import MEGABYTE, BoundedRequest, BufferedWorker, close_stalled, is_busy

MANY = 40  # more than the threads of a worker
PATIENCE = 60  # seconds after which a test counts as stuck

Application = Callable[[dict[str, Any], Any], Any]


class Served:
    """A worker in a thread, and the clients of a test."""

    def __init__(self, port: int) -> None:
        self.port, self.clients = port, list[socket.socket]()

    def send(self, text: str) -> socket.socket:
        """A connection that sent this and does nothing more."""
        client = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        self.clients.append(client)
        client.sendall(text.encode())
        return client

    def ask(self, address: str = "/page", body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        """The status and body of an answer that is taken at once."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("POST" if body is not None else "GET", address, body, headers)
        answer = connection.getresponse()
        found = answer.status, answer.read()
        connection.close()
        return found


@contextmanager
def served(application: Application) -> Iterator[Served]:
    listening = socket.create_server(("127.0.0.1", 0))
    log: Any = None
    worker = BufferedWorker(0, os.getppid(), [SimpleNamespace(sock=listening)], None, 30, Config(), log)
    worker.cfg.set("threads", 4)
    worker.cfg.set("graceful_timeout", 1)
    worker.wsgi = application
    thread = threading.Thread(target=worker.run)
    thread.start()
    site = Served(listening.getsockname()[1])
    try:
        yield site
    finally:
        worker.alive = False
        for client in site.clients:
            client.close()
        thread.join(PATIENCE)


def pages(environ: dict[str, Any], start: Any) -> list[bytes]:
    start("200 OK", [("Content-Length", "4")])
    return [b"page"]


@pytest.mark.parametrize(
    "beginning",
    [
        "",
        "GET /page HTTP/1.1\r\nHost: here\r\n",
        "POST /page HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\nhalf",
    ],
    ids=["nothing", "half a head", "half a body"],
)
def test_clients_that_send_nothing_more_keep_no_page_waiting(beginning):
    with served(pages) as site:
        for _ in range(MANY):
            site.send(beginning)
        assert site.ask() == (200, b"page")


def test_clients_that_take_nothing_of_a_large_answer_hold_no_thread():
    made = threading.Semaphore(0)

    def large(environ: dict[str, Any], start: Any) -> Any:
        if environ["PATH_INFO"] == "/page":
            return pages(environ, start)
        start("200 OK", [])
        return rows()

    def rows() -> Iterator[bytes]:
        for _ in range(16):
            yield bytes(MEGABYTE)
        made.release()

    with served(large) as site:
        for _ in range(6):
            site.send("GET /list HTTP/1.1\r\nHost: here\r\n\r\n")
        assert all(made.acquire(timeout=PATIENCE) for _ in range(6))
        assert site.ask() == (200, b"page")


def test_files_that_take_long_keep_no_page_waiting():
    go_on = threading.Event()

    def slow(environ: dict[str, Any], start: Any) -> Any:
        if environ["PATH_INFO"].endswith(".csv"):
            go_on.wait(PATIENCE)
        return pages(environ, start)

    with served(slow) as site:
        for _ in range(MANY):
            site.send("GET /list.csv HTTP/1.1\r\nHost: here\r\n\r\n")
        assert site.ask() == (200, b"page")
        go_on.set()


def test_an_answer_that_nobody_takes_ends_and_frees_its_thread(monkeypatch):
    monkeypatch.setattr(server, "KEPT_OF_AN_ANSWER", MEGABYTE)
    monkeypatch.setattr(server, "LOOK_EVERY", 0)
    begun, ended = threading.Event(), threading.Event()

    def endless(environ: dict[str, Any], start: Any) -> Iterator[bytes]:
        start("200 OK", [])
        try:
            while True:
                yield bytes(MEGABYTE)
                begun.set()
        finally:
            ended.set()

    with served(endless) as site:
        site.send("GET /list HTTP/1.1\r\nHost: here\r\n\r\n")
        begun.wait(PATIENCE)
        monkeypatch.setattr(server, "IDLE_SECONDS", -1)
        site.send("")
        assert ended.wait(PATIENCE)


def test_a_large_body_is_refused_before_it_is_sent_unless_it_is_an_upload():
    head = "POST {} HTTP/1.1\r\nHost: here\r\nContent-Length: {}\r\n\r\n"
    with served(pages) as site:
        refused = site.send(head.format("/page", server.SMALL_BODY + 1)).recv(100)
        assert refused.startswith(b"HTTP/1.1 413")
        assert site.send(head.format("/page", 1) + "x").recv(100).startswith(b"HTTP/1.1 200")
        chunked = "POST /page HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
        assert site.send(chunked).recv(100).startswith(b"HTTP/1.1 413")
    assert begun(head.format(settings.UPLOAD_ADDRESS, server.SMALL_BODY + 1)).error is None


def begun(text: str) -> BoundedRequest:
    request = BoundedRequest(
        SimpleNamespace(
            max_request_header_size=10_000, max_request_body_size=1 << 30, url_scheme="http", inbuf_overflow=10_000
        )
    )
    request.received(text.encode())
    return request


class Channel(server.BoundedChannel):
    """A connection without a socket."""

    def __init__(self, request: BoundedRequest | None = None, waiting: int = 0, last: float = 0.0) -> None:
        self.request, self.total_outbufs_len, self.last_activity = request, waiting, last
        self.requests = list[Any]()
        self.is_closed = False

    def handle_close(self) -> None:
        self.is_closed = True


def test_only_a_head_that_takes_too_long_is_stalled():
    head, body = begun("GET / HTTP/1.1\r\n"), begun("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n")
    late = head.began + server.SECONDS_FOR_A_HEAD
    assert [Channel(head).is_stalled(now) for now in (late, late + 1)] == [False, True]
    assert not Channel(body).is_stalled(body.began + 10 * server.SECONDS_FOR_A_HEAD)


def test_only_connections_that_take_nothing_for_long_are_closed(monkeypatch):
    monkeypatch.setattr("inspections.server.time.time", lambda: 1000.0)
    idle, quick, late = Channel(), Channel(None, 5, 1000.0 - server.IDLE_SECONDS), Channel(None, 5, 900.0)
    close_stalled({1: idle, 2: quick, 3: late, 4: object()}, now=0.0)
    assert [idle.is_closed, quick.is_closed, late.is_closed] == [False, False, True]
    assert [is_busy(idle), is_busy(late), is_busy(object())] == [False, True, False]


def test_a_worker_that_stops_finishes_what_was_begun():
    begun, go_on = threading.Event(), threading.Event()

    def slow(environ: dict[str, Any], start: Any) -> Any:
        begun.set()
        go_on.wait(PATIENCE)
        return pages(environ, start)

    with served(slow) as site:
        client = site.send("GET /page HTTP/1.1\r\nHost: here\r\n\r\n")
        begun.wait(PATIENCE)
        site.clients.remove(client)
        threading.Timer(0, go_on.set).start()
    assert client.recv(1000).endswith(b"page")


def test_certificates_are_refused_with_a_sentence():
    with pytest.raises(ConfigError, match="proxy"):
        BufferedWorker.check_config(SimpleNamespace(is_ssl=True), None)
    BufferedWorker.check_config(SimpleNamespace(is_ssl=False), None)
