"""Printing the facts of documents as JSON Lines: what ``manage.py extract`` does. It needs neither Django nor database.

Reading knows no Django; to load it first would cost as much as reading a document.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from ingest.arguments import add_paths, add_workers
from ingest.exchange import to_json
from ingest.files import UnopenedPath, files_at, printable
from ingest.sandbox import extract_many
from ingest.unpacking import Unpacking
from inspections.vocabulary import ReadingStatus

HELP = "Read documents (files, folders, archives) and print their facts as JSON Lines; the database is not touched."


class Output(Protocol):
    """Where lines are printed."""

    def write(self, text: str, /) -> object:
        """Print a text."""

    def flush(self) -> None:
        """Hand what was printed on at once."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the paths and options."""
    add_paths(parser)
    add_workers(parser)


def main(arguments: Sequence[str]) -> None:
    """Print the facts of the documents that a command line names; exit with 1 as ``print_or_exit`` does."""
    parser = ArgumentParser(prog="manage.py extract", description=HELP)
    add_arguments(parser)
    given = parser.parse_args(arguments)
    print_or_exit(given.paths, given.workers, sys.stdout)


def print_or_exit(paths: Iterable[Path], workers: int, out: Output) -> None:
    """Print a line for each file.

    Exit with 1 when one was refused or could not be opened, of which its line says why, and when there was none.
    """
    paths = list(paths)
    refused = print_facts(paths, workers, out)
    if refused is None:
        raise SystemExit(f"There is no document in {', '.join(printable(str(path)) for path in paths)}.")
    if refused:
        raise SystemExit(1)


def print_facts(paths: Iterable[Path], workers: int, out: Output) -> bool | None:
    """Print one JSON object a line for each file, in the order given, each as soon as it is read.

    Tells whether a file was refused, None where there was no file.
    """
    refused = None
    with Unpacking() as unpacking:
        for extraction in extract_many(unpacking.documents(_files(paths)), workers):
            refused = bool(refused) or extraction.status is ReadingStatus.REFUSED
            out.write(json.dumps(to_json(extraction), ensure_ascii=False) + "\n")
            out.flush()
    return refused


def _files(paths: Iterable[Path]) -> Iterator[Path | UnopenedPath]:
    for path in paths:
        yield from files_at(path)
