"""What several commands take on the command line; a value that cannot be meant is refused before anything is done.

Nothing here needs Django: ``manage.py extract`` starts without it.
"""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from ingest.sandbox import processors


def at_least_one(text: str) -> int:
    """A whole number of 1 or more. Raises ArgumentTypeError, with a sentence, for anything else."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise ArgumentTypeError(f"“{text}” is no whole number of 1 or more.")
    return int(text)


def named_path(text: str) -> Path:
    """A path. Raises ArgumentTypeError for an empty one, which would mean the folder that one happens to be in."""
    if not text:
        raise ArgumentTypeError("a path is empty; name a file or folder, “.” for the one you are in.")
    return Path(text)


def add_paths(parser: ArgumentParser) -> None:
    """Declare ``PATH...``, files and folders."""
    parser.add_argument("paths", nargs="+", type=named_path, metavar="PATH", help="a file, or a folder to be searched")


def add_workers(parser: ArgumentParser) -> None:
    """Declare ``--workers``, how many documents are read at a time."""
    parser.add_argument(
        "--workers", type=at_least_one, default=processors(), help="documents to read at a time (default: processors)"
    )
