"""Machines of the tests' own: network namespaces on one bridge, which share nothing but what goes over their cables.

Only root may make them, with iproute2.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest

PIECE = 1 << 16
NOTICING = (
    (socket.TCP_KEEPIDLE, 2), (socket.TCP_KEEPINTVL, 1), (socket.TCP_KEEPCNT, 2), (socket.TCP_USER_TIMEOUT, 4000)
)  # fmt: skip
"""In seconds, and milliseconds: when a machine that says nothing any more is taken to be gone."""


@dataclass(frozen=True, slots=True)
class Network:
    """A network: the address at which the machines reach the tests, and the names of their namespaces."""

    address: str
    machines: tuple[str, ...]

    def run(self, machine: str) -> tuple[str, ...]:
        """What a command has to begin with so that it runs on a machine, which has its own name."""
        named = ("unshare", "--uts", "sh", "-c", 'hostname "$0" && exec "$@"', machine)
        return ("ip", "netns", "exec", machine, *named)

    def unplug(self, machine: str) -> None:
        """Pull the cable of a machine: nobody is told anything."""
        _ip("link", "set", f"{machine}c", "down")


@contextmanager
def network(number: int) -> Iterator[Network]:
    """A network of so many machines. Skips where it cannot be made."""
    if os.geteuid() or shutil.which("ip") is None:
        pytest.skip("network namespaces need root and iproute2")
    own = os.getpid() % 10_000
    bridge, subnet = f"kb{own}", f"10.213.{own % 250}"
    machines = tuple(f"kb{own}-{one}" for one in range(1, number + 1))
    with ExitStack() as undo:
        try:
            _ip("link", "add", bridge, "type", "bridge")
        except subprocess.CalledProcessError as error:
            pytest.skip(f"no network can be made here: {error.stderr.decode().strip()}")
        undo.callback(_ip, "link", "del", bridge)
        _ip("addr", "add", f"{subnet}.1/24", "dev", bridge)
        _ip("link", "set", bridge, "up")
        for last, machine in enumerate(machines, 2):
            _ip("netns", "add", machine)
            undo.callback(_ip, "netns", "del", machine)
            _ip("link", "add", f"{machine}c", "type", "veth", "peer", "name", "cable", "netns", machine)
            undo.callback(_ip, "link", "del", f"{machine}c")  # what was on its way would keep the namespace for minutes
            _ip("link", "set", f"{machine}c", "master", bridge, "up")
            for command in (("addr", "add", f"{subnet}.{last}/24", "dev", "cable"), ("link", "set", "cable", "up")):
                _ip("-n", machine, *command)
        yield Network(f"{subnet}.1", machines)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)


@contextmanager
def forwarded(address: str, path: Path) -> Iterator[int]:
    """Forward connections at an address to a socket in a folder. Gives the port.

    A machine that is gone is noticed in some seconds, as the server behind it would in a minute.
    """
    with socket.create_server((address, 0)) as server:
        Thread(target=_accept, args=(server, path), daemon=True).start()
        try:
            yield server.getsockname()[1]
        finally:
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)


def _accept(server: socket.socket, path: Path) -> None:
    while True:
        try:
            line, _ = server.accept()
        except OSError:
            return
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in NOTICING:
            line.setsockopt(socket.IPPROTO_TCP, option, value)
        behind = socket.socket(socket.AF_UNIX)
        behind.connect(str(path))
        for one, other in ((line, behind), (behind, line)):
            Thread(target=_pump, args=(one, other), daemon=True).start()


def _pump(one: socket.socket, other: socket.socket) -> None:
    """Send on what comes, until one of the two ends; then both are at their end."""
    with suppress(OSError):
        while piece := one.recv(PIECE):
            other.sendall(piece)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
