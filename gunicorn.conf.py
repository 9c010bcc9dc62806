"""Gunicorn's settings for this site, in production (``gunicorn``, called in this folder) and in ``manage.py serve``.

The master process loads the program with all views and templates before it forks the workers, so that the first reader
does not wait for them and the workers share their memory. ``inspections.server`` keeps slow clients off their threads.
``WEB_CONCURRENCY`` in the environment sets the number of workers.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from inspections.environment import checked_count

wsgi_app = "inspections.wsgi"
worker_class = "inspections.server.BufferedWorker"
try:
    workers = checked_count("WEB_CONCURRENCY", os.environ.get("WEB_CONCURRENCY", ""), 2, least=1)
except ImproperlyConfigured as error:
    sys.exit(f"Not started. {error}")
threads = 4
preload_app = True
control_socket_disable = True  # its path is one for all sites of a user

if os.environ.get("METRICS_TOKEN") and "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
    # Must be named before prometheus_client is imported. What processes of an earlier start counted is deleted.
    counts = Path(os.environ.get("VAR_DIR", "var")).resolve() / "metrics"
    counts.mkdir(parents=True, exist_ok=True, mode=0o700)
    for file in counts.glob("*.db"):
        file.unlink(missing_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(counts)

NEW_OBJECTS, ROUNDS = 10_000, 20
"""New objects, and rounds of an older generation, between two garbage collections in a worker."""


def on_starting(server: Any) -> None:
    """Import every view that has an address, and compile every template."""
    from django.conf import settings
    from django.template.loader import get_template
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018  (reading it imports the views)
    folder = Path(settings.BASE_DIR) / "templates"
    for path in folder.rglob("*.html"):
        get_template(str(path.relative_to(folder)))


def when_ready(server: Any) -> None:
    """Start the worker for uploaded documents, which takes up what was cut off, and bring bulk files up to date."""
    from findings.bulk.background import start_publishing
    from ingest.uploads.worker import start_worker

    start_worker()
    start_publishing()


def pre_fork(server: Any, worker: Any) -> None:
    """Freeze objects after start-up so that garbage collection skips them.

    This is done before the fork, as Python's documentation advises: a collection in a worker would write to every
    object, and the memory would no longer be shared.
    """
    gc.collect()
    gc.freeze()


def post_fork(server: Any, worker: Any) -> None:
    """Collect garbage less often than Python does, because a collection delays the page that is being made."""
    gc.set_threshold(NEW_OBJECTS, ROUNDS, ROUNDS)


def child_exit(server: Any, worker: Any) -> None:
    """Forget what a worker that ended counted of the moment; its totals stay."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
