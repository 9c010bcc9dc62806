"""Reading untrusted documents in separate processes, with limits of time and memory.

A worker is a Python process that reads one document after the other, so that not every document costs the start of a
process. What becomes of a document is decided in this order:

1. the worker answers with its Extraction;
2. it reports that memory ran out (``reader-memory``);
3. it stops because of a mistake in this program (``reader-failed``);
4. the system ends it (``reader-timeout`` for too much processor time, else ``reader-crashed``);
5. it does not answer in time and is ended (``reader-timeout``).

All but the first give a refused Extraction with that one notice, and a new worker reads the next document. The worker
itself sets the limits of processor time and address space (``inspections.documents.limits``); the time that passes is
watched from outside.

Workers receive files and send answers over their standard input and output, each as eight bytes of length and a pickle.
"""

import gc
import importlib
import os
import pickle
import selectors
import shutil
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
from typing import IO, Any, Self, cast

from ingest.drafts import Extraction
from ingest.files import FoundFile, Member, UnopenedPath, unopened_for
from ingest.jobs import Answer, Job, ReadingJob, UnpackingJob, job_for, refused_unopened
from ingest.notices import NoticeDraft
from inspections.documents.limits import OUT_OF_MEMORY, cause_of, limit_memory, limit_time
from inspections.documents.media_types import UNKNOWN
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReadingStatus

ROOT = Path(__file__).resolve().parent.parent
LENGTH = struct.Struct(">Q")
MESSAGES = {
    NoticeCode.READER_TIMEOUT: (
        "Reading took longer than {limits.seconds:g} seconds and was ended; nothing was taken from the file."
    ),
    NoticeCode.READER_MEMORY: (
        "Reading needed more than {limits.megabytes} MB of memory and was ended; nothing was taken from the file."
    ),
    NoticeCode.READER_FAILED: (
        "A mistake in this program broke off the reading; nothing was taken from the file. "
        "Please report it with the file and with what stands in the log."
    ),
    NoticeCode.READER_CRASHED: (
        "The file is damaged, or made so that reading it needs too much memory: the reading process broke off. "
        "Nothing was taken from it. Save it again and read the new file."
    ),
}
CODES = {
    "memory": NoticeCode.READER_MEMORY,
    "failed": NoticeCode.READER_FAILED,
    "timeout": NoticeCode.READER_TIMEOUT,
    "crashed": NoticeCode.READER_CRASHED,
}
"""The code of the notice for each cause of a worker's end (``inspections.documents.limits.cause_of``)."""

SECONDS_FOR_SCANS = 900.0
"""Seconds that may pass while the pages of one scan are recognised; processor time stays limited."""

AHEAD = 8
"""Files that may be read ahead of the oldest one that is not finished, for each worker."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What the reading of one document may cost, and how many documents a worker reads before a new one replaces it.

    ``seconds`` pass on the clock, ``cpu_seconds`` are processor time. ``megabytes`` is the address space that a
    worker may use in addition to what it has before its first document.
    """

    seconds: float = 60.0
    cpu_seconds: int = 45
    megabytes: int = 220
    documents: int = 200


def default_limits() -> ReadingLimits:
    """The usual limits; where words of scans can be recognised, which another program does, more time may pass."""
    return ReadingLimits(seconds=SECONDS_FOR_SCANS) if shutil.which("tesseract") else ReadingLimits()


