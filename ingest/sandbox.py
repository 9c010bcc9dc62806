"""Reading documents that nobody vouches for: each in a process of its own, with limits of time and memory.

A worker is a Python process that reads one document after the other, so that a folder of hundreds does not pay for a
start each.
What becomes of a document is decided in this order: the worker answers with its Extraction; it says that memory ran out
(``reader-memory``); it stops by a mistake of this program (``reader-failed``); it is ended by the system
(``reader-crashed``, or ``reader-timeout`` for too much processor time); it does not answer in time and is ended
(``reader-timeout``). All but the first give a refused Extraction with that one notice, and the next document goes to a new
worker. Limits of processor time and address space are set by the worker itself (``inspections.documents.limits``), the clock on the
wall is watched from outside.

The worker speaks over its standard input and output: frames of eight bytes of length and a pickle.
"""

import hashlib
import os
import pickle
import selectors
import signal
import struct
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from ingest.drafts import Extraction
from ingest.extract import extract
from ingest.files import printable
from ingest.notices import Notice
from inspections.documents.limits import OUT_OF_MEMORY, cause_of, limit_memory, limit_time
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReadingStatus

ROOT = Path(__file__).resolve().parent.parent
LENGTH = struct.Struct(">Q")
ANSWERS = {
    NoticeCode.READER_TIMEOUT: "Reading took longer than {limits.seconds:g} seconds and was ended; nothing was taken from the file.",
    NoticeCode.READER_MEMORY: "Reading needed more than {limits.megabytes} MB of memory and was ended; nothing was taken from the file.",
    NoticeCode.READER_FAILED: "A mistake in this program broke off the reading; nothing was taken from the file. Please report it with "
    "the file and with what stands in the log.",
    NoticeCode.READER_CRASHED: "The file is damaged, or made so that reading it needs too much memory: the reading process broke off. "
    "Nothing was taken from it. Save it again and read the new file.",
}
ENDED_BY = {
    "memory": NoticeCode.READER_MEMORY,
    "failed": NoticeCode.READER_FAILED,
    "timeout": NoticeCode.READER_TIMEOUT,
    "crashed": NoticeCode.READER_CRASHED,
}
"""The notice for each cause for which a worker can end (``inspections.documents.limits.cause_of``)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one document may take, and how many documents a worker reads before a new one replaces it.

    ``megabytes`` is the address space that may be added to that of a worker which has read nothing yet.
    """

    seconds: float = 60.0
    cpu_seconds: int = 45
    megabytes: int = 220
    documents: int = 200


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: its bytes, or where they are. The name is handed through."""

    name: str
    path: str | None = None
    data: bytes | None = None

    def bytes(self) -> bytes:
        """The bytes of the file."""
        return self.data if self.data is not None else Path(self.path or "").read_bytes()

    def digest(self) -> tuple[str, int]:
        """The sha256 of the file and its size, without holding the whole of it: it may be what no memory holds."""
        if self.data is not None:
            return hashlib.sha256(self.data).hexdigest(), len(self.data)
        with Path(self.path or "").open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size


class Worker:
    """A process that reads documents, and the document that it reads at the moment."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.left = limits.documents
        self.job: Job | None = None
        self.deadline = 0.0
        command = [sys.executable, "-m", "ingest.sandbox", str(limits.cpu_seconds), str(limits.megabytes)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)  # noqa: S603
        self.pipe: IO[bytes] = self._process.stdout  # type: ignore[assignment]

    def send(self, job: Job) -> None:
        """Give the worker a document to read."""
        self.job, self.left = job, self.left - 1
        self.deadline = time.monotonic() + self.limits.seconds
        try:
            _write(self._process.stdin, job)  # type: ignore[arg-type]
        except BrokenPipeError:
            return  # the worker is dead; receive() finds out how it died

    def receive(self) -> Extraction:
        """The answer, once the pipe can be read; a worker that is dead gives a refusal."""
        job = self._finished()
        answer = _read(self.pipe)
        if isinstance(answer, Extraction):
            return answer
        self.left = 0
        return _refused(job, ENDED_BY[cause_of(self._process.wait())], self.limits)

    def overdue(self) -> Extraction:
        """End the worker, whose time is up."""
        self._process.kill()
        self.left = 0
        return _refused(self._finished(), NoticeCode.READER_TIMEOUT, self.limits)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        self.pipe.close()
        if self._process.stdin:
            self._process.stdin.close()

    def _finished(self) -> Job:
        job, self.job = self.job, None
        if job is None:
            raise RuntimeError("the worker was given nothing to read")
        return job


