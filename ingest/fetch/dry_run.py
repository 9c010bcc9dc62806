"""What a check of a source would fetch. Pages are asked, because nothing else tells it; nothing is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from django.utils import timezone

from ingest.fetch import addresses
from ingest.fetch.asking import ask
from ingest.fetch.client import PoliteClient
from ingest.fetch.download import PartialFile, WantedFile
from ingest.fetch.hosts import host_of
from ingest.fetch.links import documents_on
from ingest.fetch.pace import HostPaused
from ingest.fetch.run import AskedAddress
from ingest.fetch.sources import PAGE, FetchSource
from inspections.vocabulary import AddressState


def would_fetch(source: FetchSource, client: PoliteClient, *, again: bool = False) -> Iterator[AskedAddress]:
    """The documents that are due or not known yet, each once, and pages that could not be had. Raises SourcesError."""
    now = timezone.now()
    for row in addresses.due(source, pages=False, now=now, again=again):
        yield AskedAddress(row.address, AddressState(row.state))
    pages = [row.address for row in addresses.due(source, pages=True, now=now, again=again)]
    seen: set[str] = set()
    for chunk in addresses.in_chunks(addresses.starts(source)):
        for address in addresses.unknown(chunk):
            if addresses.is_page(source, address):
                pages.append(address)
            elif address not in seen:
                seen.add(address)
                yield AskedAddress(address, AddressState.NEW)
    yield from _on_pages(source, client, pages, seen)


def _on_pages(
    source: FetchSource, client: PoliteClient, pages: Iterable[str], seen: set[str]
) -> Iterator[AskedAddress]:
    with TemporaryDirectory(prefix="fetching-") as folder:
        for address in dict.fromkeys(pages):
            partial, wanted = PartialFile(Path(folder), address), WantedFile(frozenset({PAGE}), client.limits.page)
            host = host_of(httpx.URL(address))
            if host in client.pace.paused:
                continue
            try:
                answered = ask(client, source, address, partial, wanted, conditions={})
            except HostPaused as pause:
                client.pace.paused[host] = pause
                yield AskedAddress(address, AddressState.LATER, str(pause))
                continue
            if answered.taken is None:
                yield AskedAddress(address, answered.state, answered.message)
                continue
            found = documents_on(answered.taken.path.read_bytes(), answered.url, source.documents)
            partial.forget()
            new = [one for one in addresses.unknown(found) if one not in seen]
            seen.update(new)
            yield from (AskedAddress(one, AddressState.NEW) for one in new)
