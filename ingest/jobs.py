"""What worker processes are asked to do with files: read one, or unpack one that holds others.

Jobs go to a worker and answers come back as pickles. The process that hands them out imports no reader.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from ingest.drafts import Extraction
from ingest.files import FoundFile, Member, UnopenedPath, open_file, printable, unopened_for
from ingest.notices import NoticeDraft
from inspections.documents.media_types import UNKNOWN
from inspections.vocabulary import NoticeLevel, ReadingStatus


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """One file to read: its bytes or its path, and its name for the Extraction; or what is said of one unopened."""

    name: str
    path: str | None = None
    data: bytes | None = None
    unopened: UnopenedPath | None = None

    def run(self) -> Extraction:
        """Read the file, in the process of a worker."""
        from ingest.extract import extract  # the process that hands out documents reads none

        try:
            return extract(self.bytes(), self.name)
        except OSError as error:
            return refused_unopened(unopened_for(Path(self.path or ""), error, self.name))

    def bytes(self) -> bytes:
        """The bytes of the file. Raises OSError."""
        if self.data is not None:
            return self.data
        with open_file(Path(self.path or "")) as file:
            return file.read()

    def digest(self) -> tuple[str, int]:
        """The sha256 of the file and its size, computed in pieces because the file may be larger than memory."""
        if self.data is not None:
            return hashlib.sha256(self.data).hexdigest(), len(self.data)
        with open_file(Path(self.path or "")) as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size


@dataclass(frozen=True, slots=True)
class UnpackingJob:
    """A file that may hold others, to be unpacked into a folder."""

    name: str
    path: str
    folder: str

    def run(self) -> tuple[Member, ...]:
        """Unpack the file, in the process of a worker."""
        from ingest.containers import unpack

        return unpack(Path(self.path), self.name, Path(self.folder))


Job = ReadingJob | UnpackingJob
Answer = Extraction | tuple[Member, ...]


def job_for(file: Path | FoundFile | UnopenedPath) -> ReadingJob:
    """The job of reading a file; one at a path is named by the last part of it."""
    match file:
        case UnopenedPath():
            return ReadingJob(file.shown, unopened=file)
        case FoundFile():
            return ReadingJob(file.name, str(file.path.absolute()))
        case Path():
            return ReadingJob(printable(file.name), str(file.absolute()))


def refused_unopened(unopened: UnopenedPath) -> Extraction:
    """The refusal of a file that could not be opened."""
    notice = NoticeDraft(NoticeLevel.ERROR, unopened.code, unopened.reason)
    return Extraction(unopened.shown, "", UNKNOWN, None, 0, "", ReadingStatus.REFUSED, notices=(notice,))
