"""The worker of gunicorn that slow clients cannot stop: waitress receives requests and sends answers.

One thread waits for all connections. A thread that makes pages is given a request when all of it has arrived, and is
free when its answer is made, however slowly the client takes it: what is not taken yet is kept in memory, and from one
megabyte on in a temporary file without a name. Files that are made row by row have threads of their own, so that pages
never wait for them. ``inspections/decisions/0004-slow-clients.md`` has what was measured.

A connection is closed in these cases, looked at in this order every few seconds:

1. The head of a request has not arrived within ``SECONDS_FOR_A_HEAD``, however steadily the client sends.
2. Nothing was received or sent for ``IDLE_SECONDS``, while no page is being made for it.
3. An answer waits to be taken for that long, also while it is still being made.

Only the page for uploads takes more than ``SMALL_BODY`` bytes; other bodies are refused (413) before they arrive.
"""

from __future__ import annotations

import os
import resource
import time
from typing import Any

from django.conf import settings
from gunicorn.errors import ConfigError
from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ThreadedTaskDispatcher
from waitress.utilities import RequestEntityTooLarge

CONNECTIONS = 1000
"""Open connections of a worker; those who come later wait until one is closed."""
OPEN_FILES = 2 * CONNECTIONS + 200
SECONDS_FOR_A_HEAD, IDLE_SECONDS = 20, 60
LOOK_EVERY = 5
MEGABYTE = 1024 * 1024
SMALL_BODY = 4 * MEGABYTE
LARGEST_HEAD = 64 * 1024
KEPT_OF_AN_ANSWER = 1024 * MEGABYTE
"""Bytes of an answer that may wait for its client; more are made only when it has taken some."""


FILES = (".csv", ".xlsx", ".docx", ".odt", ".parquet", ".sqlite", ".zip")
"""How the addresses of files end that may take long to make or to read."""
FILE_THREADS = 2


class BoundedRequest(HTTPRequestParser):
    """A request as it arrives, which knows since when, and which refuses a large body where none is taken."""

    def __init__(self, adj: Any) -> None:
        super().__init__(adj)
        self.began = time.monotonic()

    def parse_header(self, header_plus: bytes) -> None:
        """Parse the head. The path stands in it, so a body that is too large is refused before it is received."""
        super().parse_header(header_plus)
        is_large = self.chunked or self.content_length > SMALL_BODY
        if is_large and not self.path.startswith(settings.UPLOAD_ADDRESS):
            self.error = RequestEntityTooLarge("This address takes no more than 4 MB.")
            self.completed = True


class BoundedChannel(HTTPChannel):
    """A connection that can tell whether it has to be closed."""

    parser_class = BoundedRequest

    def is_stalled(self, now: float) -> bool:
        """Whether the client is too slow; ``now`` is ``time.monotonic()``."""
        if self.request and not self.request.headers_finished and now - self.request.began > SECONDS_FOR_A_HEAD:
            return True
        return bool(self.total_outbufs_len) and time.time() - self.last_activity > IDLE_SECONDS


class Lanes:
    """The threads of a worker: some make pages, others files."""

    def __init__(self, pages: ThreadedTaskDispatcher) -> None:
        self.pages, self.files = pages, ThreadedTaskDispatcher()
        self.files.set_thread_count(FILE_THREADS)

    def add_task(self, channel: Any) -> None:
        """Queue the oldest request of a connection, behind those of its kind."""
        is_file = channel.requests[0].path.endswith(FILES)
        (self.files if is_file else self.pages).add_task(channel)

    def shutdown(self, seconds: float) -> None:
        """Wait this long at most for what is being made."""
        until = time.monotonic() + seconds
        for lane in (self.pages, self.files):
            lane.shutdown(timeout=max(0.0, until - time.monotonic()))


class BufferedWorker(Worker):
    """Serve with waitress inside of a process that gunicorn forked, supervises and stops."""

    @classmethod
    def check_config(cls, cfg: Any, log: Any) -> None:
        """Raise ConfigError for certificates, which waitress cannot use: HTTPS is the task of the proxy."""
        if cfg.is_ssl:
            raise ConfigError("This site does not serve HTTPS itself. Put a proxy in front of it; see DEPLOYMENT.md.")

    def run(self) -> None:
        """Serve until gunicorn says to stop, then finish what was begun, for ``graceful_timeout`` seconds at most."""
        allow_open_files()
        connections: dict[int, Any] = {}
        server = create_server(
            self.wsgi,
            map=connections,
            sockets=[listener.sock for listener in self.sockets],
            threads=self.cfg.threads,
            ident=None,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE_SECONDS,
            cleanup_interval=LOOK_EVERY,
            max_request_header_size=LARGEST_HEAD,
            outbuf_high_watermark=KEPT_OF_AN_ANSWER,
            asyncore_use_poll=True,
            clear_untrusted_proxy_headers=False,  # TRUSTED_PROXIES and SECURE_PROXY_SSL_HEADER decide about them
        )
        lanes = Lanes(server.task_dispatcher)
        listening = [one for one in connections.values() if isinstance(one, BaseWSGIServer)]
        for one in listening:
            one.channel_class, one.task_dispatcher = BoundedChannel, lanes
        look_at = 0.0
        while self.alive and os.getppid() == self.ppid:
            self.notify()
            wasyncore.loop(timeout=1, use_poll=True, map=connections, count=1)
            if (now := time.monotonic()) >= look_at:
                close_stalled(connections, now)
                look_at = now + LOOK_EVERY
        self._finish(connections, listening, lanes)

    def _finish(self, connections: dict[int, Any], listening: list[Any], lanes: Lanes) -> None:
        for one in listening:
            one.accepting = False
            one.del_channel()
        until = time.monotonic() + self.cfg.graceful_timeout
        while time.monotonic() < until and any(map(is_busy, connections.values())):
            self.notify()
            wasyncore.loop(timeout=0.1, use_poll=True, map=connections, count=1)
        lanes.shutdown(until - time.monotonic())
        wasyncore.close_all(connections)


def allow_open_files() -> None:
    """Raise the number of files that this process may open to what its connections need, as far as it may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, OPEN_FILES)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def is_busy(connection: Any) -> bool:
    """Whether a page is being made for this connection, or an answer waits to be taken."""
    return isinstance(connection, HTTPChannel) and bool(connection.requests or connection.total_outbufs_len)


def close_stalled(connections: dict[int, Any], now: float) -> None:
    """Close the connections whose clients are too slow. A thread that makes an answer for one ends with it.

    Closed at once: what waitress marks with ``will_close`` is closed only when its client takes something again.
    """
    for connection in list(connections.values()):
        if isinstance(connection, BoundedChannel) and connection.is_stalled(now):
            connection.handle_close()
