"""A web server of this machine that misbehaves as a test tells it to: it sends what it is given, byte by byte."""

from __future__ import annotations

import socketserver
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

HERE = "127.0.0.1"
FILES, PAGES = "files.test", "pages.test"
"""Names of the server; no system knows them."""
PDF = b"%PDF-1.7\n% made for a test\n"


@dataclass(frozen=True)
class Asked:
    """A request: its path with the query, and its headers by small names."""

    path: str
    headers: dict[str, str]


Answer = Callable[[Asked], Iterable[bytes]]


def reply(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer; names of headers are written with "_" for "-". Content-Length is right unless it is given."""
    given = {"Content_Length": str(len(body)), "Connection": "close"} | headers
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in given.items()]
    return "\r\n".join([f"HTTP/1.1 {status} Made", *lines, "", ""]).encode() + body


def pdf(number: int | str = 1) -> bytes:
    """The bytes of what begins like a PDF, another one for each number."""
    return PDF + f"% {number}\n".encode() * 20


def page(*links: str) -> bytes:
    """A page with links."""
    return b"<!doctype html><title>Provider</title>" + b"".join(f'<a href="{one}">Report</a>'.encode() for one in links)


class MisbehavingServer:
    """Answers by path; ``asked`` has every request in its order. A path without an answer is 404."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []

    def at(self, path: str, *answers: bytes | Answer) -> str:
        """Answer at a path, with these one after the other and the last for ever. Returns the address."""
        waiting = list(answers)

        def answer(asked: Asked) -> Iterable[bytes]:
            one = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            return [one] if isinstance(one, bytes) else one(asked)

        self.answers[path] = answer
        return self.address(path)

    def address(self, path: str, host: str = FILES) -> str:
        """An address of the server."""
        return f"http://{host}:{self.port}{path}"

    def times(self) -> Counter[str]:
        """How often each path was asked, robots.txt left out."""
        return Counter(one.path for one in self.asked if one.path != "/robots.txt")

    def answer(self, asked: Asked) -> Iterable[bytes]:
        """What is sent for a request."""
        self.asked.append(asked)
        found = self.answers.get(asked.path)
        return found(asked) if found else [reply(404)]


@contextmanager
def serving() -> Iterator[MisbehavingServer]:
    """The server, at work in threads of this process."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                line = self.rfile.readline().decode().split()
                headers: dict[str, str] = {}
                while (header := self.rfile.readline().decode().strip()) != "":
                    name, _, value = header.partition(":")
                    headers[name.lower()] = value.strip()
                for piece in here.answer(Asked(line[1], headers)) if line else ():
                    self.wfile.write(piece)

    class Threads(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        allow_reuse_address = True
        request_queue_size = 50

        def handle_error(self, *args: Any) -> None:
            """Say nothing: connections that break off are what is tested."""

    with Threads((HERE, 0), Handler) as threads:
        here = MisbehavingServer(threads.server_address[1])
        thread = threading.Thread(target=threads.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield here
        threads.shutdown()
