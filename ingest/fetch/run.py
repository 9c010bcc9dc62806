"""One check of a source: its addresses, its pages, the documents that are new, and reading them.

Everything is written down as it comes, address by address, so that a check that was killed goes on where it stopped:
what was asked is not due, what has arrived in part is gone on with, and what waits to be read is read first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
from django.db.models import Q, QuerySet
from django.utils import timezone

from ingest.fetch import addresses, storage
from ingest.fetch.asking import LONGEST_PAUSE, Answered, ask
from ingest.fetch.client import PoliteClient
from ingest.fetch.download import TakenFile, WantedFile
from ingest.fetch.hosts import host_of
from ingest.fetch.incoming import BroughtIn, bring_in
from ingest.fetch.links import documents_on
from ingest.fetch.pace import HostPaused
from ingest.fetch.recording import record
from ingest.fetch.sources import PAGE, FetchSource
from ingest.models import FetchAddress
from inspections.models import FetchedFile, FetchRun
from inspections.vocabulary import AddressState, FetchedState

BATCH = 50
"""Files that are fetched before they are read."""
NO_LINKS = "The page links to no document of the source. See whether its form has changed."
KEPT_STATES = (FetchedState.HELD_BACK, FetchedState.REFUSED, FetchedState.FAILED)
FAILURES = frozenset(
    {AddressState.MISSING, AddressState.GONE, AddressState.FORBIDDEN, AddressState.REFUSED, AddressState.FAILED}
)

BringIn = Callable[[Iterable[FetchedFile]], Iterator[BroughtIn]]


@dataclass(frozen=True, slots=True)
class AskedAddress:
    """An address that was asked, and what came of it."""

    address: str
    state: AddressState
    message: str = ""


@dataclass
class SourceCheck:
    """The check of one source. ``bring_in`` reads fetched files; ``again`` asks also what is not due."""

    source: FetchSource
    client: PoliteClient
    bring_in: BringIn = bring_in
    again: bool = False
    run: FetchRun = field(init=False)
    waiting: list[FetchedFile] = field(default_factory=list, init=False)
    put_off: dict[str, float] = field(default_factory=dict, init=False)

    def events(self) -> Iterator[AskedAddress | BroughtIn]:
        """Check the source, and give each address and each file that was read as it comes. Raises SourcesError."""
        self.run = FetchRun.objects.create(source=self.source.name, title=self.source.title)
        yield from self.bring_in(self._unread())
        addresses.register(self.source, addresses.starts(self.source))
        for pages in (True, False):
            yield from self._ask_all(addresses.due(self.source, pages=pages, now=timezone.now(), again=self.again))
        yield from self._read_waiting()
        self._close()

    def _unread(self) -> QuerySet[FetchedFile]:
        """What earlier checks left to be read; with ``again`` also what could not be read of this source."""
        unread = Q(state=FetchedState.WAITING)
        if self.again:
            unread |= Q(state__in=KEPT_STATES, run__source=self.source.name) & ~Q(stored="")
        return FetchedFile.objects.filter(unread).select_related("run").order_by("pk")

    def _ask_all(self, rows: Iterable[FetchAddress]) -> Iterator[AskedAddress | BroughtIn]:
        for row in rows:
            host = host_of(httpx.URL(row.address))
            if host in self.client.pace.paused:
                self.run.left += 1
                continue
            try:
                answered = self._ask(row)
            except HostPaused as pause:
                self._pause(row.address, pause)
                self.run.left += 1
                yield AskedAddress(row.address, AddressState.LATER, str(pause))
                continue
            is_new = self._take(row, answered)
            yield AskedAddress(row.address, AddressState(row.state), row.message)
            self._count(row, is_new)
            if len(self.waiting) >= BATCH:
                yield from self._read_waiting()

    def _ask(self, row: FetchAddress) -> Answered:
        limits, types = self.client.limits, self.source.types
        wanted = WantedFile(frozenset({PAGE}), limits.page) if row.is_page else WantedFile(types, limits.document)
        partial, conditions = storage.arriving(row.address), {} if self.again else row.conditions
        return ask(self.client, self.source, row.address, partial, wanted, conditions=conditions)

    def _take(self, row: FetchAddress, answered: Answered) -> bool:
        """Write down what came of an address. Returns whether it is a document that has to be read."""
        if row.is_page and answered.taken is not None:
            answered = self._look_at_page(answered, answered.taken)
        file = record(self.source, self.run, row, answered)
        if answered.state is AddressState.FETCHED or row.is_page:
            storage.arriving(row.address).forget()
        if file is None or file.state != FetchedState.WAITING:
            return False
        self.waiting.append(file)
        return True

    def _look_at_page(self, answered: Answered, taken: TakenFile) -> Answered:
        """Keep the documents of a page. One without any has failed, and is not remembered."""
        found = documents_on(taken.path.read_bytes(), answered.url, self.source.documents)
        if not found:
            return Answered(AddressState.FAILED, NO_LINKS, answered.status, answered.url, answered.headers)
        addresses.register(self.source, found, answered.url)
        return answered

    def _count(self, row: FetchAddress, is_new: bool) -> None:
        """Count what came of an address, and leave its host alone if it failed too often in a row."""
        self.run.asked += 1
        self.run.fetched += is_new
        self.run.failed += row.state in FAILURES
        self.run.unchanged += not is_new and row.state not in FAILURES
        try:
            self.client.pace.note(host_of(httpx.URL(row.address)), failed=row.state == AddressState.FAILED)
        except HostPaused as pause:
            self._pause(row.address, pause)

    def _pause(self, address: str, pause: HostPaused) -> None:
        self.client.pace.paused[host_of(httpx.URL(address))] = pause
        self.put_off[address] = min(pause.seconds, LONGEST_PAUSE)

    def _read_waiting(self) -> Iterator[BroughtIn]:
        waiting, self.waiting = self.waiting, []
        yield from self.bring_in(waiting)

    def _close(self) -> None:
        """Write down the check. What a host asked for holds for the next checks too."""
        for address, seconds in self.put_off.items():
            if seconds:
                addresses.put_off(address, timezone.now() + timedelta(seconds=seconds))
        self.run.finished_at = timezone.now()
        self.run.message = " ".join(str(self.client.pace.paused[host]) for host in self._hosts_paused())
        self.run.save()

    def _hosts_paused(self) -> list[str]:
        return [host for host in self.client.pace.paused if host in self.source.allowed.hosts]
