"""One polite request at a time: allowed hosts, robots.txt, the pace of each host, and redirects followed by hand.

Each hop of a redirect is checked like the first address: its host must be one of the source, robots.txt of that host
must allow it, and the connection is made to a public address. Nothing but GET is sent, and no cookie is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpcore
import httpx

from ingest.fetch.body import WrongBody, pieces_of
from ingest.fetch.hosts import AllowedHosts, host_of, parsed
from ingest.fetch.limits import FetchLimits
from ingest.fetch.network import CheckedNetwork, Permits, PrivateAddress, Resolve, is_public, resolve
from ingest.fetch.pace import HostPaused, Pace, retry_after
from ingest.fetch.robots import PATH, RobotsRules, agent, rules_in
from ingest.fetch.timing import Deadline, Timing
from ingest.fetch.transport import CheckedTransport

OK, TOO_MANY, SERVER_FAULT, CLIENT_FAULT = 200, 429, 500, 400


class NotAllowed(Exception):
    """An address may not be asked; the message says why as a sentence."""


class ForbiddenByRobots(NotAllowed):
    """The host does not want this program to ask an address."""


class PoliteClient:
    """Asks addresses; use it as a context manager.

    ``contact`` is where people who run a server reach those who run this program. ``resolve`` and ``permits`` are for
    tests, which have no public server.
    """

    def __init__(
        self,
        contact: str,
        *,
        limits: FetchLimits = FetchLimits(),  # noqa: B008  (frozen)
        timing: Timing = Timing(),  # noqa: B008  (frozen)
        resolve: Resolve = resolve,
        permits: Permits = is_public,
    ) -> None:
        self.limits, self.timing = limits, timing
        self.deadline = Deadline(timing)
        self.pace = Pace(timing, limits)
        self._rules: dict[str, RobotsRules] = {}
        self._client = httpx.Client(
            transport=CheckedTransport(CheckedNetwork(self.deadline, resolve, permits)),
            headers={"User-Agent": agent(contact), "Accept": "*/*", "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(limits.read, connect=limits.connect),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> PoliteClient:
        return self

    def __exit__(self, *error: object) -> None:
        self._client.close()

    @contextmanager
    def answer(
        self, address: str, allowed: AllowedHosts, every: float, headers: Mapping[str, str]
    ) -> Iterator[httpx.Response]:
        """The answer of an address, behind its redirects; its body is not read yet.

        ``every`` is the least number of seconds between two requests to a host. Raises NotAllowed, HostPaused and
        httpx.TransportError.
        """
        url = _url(address)
        for _ in range(self.limits.redirects + 1):
            self._require(url, allowed)
            if not self._robots(url, allowed, every).allows(url):
                raise ForbiddenByRobots(f"The robots.txt of {host_of(url)} forbids it.")
            with self._sent(url, headers) as response:
                if not response.has_redirect_location:
                    yield response
                    return
                url = _next(response)
        raise NotAllowed(f"It leads on more than {self.limits.redirects} times.")

    def _require(self, url: httpx.URL, allowed: AllowedHosts) -> None:
        if reason := allowed.reason_against(url):
            raise NotAllowed(reason)

    @contextmanager
    def _sent(self, url: httpx.URL, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        self.pace.turn(host_of(url))
        self.deadline.begin(self.limits.whole)
        self._client.cookies.clear()
        try:
            with self._client.stream("GET", url, headers=dict(headers)) as response:
                yield response
        except PrivateAddress as error:
            raise NotAllowed(str(error)) from error
        except httpcore.UnsupportedProtocol as error:
            raise NotAllowed("The address cannot be asked.") from error

    def _robots(self, url: httpx.URL, allowed: AllowedHosts, every: float) -> RobotsRules:
        """The rules of a host, read once in a run. Raises HostPaused where they cannot be had."""
        host, key = host_of(url), f"{url.scheme}://{host_of(url)}"
        self.pace.slow(host, every)
        if key not in self._rules:
            try:
                rules = self._read_robots(url.copy_with(raw_path=PATH.encode()), allowed)
            except (httpx.TransportError, WrongBody) as error:
                raise HostPaused(f"The robots.txt of {host} could not be read, so that nothing is asked.") from error
            self._rules[key] = rules
        self.pace.slow(host, self._rules[key].every)
        return self._rules[key]

    def _read_robots(self, url: httpx.URL, allowed: AllowedHosts) -> RobotsRules:
        """Redirects are followed within the hosts of the source; one that leads elsewhere counts as no file."""
        host = host_of(url)
        for _ in range(self.limits.redirects + 1):
            if allowed.reason_against(url):
                return RobotsRules()
            with self._sent(url, {}) as response:
                if not response.has_redirect_location:
                    return self._rules_of(response, host)
                url = _next(response)
        return RobotsRules()

    def _rules_of(self, response: httpx.Response, host: str) -> RobotsRules:
        status = response.status_code
        if status == TOO_MANY or status >= SERVER_FAULT:
            seconds = retry_after(response.headers.get("Retry-After", "")) or 0.0
            sentence = f"The robots.txt of {host} could not be read ({status}), so that nothing is asked."
            raise HostPaused(sentence, seconds)
        if status >= CLIENT_FAULT:
            return RobotsRules()
        content = bytearray()
        for piece in pieces_of(response):
            content += piece
            if len(content) >= self.limits.robots:  # what stands behind the first part need not be read (RFC 9309)
                break
        return rules_in(bytes(content[: self.limits.robots]))


def _url(address: str) -> httpx.URL:
    url = parsed(address)
    if url is None:
        raise NotAllowed("It is no address.")
    return url


def _next(response: httpx.Response) -> httpx.URL:
    """Where a redirect leads. Raises NotAllowed for what is no address."""
    url = parsed(str(response.next_request.url)) if response.next_request else None
    if url is None:
        raise NotAllowed("It leads to what is no address.")
    return url
