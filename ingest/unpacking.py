"""The documents at the paths that a user names: files, and in place of an archive or a mail what it holds.

Archives are opened in a worker process with limits; their members are written into a temporary folder, which is gone
when the run ends. A member is named by its place ("pack.zip/report.pdf").
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from ingest.files import FoundFile, Member, UnopenedPath, open_file, printable
from ingest.jobs import UnpackingJob
from ingest.sandbox import Sandbox
from ingest.signatures import is_mail, is_zip

HEAD = 8192
"""Bytes at the beginning of a file that tell whether it may hold others."""


class Unpacking:
    """Finds the documents in files; use it as a context manager. Its members can be read until it ends."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="documents-")
        self._sandbox = Sandbox()
        self._archives = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sandbox.__exit__(kind, error, trace)
        self._folder.cleanup()

    def documents(self, paths: Iterable[Path | UnopenedPath]) -> Iterator[Member]:
        """Each file, or the members of one that holds others, in the order of the files."""
        for path in paths:
            if isinstance(path, UnopenedPath):
                yield path
            elif may_hold_others(path):
                yield from self._members(path)
            else:
                yield FoundFile(path, printable(path.name))

    def _members(self, path: Path) -> tuple[Member, ...]:
        self._archives += 1
        folder = Path(self._folder.name, str(self._archives))
        folder.mkdir()
        return self._sandbox.unpack(UnpackingJob(printable(path.name), str(path.absolute()), str(folder)))


def may_hold_others(path: Path) -> bool:
    """Whether a file is an archive or a mail, by how it begins."""
    try:
        with open_file(path) as file:
            head = file.read(HEAD)
    except OSError:
        return False  # whoever reads it says why it cannot be opened
    return is_zip(head) or is_mail(head)
