"""A Redis of the tests' own, which keeps nothing on the disk, and can be stopped and started again."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.waiting import until

PROGRAMS = ("redis-server", "valkey-server", "redis-check-rdb")
"""Where the server is looked for. The last is the same program, and is a server when it is called by that name."""


class Redis:
    """A server at an address of this machine."""

    def __init__(self, program: str, host: str = "127.0.0.1") -> None:
        with socket.socket() as free:
            free.bind((host, 0))
            self.place: tuple[str, int] = free.getsockname()
        self.program = program
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address for Celery."""
        return f"redis://{self.place[0]}:{self.place[1]}/0"

    def start(self) -> None:
        """Start it with nothing in it; return when it answers."""
        host, port = self.place
        command = ["redis-server", "--bind", host, "--port", str(port), "--save", "", "--protected-mode", "no"]
        self.process = subprocess.Popen(command, executable=self.program, stdout=subprocess.DEVNULL)
        until(self.answers, "Redis answers")

    def answers(self) -> bool:
        """Whether it answers."""
        with suppress(OSError), socket.create_connection(self.place, timeout=5) as line:
            line.sendall(b"PING\r\n")
            return line.recv(7) == b"+PONG\r\n"
        return False

    def waiting_clients(self) -> int:
        """How many workers wait for a message."""
        with socket.create_connection(self.place, timeout=5) as line:
            line.sendall(b"CLIENT LIST\r\n")
            return line.recv(1 << 16).count(b"cmd=brpop")

    def kill(self) -> None:
        """Kill it, with all that it holds."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


def program() -> str:
    """The program of a server. Without one the test skips, and fails in CI."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        message = "no Redis is installed (.ci/redis does so)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@contextmanager
def redis(host: str = "127.0.0.1") -> Iterator[Redis]:
    """Start a server, hand it over, and kill it."""
    server = Redis(program(), host)
    server.start()
    try:
        yield server
    finally:
        server.kill()