class Sandbox:
    """Workers that read documents side by side; use it as a context manager.

    A worker is started when there is work for it, and replaced after a crash or after its share of documents.
    """

    def __init__(self, workers: int = 1, limits: Limits | None = None) -> None:
        if workers < 1:
            raise ValueError("at least one worker is needed")
        self._limits = limits or Limits()
        self._idle: list[Worker] = []
        self._busy: list[Worker] = []
        self._workers = workers

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in (*self._idle, *self._busy):
            worker.close()
        self._idle, self._busy = [], []

    def extract(self, data: bytes, name: str = "") -> Extraction:
        """Read one file whose bytes are at hand, as ``ingest.extract.extract`` does."""
        return next(self.read([Job(name, data=data)]))

    def read(self, jobs: Iterable[Job]) -> Iterator[Extraction]:
        """Read files, several at a time; the results come in the order of the files."""
        waiting = iter(jobs)
        order: deque[Job] = deque()
        done: dict[int, Extraction] = {}
        more = True
        while more or order:
            while more and len(self._busy) < self._workers and len(order) < 8 * self._workers:
                job = next(waiting, None)
                more = job is not None
                if job is not None:
                    order.append(job)
                    self._start(job)
            while order and id(order[0]) in done:
                yield done.pop(id(order.popleft()))
            if self._busy and order:
                done.update((id(job), result) for job, result in self._finished())

    def _start(self, job: Job) -> None:
        worker = self._idle.pop() if self._idle else Worker(self._limits)
        worker.send(job)
        self._busy.append(worker)

    def _finished(self) -> Iterator[tuple[Job, Extraction]]:
        """Wait until a worker answers or its time is up."""
        with selectors.DefaultSelector() as selector:
            for worker in self._busy:
                selector.register(worker.pipe, selectors.EVENT_READ, worker)
            patience = min(worker.deadline for worker in self._busy) - time.monotonic()
            ready = [key.data for key, _ in selector.select(max(0.0, patience))]
        for worker in [*self._busy]:
            job = worker.job
            if job is not None and worker in ready:
                yield job, worker.receive()
            elif job is not None and worker.deadline <= time.monotonic():
                yield job, worker.overdue()
            else:
                continue
            self._busy.remove(worker)
            if worker.left > 0:
                self._idle.append(worker)
            else:
                worker.close()


def extract_many(paths: Iterable[Path], workers: int = 1, limits: Limits | None = None) -> Iterator[Extraction]:
    """Read files in processes of their own, ``workers`` at a time; one Extraction a file, in the order of the files.

    Files are named by the last part of their path. A path that cannot be opened raises OSError before anything is read of it.
    """
    with Sandbox(workers, limits) as sandbox:
        yield from sandbox.read(_job(path) for path in paths)


def _job(path: Path) -> Job:
    with path.open("rb"):
        return Job(printable(path.name), str(path.resolve()))


def _refused(job: Job, code: NoticeCode, limits: Limits) -> Extraction:
    notice = Notice(NoticeLevel.ERROR, code, ANSWERS[code].format(limits=limits))
    sha256, size = job.digest()
    return Extraction(
        job.name, sha256, "application/octet-stream", None, size, "", ReadingStatus.REFUSED, notices=(notice,)
    )


def _write(pipe: IO[bytes], message: object) -> None:
    frame = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(LENGTH.pack(len(frame)))
    pipe.write(frame)
    pipe.flush()


def _read(pipe: IO[bytes]) -> Any:
    """The next message, or None when the other side has ended."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    frame = pipe.read(length)
    return pickle.loads(frame) if len(frame) == length else None  # noqa: S301  (our own worker's)


def serve(cpu_seconds: int, megabytes: int) -> None:
    """Read documents until the input ends: what a worker does."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(megabytes)
    try:
        limit_time(cpu_seconds)
        while (job := _read(sys.stdin.buffer)) is not None:
            _write(answers, extract(job.bytes(), job.name))
            limit_time(cpu_seconds)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
