"""Asking one address, as often as that helps, and what came of it.

Asked again, after a pause, is what may be better a moment later: a fault of the network, a body that was cut off, an
answer that says so (408, 429, 5xx). ``Retry-After`` is obeyed. Everything else is an answer: unchanged (304), not found
(404), gone for good (410), forbidden by robots.txt, refused because of what was sent, failed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import httpx

from ingest.fetch.body import UnknownEncoding, WrongBody
from ingest.fetch.client import ForbiddenByRobots, NotAllowed, PoliteClient
from ingest.fetch.download import PartialFile, TakenFile, Unfit, WantedFile, take
from ingest.fetch.hosts import host_of
from ingest.fetch.pace import retry_after
from ingest.fetch.sources import FetchSource
from inspections.vocabulary import AddressState

WHOLE, PART, UNCHANGED = 200, 206, 304
ANSWERS = {404: AddressState.MISSING, 410: AddressState.GONE}
CONDITIONS = {"if-none-match", "if-modified-since"}
OUT_OF_RANGE = 416
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
FIRST_PAUSE, GROWTH = 2.0, 4.0
"""Seconds before the second attempt, and how many times as long each further pause is."""
LONGEST_PAUSE = 7 * 24 * 3600.0
SECRET = ("set-cookie", "set-cookie2", "www-authenticate", "proxy-authenticate")
MOST_HEADERS, LONGEST_HEADER = 60, 500
TOO_SLOW = "The server took too long to send it."
BROKEN = "The connection failed"


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an address: the state, why as a sentence, the status and headers of the answer, and the file.

    ``url`` is the address that answered, behind redirects.
    """

    state: AddressState
    message: str = ""
    status: int | None = None
    url: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    taken: TakenFile | None = None

    def header(self, name: str) -> str:
        """The value of a header, "" where the answer has none."""
        return next((value for key, value in self.headers if key == name.lower()), "")


class _Again(Exception):
    """Asking again may help; the message says what is wrong. ``seconds`` is the pause that the server asks for."""

    def __init__(self, message: str, status: int | None = None, seconds: float | None = None) -> None:
        super().__init__(message)
        self.status, self.seconds = status, seconds


def ask(
    client: PoliteClient,
    source: FetchSource,
    address: str,
    partial: PartialFile,
    wanted: WantedFile,
    *,
    conditions: Mapping[str, str],
) -> Answered:
    """Ask an address. ``conditions`` are headers such as ``If-None-Match``. Raises HostPaused."""
    pause = FIRST_PAUSE
    failed = Answered(AddressState.FAILED)
    for _ in range(client.limits.tries):
        try:
            with client.answer(address, source.allowed, source.every, partial.headers() or conditions) as response:
                return _answered(response, partial, wanted)
        except ForbiddenByRobots as error:
            return Answered(AddressState.FORBIDDEN, str(error))
        except (NotAllowed, Unfit, UnknownEncoding) as error:
            return Answered(AddressState.REFUSED, str(error))
        except httpx.TransportError as error:
            if client.deadline.left <= 0:
                return Answered(AddressState.FAILED, TOO_SLOW)
            failed = Answered(AddressState.FAILED, f"{BROKEN}: {error}."[:300])
            wait = pause
        except WrongBody as error:
            failed = Answered(AddressState.FAILED, str(error))
            wait = pause
        except _Again as error:
            failed = Answered(AddressState.FAILED, str(error), error.status)
            wait = pause if error.seconds is None else min(error.seconds, LONGEST_PAUSE)
        client.pace.pause(host_of(httpx.URL(address)), wait)
        pause *= GROWTH
    return failed


def _answered(response: httpx.Response, partial: PartialFile, wanted: WantedFile) -> Answered:
    status = response.status_code
    came = Answered(AddressState.FETCHED, "", status, str(response.url), _kept(response.headers))
    if status in (WHOLE, PART):
        return replace(came, taken=take(response, partial, wanted))
    if status == UNCHANGED and CONDITIONS & set(response.request.headers):
        return replace(came, state=AddressState.UNCHANGED)
    if status in ANSWERS:
        return replace(came, state=ANSWERS[status], message=f"The server answered {status}.")
    if status == OUT_OF_RANGE and partial.size:
        partial.forget()
        raise _Again("The server does not know the part that was asked for.", status)
    if status in AGAIN:
        raise _Again(f"The server answered {status}.", status, retry_after(response.headers.get("Retry-After", "")))
    return replace(came, state=AddressState.FAILED, message=f"The server answered {status}.")


def _kept(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    """The headers that are written down: all but secrets, each within bounds."""
    found = ((name.lower(), value[:LONGEST_HEADER]) for name, value in headers.multi_items())
    return tuple(one for one in found if one[0] not in SECRET)[:MOST_HEADERS]
