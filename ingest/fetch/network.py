"""Connections to public addresses alone.

A name is resolved once for each connection, every address that it has is checked, and the connection is made to one
that was checked: a name whose answer changes between the check and the connection gains nothing. Connections are made
for each hop, so redirects are checked in the same way. Every wait ends when the time for the whole answer is over, also
while headers arrive byte by byte.

What is permitted and how names are resolved is given to the constructor and to nothing else: no setting turns it off.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

from ingest.fetch.timing import Deadline

Resolve = Callable[[str, int], tuple[str, ...]]
Permits = Callable[[str], bool]

TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that lead to the IPv4 address in their last four bytes (RFC 6052)."""
TUNNELS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"), IPv6Network("fec0::/10"), IPv6Network("::/96"))
"""Teredo, 6to4 and two that were given up: they may lead into a private network."""
MOST_ADDRESSES = 4
"""Addresses of a name that are tried."""


class PrivateAddress(Exception):
    """A name leads to an address that is not public. The message is a sentence."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"The host {host} has the address {address}, which is not a public one.")


def resolve(host: str, port: int) -> tuple[str, ...]:
    """All addresses of a host, in the order in which the system prefers them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether anybody on the internet reaches the same machine at an address."""
    try:
        found = ip_address(address)
    except ValueError:  # with a zone ("fe80::1%eth0"), thus of this link alone
        return False
    if isinstance(found, IPv6Address):
        if any(found in network for network in TUNNELS):
            return False
        if found in TRANSLATED:
            found = IPv4Address(int(found) & 0xFFFFFFFF)
        elif found.ipv4_mapped:
            found = found.ipv4_mapped
    return found.is_global and not found.is_multicast and not found.is_reserved


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to addresses that are permitted; any other raises PrivateAddress."""

    def __init__(self, deadline: Deadline, resolve: Resolve = resolve, permits: Permits = is_public) -> None:
        self._deadline, self._resolve, self._permits = deadline, resolve, permits
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers. Raises PrivateAddress, httpcore.ConnectError."""
        try:
            addresses = self._resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        for address in addresses:
            if not self._permits(address):
                raise PrivateAddress(host, address)
        failure: Exception = httpcore.ConnectError(f"the name {host} has no address")
        for address in addresses[:MOST_ADDRESSES]:
            allowed = _within(timeout, self._deadline)
            try:
                stream = self._plain.connect_tcp(address, port, allowed, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure


class _TimedStream(httpcore.NetworkStream):
    """A connection of which no wait is longer than the time that is left."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _within(timeout, self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _within(timeout, self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, _within(timeout, self._deadline))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _within(timeout: float | None, deadline: Deadline) -> float:
    """The seconds that a wait may take. Raises httpcore.ReadTimeout when the time for the whole answer is over."""
    left = deadline.left
    if left <= 0:
        raise httpcore.ReadTimeout("the time for the whole answer is over")
    return left if timeout is None else min(timeout, left)
