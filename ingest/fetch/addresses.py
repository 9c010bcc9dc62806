"""Which addresses a source asks, kept in the database with what became of each.

Addresses come from the declaration, from tables of outcomes that are held, or from the numbers of providers; those of
documents also from the pages of the source. An address that two sources name belongs to the first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

import httpx
from django.utils import timezone

from ingest.fetch.hosts import LONGEST, host_of, parsed
from ingest.fetch.sources import URN, FetchSource, SourcesError
from ingest.models import FetchAddress
from inspections.models import Authority, InspectionStatement
from inspections.vocabulary import SourceKind

CHUNK = 500
COMMENT = "#"


def starts(source: FetchSource) -> Iterator[str]:
    """The addresses that a source asks without having seen a page. Raises SourcesError."""
    match source.kind:
        case SourceKind.TABLES:
            yield from _allowed(_in_tables(), source)
        case SourceKind.PROVIDERS:
            for urn in source.urns or _urns():
                yield source.page.replace(URN, urn)
        case SourceKind.ADDRESSES:
            yield from source.addresses
            for path in source.lists:
                try:
                    lines = path.read_text(encoding="utf-8").splitlines()
                except (OSError, UnicodeDecodeError) as error:
                    raise SourcesError(f"Source “{source.name}”: the list {path} cannot be read: {error}.") from error
                yield from _listed(lines, path, source)


def _listed(lines: Iterable[str], path: Path, source: FetchSource) -> Iterator[str]:
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith(COMMENT):
            continue
        url = parsed(line)
        if url is None or len(str(url)) > LONGEST:
            where = f"line {number} of the list {path}"
            raise SourcesError(f"Source “{source.name}”: {where} is no web address that can be asked. Correct it.")
        yield line


def _in_tables() -> Iterator[str]:
    """The addresses of reports that tables of outcomes give, whoever may see the table."""
    rows = InspectionStatement.objects.live().exclude(address="").order_by("address")
    yield from rows.values_list("address", flat=True).distinct().iterator(chunk_size=CHUNK)


def _urns() -> list[str]:
    rows = Authority.objects.filter(is_sample=False).exclude(ofsted_urn="").order_by("name")
    return list(rows.values_list("ofsted_urn", flat=True))


def _allowed(addresses: Iterable[str], source: FetchSource) -> Iterator[str]:
    """Those at hosts of the source: tables also hold addresses that are for other sources."""
    for address in addresses:
        url = parsed(address)
        if url is not None and not source.allowed.reason_against(url):
            yield address


def register(source: FetchSource, addresses: Iterable[str], found_on: str = "") -> int:
    """Keep addresses of a source that are not known yet. Returns how many these are."""
    now, number = timezone.now(), 0
    for chunk in in_chunks(addresses):
        rows = [
            FetchAddress(
                source=source.name, address=one, is_page=is_page(source, one), found_on=found_on[:LONGEST], due_at=now
            )
            for one in unknown(chunk)
        ]
        FetchAddress.objects.bulk_create(rows, ignore_conflicts=True)
        number += len(rows)
        _adopt(source, chunk)
    return number


def release(names: Collection[str]) -> None:
    """Let go of the addresses of sources that are no longer declared, so that others can have them.

    What is known of pages is forgotten, so that their documents are found anew.
    """
    free = FetchAddress.objects.exclude(source__in=names).exclude(source="")
    free.filter(is_page=True).update(sha256="", due_at=timezone.now())
    free.update(source="")


def _adopt(source: FetchSource, addresses: Iterable[str]) -> None:
    """Take addresses that belong to no source."""
    found = {str(url) for one in addresses if (url := parsed(one))}
    free = FetchAddress.objects.filter(source="", address__in=found)
    for row in free:
        row.source, row.is_page = source.name, is_page(source, row.address)
    FetchAddress.objects.bulk_update(free, ["source", "is_page"])


def unknown(addresses: Iterable[str]) -> list[str]:
    """Those that are not kept yet, as this program writes them and each once; what is no address is left out."""
    found = {str(url): None for one in addresses if (url := parsed(one)) and len(str(url)) <= LONGEST}
    known = set(FetchAddress.objects.filter(address__in=list(found)).values_list("address", flat=True))
    return [address for address in found if address not in known]


def is_page(source: FetchSource, address: str) -> bool:
    """Whether an address is that of a page with documents, and not of a document."""
    return source.documents is not None and source.documents.search(address) is None


def due(source: FetchSource, *, pages: bool, now: datetime, again: bool = False) -> Iterator[FetchAddress]:
    """The addresses to be asked, in the order in which they were found; with ``again`` all of them.

    They are read in chunks, so that no query is open while one waits for a server.
    """
    rows = FetchAddress.objects.filter(source=source.name) if again else FetchAddress.objects.due(source.name, now)
    last = 0
    while found := list(rows.filter(is_page=pages, pk__gt=last).order_by("pk")[:CHUNK]):
        yield from found
        last = found[-1].pk


def put_off(address: str, until: datetime) -> None:
    """Let no address of the same host be due before a time."""
    url = httpx.URL(address)
    of_host = FetchAddress.objects.filter(address__startswith=f"{url.scheme}://{host_of(url)}/")
    of_host.filter(due_at__lt=until).update(due_at=until)


def in_chunks(addresses: Iterable[str]) -> Iterator[list[str]]:
    """Addresses in lists of bounded length."""
    following = iter(addresses)
    while chunk := list(islice(following, CHUNK)):
        yield chunk