class ReadingWorker:
    """A process that reads documents: the one that it reads now, until when, and how many are left to it."""

    def __init__(self, limits: ReadingLimits) -> None:
        self.limits = limits
        self.left = limits.documents
        self.job: Job | None = None
        self.deadline = 0.0
        command = [sys.executable, "-m", "ingest.sandbox", str(limits.cpu_seconds), str(limits.megabytes)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)  # noqa: S603
        self.pipe: IO[bytes] = self._process.stdout  # type: ignore[assignment]

    def send(self, job: Job) -> None:
        """Have the worker read or unpack a file."""
        self.job, self.left = job, self.left - 1
        self.deadline = time.monotonic() + self.limits.seconds
        try:
            _write(self._process.stdin, job)  # type: ignore[arg-type]
        except BrokenPipeError:
            return  # the worker has ended; receive() finds out why

    def receive(self) -> Answer:
        """The answer of the worker, once its pipe can be read; a refusal when the worker has ended."""
        job = self._finished()
        answer: Answer | None = _read(self.pipe)
        if answer is not None:
            return answer
        self.left = 0
        return _refused(job, CODES[cause_of(self._process.wait())], self.limits)

    def end_overdue(self) -> Extraction:
        """End the worker because its document took too long, and refuse that document."""
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
    """Workers that read documents in parallel; use it as a context manager.

    A worker is started when there is work for it, and replaced when it has ended or has read its share of documents.
    """

    def __init__(self, workers: int = 1, limits: ReadingLimits | None = None) -> None:
        if workers < 1:
            raise ValueError("at least one worker is needed")
        self._limits = limits or default_limits()
        self._idle: list[ReadingWorker] = []
        self._busy: list[ReadingWorker] = []
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
        """Read the bytes of one file, as ``ingest.extract.extract`` does."""
        return next(self.read([ReadingJob(name, data=data)]))

    def read(self, jobs: Iterable[ReadingJob]) -> Iterator[Extraction]:
        """Read files, several at a time. The results come in the order of the files, each as soon as it can."""
        return cast(Iterator[Extraction], self._run(jobs))

    def unpack(self, job: UnpackingJob) -> tuple[Member, ...]:
        """The members of a file that may hold others; of one that cannot be unpacked, the reason."""
        (answer,) = self._run([job])
        if isinstance(answer, Extraction):
            (notice,) = answer.notices
            return (UnopenedPath(Path(job.path), notice.message, job.name, notice.code),)
        return answer

    def _run(self, jobs: Iterable[Job]) -> Iterator[Answer]:
        waiting = iter(jobs)
        order: deque[Job] = deque()
        done: dict[int, Answer] = {}
        more = True
        while more or order:
            while more and len(self._busy) < self._workers and len(order) < AHEAD * self._workers:
                job = next(waiting, None)
                more = job is not None
                if job is not None:
                    order.append(job)
                    if isinstance(job, ReadingJob) and job.unopened:
                        done[id(job)] = refused_unopened(job.unopened)
                    else:
                        self._start(job)
                if order and id(order[0]) in done:
                    break
            while order and id(order[0]) in done:
                yield done.pop(id(order.popleft()))
            if self._busy and order:
                done.update((id(job), result) for job, result in self._finished())

    def _start(self, job: Job) -> None:
        worker = self._idle.pop() if self._idle else ReadingWorker(self._limits)
        worker.send(job)
        self._busy.append(worker)

    def _finished(self) -> Iterator[tuple[Job, Answer]]:
        """Wait until a worker answers or its time is up; the files that are then finished, with their results."""
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
                yield job, worker.end_overdue()
            else:
                continue
            self._busy.remove(worker)
            if worker.left > 0:
                self._idle.append(worker)
            else:
                worker.close()


def extract_many(files: Iterable[Path | FoundFile | UnopenedPath], workers: int = 1) -> Iterator[Extraction]:
    """Read files in separate processes, ``workers`` at a time: an Extraction for each file, in the order of the files.

    One that cannot be opened when its turn comes is refused (``file-not-opened``), with no sha256.
    """
    with Sandbox(workers) as sandbox:
        yield from sandbox.read(map(job_for, files))


def processors() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _refused(job: Job, code: NoticeCode, limits: ReadingLimits) -> Extraction:
    notice = NoticeDraft(NoticeLevel.ERROR, code, MESSAGES[code].format(limits=limits))
    try:
        sha256, size = job.digest() if isinstance(job, ReadingJob) else ("", 0)
    except OSError as error:
        return refused_unopened(unopened_for(Path(job.path or ""), error, job.name))
    return Extraction(job.name, sha256, UNKNOWN, None, size, "", ReadingStatus.REFUSED, notices=(notice,))


def _write(pipe: IO[bytes], message: object) -> None:
    frame = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(LENGTH.pack(len(frame)))
    pipe.write(frame)
    pipe.flush()


def _read(pipe: IO[bytes]) -> Any:
    """The next message, or None when the process at the other end has ended."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    frame = pipe.read(length)
    return pickle.loads(frame) if len(frame) == length else None  # noqa: S301  (our own worker's)


def serve(cpu_seconds: int, megabytes: int) -> None:
    """Be a worker: set the limits and read documents until the input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not get among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # what is imported is no garbage, and that of a document is collected once it is read
    importlib.import_module("ingest.extract")
    gc.freeze()
    limit_memory(megabytes)
    try:
        limit_time(cpu_seconds)
        while (job := _read(sys.stdin.buffer)) is not None:
            _write(answers, job.run())
            gc.collect()
            limit_time(cpu_seconds)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
