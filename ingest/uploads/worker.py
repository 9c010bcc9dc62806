"""The worker: takes up one open document after the other.

By default a site starts its worker itself, as a process of its own that ends when nothing is left to do: when files
come in, when somebody looks at documents that are open, and when the server starts. A worker that was killed is thus
replaced. With ``UPLOAD_WORKER=separate`` somebody else keeps ``manage.py work`` running, on this machine or on one that
shares the database and the folder.
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
from django.db import DatabaseError, close_old_connections

from ingest.models import UploadedDocument
from ingest.sandbox import Sandbox
from ingest.uploads import storage
from ingest.uploads.deciding import give_back
from ingest.uploads.queue import taken
from ingest.uploads.reading import refuse, work_on
from inspections.environment import StartedBy
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
                _work_on(document, sandbox)
            number += 1


def _work_on(document: UploadedDocument, sandbox: Sandbox) -> None:
    try:
        work_on(document, sandbox)
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
    storage.remove_strays(UploadedDocument.objects.exclude(stored="").values_list("stored", flat=True))
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
    """Whether a worker of this machine is there, or is just starting."""
    try:
        with storage.locked(storage.WORKER, create=True) as lock:
            return lock is None
    except OSError:
        return False


def start_worker() -> None:
    """Start the worker of this site, if it is to start one and none is there.

    The lock is taken here and inherited by the process, so that nobody starts another while it is starting. Where
    nothing can be written, the site goes on without a worker.
    """
    if settings.UPLOAD_WORKER != StartedBy.EMBEDDED:
        return
    try:
        with storage.locked(storage.WORKER, create=True) as lock:
            if lock is not None:
                _start(lock.fileno())
    except OSError as error:
        logger.warning("The worker for uploaded documents was not started: %s", error)


def _start(lock: int) -> None:
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--until-done", f"--lock={lock}"]
    subprocess.Popen(command, stdin=subprocess.DEVNULL, cwd=settings.BASE_DIR, pass_fds=(lock,))  # noqa: S603
