"""Reading stored documents again: the bytes that are kept, by the readers and profiles of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from django.conf import settings

from ingest.drafts import Extraction
from ingest.files import FoundFile
from ingest.load import LoadResult, load
from ingest.load.editions import better_source
from ingest.sandbox import extract_many
from inspections.models import SourceFile


class NotKept(Exception):
    """The bytes of a file are not kept, so that it cannot be read again."""

    def __init__(self, source: SourceFile) -> None:
        super().__init__(f"The bytes of {source.name} are not kept. Load the file once more to read it again.")


def stored_file(source: SourceFile) -> FoundFile | None:
    """The stored bytes of a file under its first name; None where they are not kept or were lost."""
    path = Path(settings.MEDIA_ROOT) / str(source.stored) if source.stored else None
    return FoundFile(path, source.name) if path and path.is_file() else None


def read_again(sources: Sequence[SourceFile], workers: int = 1) -> Iterator[tuple[SourceFile, Extraction]]:
    """Read the kept bytes of files, in their order. Files that are not kept are left out."""
    found = [(source, file) for source in sources if (file := stored_file(source))]
    readings = extract_many([file for _, file in found], workers)
    yield from zip((source for source, _ in found), readings, strict=True)


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
