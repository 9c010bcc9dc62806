"""What a Celery worker does with a message: the same as any worker does, with the document that it names."""

from __future__ import annotations

import logging

from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_process_shutdown

from ingest.sandbox import Sandbox
from ingest.uploads import broker
from ingest.uploads.queue import taken
from ingest.uploads.worker import work_with

logger = logging.getLogger(__name__)

_sandboxes: list[Sandbox] = []
"""The one of this process, once it has read a document."""


@broker.app.task(name=broker.WORK)  # type: ignore[untyped-decorator]
def work(key: int) -> None:
    """Work on the document with this key, unless it is done or in other hands; then announce what came of it."""
    with taken(key) as document:
        if document is not None:
            try:
                work_with(document, _sandbox(), breaks=(SoftTimeLimitExceeded,))
            except SoftTimeLimitExceeded:
                logger.warning("Work on document %s of an upload took too long and was broken off", key)
                _close()
    broker.announce()


def _sandbox() -> Sandbox:
    if not _sandboxes:
        _sandboxes.append(Sandbox())
    return _sandboxes[0]


@worker_process_shutdown.connect  # type: ignore[untyped-decorator]
def _close(**kwargs: object) -> None:
    """End the process that reads."""
    while _sandboxes:
        _sandboxes.pop().__exit__(None, None, None)
