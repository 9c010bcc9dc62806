"""``manage.py serve``: prepare the database and serve the site; ``make run`` ends with this command.

It migrates, reads the documents, collects the static files and serves the site on this machine only. The ``ingest``
command does the reading, and passes over documents that are already loaded.
"""

import socket
from argparse import ArgumentParser
from errno import EADDRINUSE
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from gunicorn.app.base import Application

from findings.bulk.background import start_publishing
from ingest.arguments import named_path
from ingest.uploads.worker import start_worker
from inspections.migrated import wait_for_database

OWN_DOCUMENTS = Path(settings.BASE_DIR) / "documents"
SAMPLES = Path(settings.BASE_DIR) / "ingest" / "samples"
HOST = "127.0.0.1"
PORTS = range(1, 65536)
SETTINGS = Path(settings.BASE_DIR) / "gunicorn.conf.py"
SECONDS_TO_STOP = 3


class Site(Application):
    """Gunicorn with the settings of ``gunicorn.conf.py``, overridden by those for use on one's own machine.

    ``ready`` is called when the server listens.
    """

    def __init__(self, port: int, ready: Any) -> None:
        self.own = {
            "bind": f"{HOST}:{port}",
            "graceful_timeout": SECONDS_TO_STOP,
            "loglevel": "warning",
            "when_ready": ready,
        }
        super().__init__()

    def load_config(self) -> None:
        """Read the settings of the file, then those of this class."""
        self.load_config_from_file(str(SETTINGS))
        for name, value in self.own.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the application, which is loaded once in the master process."""
        from inspections.wsgi import application

        return application


class Command(BaseCommand):
    """Set up the database, read documents, and serve until Ctrl-C."""

    help = "Set up the database, read documents and serve the site on this machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the port and the documents."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--documents",
            type=named_path,
            help="file or folder to read; without it documents/, and the samples if that is empty",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the steps in order; a missing folder or a port in use stops the command before anything is changed."""
        documents = documents_to_read(options["documents"])
        check_port(options["port"])
        wait_for_database()
        self.stdout.write("Setting up the database ...")
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write(f"Reading the documents in {shown(documents)} ...")
        call_command("ingest", str(documents), no_bulk=True)  # a process of the site makes them while it serves
        # Reports loaded by a version with another search index, or none, are not in the index yet.
        call_command("reindex", stale=True, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["*.scss"])
        connections.close_all()
        Site(options["port"], lambda _: self._welcome(options["port"])).run()

    def _welcome(self, port: int) -> None:
        self.stdout.write(
            f"\nThe site is at http://{HOST}:{port} (Ctrl-C stops it).\n"
            "To correct what was read, make yourself an administrator in another terminal:\n"
            "    .venv/bin/python manage.py createsuperuser\n"
            f"and log in at http://{HOST}:{port}/admin/\n"
        )
        self.stdout.flush()
        start_worker()
        start_publishing(f"http://{HOST}:{port}")


def check_port(port: int) -> None:
    """Try the port before the long work begins. CommandError if it cannot be used."""
    if port not in PORTS:
        raise CommandError(f"There is no port {port}. Choose one from {PORTS.start} to {PORTS.stop - 1}.")
    with socket.socket() as trial:
        trial.setsockopt(
            socket.SOL_SOCKET, socket.SO_REUSEADDR, 1
        )  # like the server, accept a port that was released a moment ago
        try:
            trial.bind((HOST, port))
        except OSError as error:
            reason = "another program has it" if error.errno == EADDRINUSE else str(error)
            raise CommandError(
                f"Port {port} cannot be used: {reason}. Choose another, as make run PORT=8001."
            ) from error


def documents_to_read(given: Path | None) -> Path:
    """Return the given path, else ``documents/`` if it has any files, else the samples. CommandError if missing."""
    if given is None:
        return OWN_DOCUMENTS if OWN_DOCUMENTS.is_dir() and any(OWN_DOCUMENTS.iterdir()) else SAMPLES
    if not given.exists():
        raise CommandError(f"{given} does not exist: give a file or folder of documents.")
    return given


def shown(path: Path) -> Path:
    """Return the path relative to the project's folder if it is inside it, else unchanged."""
    return path.relative_to(settings.BASE_DIR) if path.is_relative_to(settings.BASE_DIR) else path
