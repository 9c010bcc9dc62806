"""The worker: takes up one open document after the other.

By default a site starts its worker itself, as a process of its own that ends when nothing is left to do: when files
come in, when somebody looks at documents that are open, and when the server starts. A worker that was killed is thus
replaced. With ``UPLOAD_WORKER=separate`` somebody else keeps ``manage.py work`` running, on this machine or on one that
shares the database and the folder. With ``UPLOAD_WORKER=celery`` it is the same, and a broker tells workers what to do
(``ingest.uploads.broker``).
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

from ingest.models import UploadedDocument
from ingest.sandbox import Sandbox
from ingest.uploads import storage
from ingest.uploads.deciding import give_back
from ingest.uploads.holds import held_now
from ingest.uploads.queue import taken
from ingest.uploads.reading import refuse, work_on
from inspections.environment import UploadWorker
from inspections.storage_faults import sentence_about

logger = logging.getLogger(__name__)

PAUSE, LINGER = 1.0, 60.0
"""Seconds between two looks for work, and how long a worker that may end waits for more of it."""
REPORT_IT = "Please report it with the file and with what stands in the log."
NOT_READ = f"A mistake in this program broke off the reading; nothing was taken from the file. {REPORT_IT}"
NOT_LOADED = f"A mistake in this program broke off the loading; nothing was loaded. {REPORT_IT}"


def work_off() -> int:
    """Work until no document is open that nobody else has in hand. Returns how many were worked on."""
    number = 0
    with Sandbox() as sandbox:
        while True:
            with taken() as document:
                if document is None:
                    return number
                work_with(document, sandbox)
            number += 1


def work_with(document: UploadedDocument, sandbox: Sandbox, breaks: tuple[type[Exception], ...] = ()) -> None:
    """Work on a document that the caller holds; a mistake of the program refuses it, or gives it back.

    What breaks the work off and is none of the document is raised: faults of disk and database, and ``breaks``.
    """
    try:
        work_on(document, sandbox)
    except breaks:
        raise
    except Exception as error:
        if sentence_about(error):  # a fault of disk or database is none of the document, which is taken up again
            with suppress(DatabaseError):
                UploadedDocument.objects.filter(pk=document.pk).update(tries=document.tries)
            raise
        logger.exception("Document %s of an upload was not worked off", document.pk)
        if document.wish:
            give_back(document, NOT_LOADED)
        else:
            refuse(document, NOT_READ)


def keep_working(*, until_done: bool, lock: int | None = None, pause: Callable[[float], None] = time.sleep) -> None:
    """Work whenever there is something to do; with ``until_done`` end when there has been nothing for a while.

    ``lock`` is the descriptor of the lock of workers, if whoever started this one took the lock for it.
    """
    _tidy()
    idle = 0.0
    while True:
        with _only_one(lock) as is_only_one:
            if until_done and not is_only_one:
                return
            while not until_done or idle < LINGER:
                close_old_connections()
                idle = 0.0 if work_off() else idle + PAUSE
                pause(PAUSE)
        # Whoever sent a file in while the lock was held has left it to this worker.
        if not UploadedDocument.objects.open().exists():
            return
        idle, lock = 0.0, None


def work_for_broker(processes: int) -> None:
    """Be a worker to whom a broker tells what to do, with so many processes, until it is stopped."""
    from ingest.uploads import broker  # Celery is installed where it is used

    _tidy()
    connection.close()  # the processes are not to share it
    broker.serve(processes)


def _tidy() -> None:
    storage.remove_strays(UploadedDocument.objects.exclude(stored="").values_list("stored", flat=True))


@contextmanager
def _only_one(lock: int | None) -> Iterator[bool]:
    """Hold the lock of workers, taken already or now; False if another worker of this machine has it."""
    if lock is not None:
        with os.fdopen(lock, "rb"):
            yield True
        return
    with storage.locked(storage.WORKER, create=True) as taken_now:
        yield taken_now is not None


def is_at_work() -> bool:
    """Whether a worker of this machine is there or is just starting, or whether one of any machine has a document."""
    try:
        with storage.locked(storage.WORKER, create=True) as lock:
            return lock is None or bool(held_now())
    except OSError:
        return False


def start_worker() -> None:
    """See to it that open documents are worked on, as far as that is for this site to do."""
    STARTS[settings.UPLOAD_WORKER]()


def _start_own() -> None:
    """Start the worker of this site, if none is there.

    The lock is taken here and inherited by the process, so that nobody starts another while it is starting. Where
    nothing can be written, the site goes on without a worker.
    """
    try:
        with storage.locked(storage.WORKER, create=True) as lock:
            if lock is not None:
                _start(lock.fileno())
    except OSError as error:
        logger.warning("The worker for uploaded documents was not started: %s", error)


def _start(lock: int) -> None:
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--until-done", f"--lock={lock}"]
    subprocess.Popen(command, stdin=subprocess.DEVNULL, cwd=settings.BASE_DIR, pass_fds=(lock,))  # noqa: S603


def _announce() -> None:
    """Tell the broker. Where it cannot be told, workers find the documents when it is there again."""
    from ingest.uploads import broker  # Celery is installed where it is used

    try:
        broker.announce()
    except broker.Unreachable as error:
        logger.warning("The broker was not told of open documents: %s", error)


STARTS: dict[str, Callable[[], None]] = {
    UploadWorker.EMBEDDED: _start_own,
    UploadWorker.SEPARATE: lambda: None,
    UploadWorker.CELERY: _announce,
}
"""What the site does for open documents, by ``UPLOAD_WORKER``."""
