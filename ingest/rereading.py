"""Reading stored documents again: the bytes that are kept, by the readers and profiles of today."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from ingest.drafts import Extraction
from ingest.files import FoundFile
from ingest.load import LoadResult, load
from ingest.load.editions import better_source
from ingest.sandbox import extract_many
from inspections.documents.stored_files import source_files
from inspections.models import SourceFile


class NotKept(Exception):
    """The bytes of a file are not kept, so that it cannot be read again."""

    def __init__(self, source: SourceFile) -> None:
        super().__init__(f"The bytes of {source.name} are not kept. Load the file once more to read it again.")


def is_kept(source: SourceFile) -> bool:
    """Whether the bytes of a file are kept and were not lost."""
    return source_files().has(str(source.stored))


def read_again(sources: Sequence[SourceFile], workers: int = 1) -> Iterator[tuple[SourceFile, Extraction]]:
    """Read the kept bytes of files, in their order. Files that are not kept are left out."""
    found: deque[SourceFile] = deque()

    def files() -> Iterator[FoundFile]:
        """Each when its turn comes: from an object store it has to be copied first."""
        for source in sources:
            with suppress(FileNotFoundError):
                path = source_files().local(str(source.stored))
                found.append(source)
                yield FoundFile(path, source.name)

    for extraction in extract_many(files(), workers):
        yield found.popleft(), extraction


def load_again(source: SourceFile) -> LoadResult:
    """Read and load a file from its kept bytes. Raises NotKept."""
    for _, extraction in read_again([source]):
        return load(extraction)
    raise NotKept(source)


def still_better(sources: Iterable[int]) -> list[SourceFile]:
    """Of files by key, those that hold the edition of a report that should count and does not."""
    found = SourceFile.objects.filter(pk__in=set(sources)).prefetch_related("report_sources__report__source")
    return [
        source
        for source in found.order_by("sha256")
        if any(better_source(link.report) == source.pk for link in source.report_sources.all())
    ]
