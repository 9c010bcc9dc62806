"""The transport of httpx over a network that checks addresses.

``httpx.HTTPTransport`` takes no network backend, so this one makes the same calls of httpcore with one. Proxies of the
environment are not used: through them nobody could see where a connection leads.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import httpcore
import httpx


class CheckedTransport(httpx.BaseTransport):
    """Sends requests over connections that a network backend makes; one at a time for each host."""

    def __init__(self, network: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(),
            max_connections=10,
            max_keepalive_connections=4,
            keepalive_expiry=30.0,
            network_backend=network,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request. Raises httpx.TransportError, and what the network backend raises of its own."""
        url = request.url
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx():
            response = self._pool.handle_request(asked)
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Stream(response.stream),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream: Iterable[bytes] = stream

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._stream

    def close(self) -> None:
        if hasattr(self._stream, "close"):
            self._stream.close()


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to believe; made once a process, because reading the certificates takes long."""
    return httpx.create_ssl_context(trust_env=False)


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Raise what httpcore raises as httpx names it."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.ReadTimeout(str(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ConnectionNotAvailable) as error:
        raise httpx.TransportError(str(error)) from error
