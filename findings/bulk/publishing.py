"""Publishing a set of bulk files in place of the one before.

1. One process does so at a time.
2. The files are made in a folder beside those that are published.
3. When they are whole, their folder gets its name, and ``current.json`` names it. Until then the set before counts,
   also if the process is killed; what that left behind is removed by the next one.

A set that would break its own description is not published.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from findings.bulk.making import BrokenRules, make_files
from findings.bulk.published import CURRENT, LOCK, BulkSet, bulk_folder, published_set, put_in_place

MAKING = ".making"
AT_WORK = "Another process is making the bulk files. Wait until it has finished, then do the same again."
STAYS = "Nothing was published, and the files from before stay. Please report it with this sentence."


class NotPublished(Exception):
    """Why no set was published, in a sentence that says what to do."""


def publish(site: str) -> BulkSet:
    """Make a set of all that is public now, with addresses that begin with ``site``. Raises NotPublished."""
    with _only_one() as is_only_one:
        if not is_only_one:
            raise NotPublished(AT_WORK)
        before = published_set()
        _remove_all_but(before.folder if before else "")
        making = bulk_folder() / MAKING
        making.mkdir()
        try:
            made = make_files(making, site)
            making.rename(bulk_folder() / made.folder)
        except BrokenRules as error:
            raise NotPublished(f"{error} {STAYS}") from error
        finally:
            shutil.rmtree(making, ignore_errors=True)
        put_in_place(made)
        _remove_all_but(made.folder)
        return made


@contextmanager
def _only_one() -> Iterator[bool]:
    """Hold the lock of those who publish; False if somebody else has it."""
    bulk_folder().mkdir(parents=True, exist_ok=True)
    with (bulk_folder() / LOCK).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        (bulk_folder() / LOCK).touch()
        yield True


def _remove_all_but(folder: str) -> None:
    for path in bulk_folder().iterdir():
        if path.name in (folder, LOCK, CURRENT):
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
