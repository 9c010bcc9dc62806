"""Telling workers on several machines, by a broker, which documents there is something to do with (Celery).

The rows of the database stay the truth, and the broker carries their keys alone. A message that comes twice finds its
document held or done; one that is lost is sent again by any worker that finds the queue empty while documents are open
and in nobody's hands. So it does not matter what becomes of the broker.

Imported only where ``UPLOAD_WORKER=celery``.
"""

from __future__ import annotations

import logging
from typing import Any

from celery import Celery, bootsteps
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from kombu.exceptions import OperationalError

from ingest.models import UploadedDocument
from ingest.sandbox import default_limits
from ingest.uploads.holds import held_now

logger = logging.getLogger(__name__)

WORK = "ingest.uploads.work"
"""The name of the task."""
QUEUE = "documents"
AT_ONCE = 1000
"""Documents that are announced at a time; the next follow when no message is left."""
SWEEP_EVERY = 5.0
"""Seconds between two looks of a worker for open documents that no message tells of."""
PATIENCE = 2.0
"""Seconds in which a broker must take a connection, because the page of an upload waits meanwhile."""
READING = 2 * default_limits().seconds
"""Seconds after which the sandbox has ended the unpacking and the reading of a document by itself."""
LOADING = 600.0
SOFT_LIMIT, HARD_LIMIT = READING + LOADING, READING + LOADING + 60
"""Seconds after which work on a document is broken off, and after which its process is killed."""

Unreachable = (OperationalError, OSError)
"""What is raised where the broker cannot be told."""

app = Celery("knowledge-base", broker=settings.CELERY_BROKER_URL, set_as_current=False)
app.conf.update(
    imports=("ingest.uploads.tasks",),
    task_default_queue=QUEUE,
    task_ignore_result=True,
    accept_content=["json"],
    task_acks_late=True,  # a message is done with when its document is
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_soft_time_limit=SOFT_LIMIT,
    task_time_limit=HARD_LIMIT,
    broker_connection_timeout=PATIENCE,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_transport_options={
        "visibility_timeout": HARD_LIMIT + 60,  # Redis gives what nobody has acknowledged to another worker
        "socket_connect_timeout": PATIENCE,
        "socket_keepalive": True,
    },
    worker_enable_remote_control=False,
    worker_hijack_root_logger=False,
    worker_cancel_long_running_tasks_on_connection_loss=False,
)


def announce() -> int:
    """Tell the broker of open documents of which it was not told yet. Returns how many. Raises ``Unreachable``."""
    new = UploadedDocument.objects.open().filter(announced_at=None)
    keys = list(new.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    if keys:
        with app.connection_for_write() as line:
            producer = app.amqp.Producer(line, auto_declare=False)
            for key in keys:
                app.send_task(WORK, [key], producer=producer, retry=False)
        UploadedDocument.objects.filter(pk__in=keys).update(announced_at=timezone.now())
    return len(keys)


def sweep() -> int:
    """If no message is left, announce what is open and in nobody's hands, again where need be. Returns how many."""
    if not waiting():
        open_ones = UploadedDocument.objects.open().exclude(pk__in=held_now())
        open_ones.exclude(announced_at=None).update(announced_at=None)
    return announce()


def waiting() -> int:
    """How many messages wait in the queue. Raises ``Unreachable``."""
    with app.connection_for_read() as line:
        queue = app.amqp.queues[QUEUE].bind(line.default_channel)
        return int(queue.queue_declare().message_count)


class Sweeping(bootsteps.StartStopStep):
    """Sweep while a worker is connected to the broker, and when it is connected again."""

    requires = ("celery.worker.consumer.tasks:Tasks",)

    def start(self, parent: Any) -> None:
        """Sweep now and then; timers end with the connection."""
        parent.timer.call_after(0, sweep_or_tell)
        parent.timer.call_repeatedly(SWEEP_EVERY, sweep_or_tell)


def sweep_or_tell() -> None:
    """Sweep in the process that hands out the work; what cannot be reached now is asked again soon."""
    try:
        sweep()
    except (DatabaseError, *Unreachable) as error:
        logger.warning("Open documents were not looked for: %s", error)
    finally:
        connection.close()  # processes that are started from this one are not to share it


app.steps["consumer"].add(Sweeping)


def serve(processes: int) -> None:
    """Be a worker with so many processes until it is stopped; what they work on is finished first."""
    quiet = ("--without-gossip", "--without-mingle", "--without-heartbeat")
    app.worker_main(["--quiet", "worker", "--pool=prefork", f"--concurrency={processes}", "--loglevel=INFO", *quiet])
