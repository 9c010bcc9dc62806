"""Whether broker and object store can be reached, where machines share them.

Both are asked with short limits and without a second attempt, because whoever supervises the site waits for the answer.
Pages that need neither go on without them, and what is waiting for them is not lost.
"""

from __future__ import annotations

import time

from django.conf import settings

from inspections.environment import UploadWorker
from inspections.file_storage import look_for_bucket
from inspections.storage_faults import NO_FILES

SECONDS = 2
"""For each of them to take a connection, and to answer."""
KEPT = 10.0
"""Seconds for which an answer is kept: each process asks no more often."""
NO_BROKER = (
    "The broker cannot be reached, or refuses name and password. See that it runs and that CELERY_BROKER_URL names it; "
    "documents wait meanwhile."
)


class SharedServices:
    """What this process knows of broker and object store."""

    def __init__(self) -> None:
        self._asked_at: float | None = None
        self._faults: tuple[str, ...] = ()

    def faults(self) -> tuple[str, ...]:
        """What is wrong, a sentence each; none where neither is configured."""
        now = time.monotonic()
        if self._asked_at is None or now - self._asked_at >= KEPT:
            self._faults = tuple(filter(None, (broker_fault(), store_fault())))
            self._asked_at = time.monotonic()
        return self._faults


def broker_fault() -> str:
    """What is wrong with the broker; "" if nothing is, or no worker needs one."""
    if settings.UPLOAD_WORKER != UploadWorker.CELERY:
        return ""
    from kombu.connection import Connection  # installed where it is used
    from kombu.exceptions import KombuError

    limits = {"socket_connect_timeout": SECONDS, "socket_timeout": SECONDS}
    line = Connection(settings.CELERY_BROKER_URL, connect_timeout=SECONDS, transport_options=limits)  # type: ignore[no-untyped-call]
    with line:
        try:
            line.transport.close_connection(line.transport.establish_connection())  # ``connect`` would try it thrice
        except (KombuError, OSError, *line.connection_errors, *line.channel_errors):
            return NO_BROKER
    return ""


def store_fault() -> str:
    """What is wrong with the object store; "" if nothing is, or files lie in folders."""
    if not settings.FILES_URL:
        return ""
    from botocore.exceptions import BotoCoreError, ClientError  # installed where it is used

    try:
        look_for_bucket(settings.FILES_URL, SECONDS)
    except (BotoCoreError, ClientError):
        return NO_FILES
    return ""
