"""Pages of the stored PDFs as images: from the cache, or drawn in a process with limits of time and memory.

An image is looked for in the cache first. If drawing it failed within the last hour, the failure is raised again, so
that a damaged file is not tried at every request. Otherwise a new process draws it, if one of the few slots for drawing
becomes free in time (else RendererBusy). Slots are locks on files, so that all processes of the site share them, and a
slot becomes free when its process dies.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings

from inspections.documents import rendering
from inspections.documents.file_cache import FileCache
from inspections.documents.limits import cause_of
from inspections.documents.stored_files import source_files
from inspections.models import SourceFile

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1_000_000
MEDIA_TYPE = "image/webp"
PDF = "application/pdf"
STEP = 0.05
FAILURE_LASTS = 3600.0
RECIPE = hashlib.sha256(
    f"{rendering.DPI} {rendering.MOST_PIXELS} {rendering.QUALITY} {version('pypdfium2')} {version('pillow')}".encode()
).hexdigest()[:8]
REASONS = {
    "missing": (
        "The file of this page is not here any more, so it is not shown. The records that were read from it are. "
        "Please tell the people who run this site."
    ),
    "unreadable": (
        "The PDF is damaged where this page stands and cannot be shown. Download the file from its publisher again."
    ),
    "timeout": (
        "Drawing this page takes longer than is allowed, so it is not shown. The records that were read from it are."
    ),
    "memory": (
        "Drawing this page needs more memory than is allowed, so it is not shown. "
        "The records that were read from it are."
    ),
    "crashed": (
        "This page is damaged, or made so that it cannot be drawn. The records that were read from it are shown."
    ),
    "failed": (
        "A mistake in this program broke off the drawing of this page. Please report it with the address of the page."
    ),
}


class PageNotDrawn(ValueError):
    """A page that cannot be shown; ``code`` is a key of REASONS, and the text is the sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(REASONS[code])
        self.code = code


class RendererBusy(Exception):
    """All slots for drawing were in use for too long; to be tried again after ``seconds``."""

    seconds = 3


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in points, and of its image in pixels."""

    width: float
    height: float

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of its image."""
        return rendering.pixels_of(self.width, self.height)


class PageImages:
    """The images of pages, cached in a folder up to a total size.

    ``slots`` is the number of pages that all processes together draw at a time, ``waiting`` the number of requests of
    this process that may draw or wait; ``patience`` limits the seconds of waiting for a slot, ``seconds`` those of
    drawing.
    """

    def __init__(
        self,
        folder: Path,
        most_bytes: int = 500 * MEGABYTE,
        *,
        slots: int = 2,
        waiting: int = 3,
        patience: float = 4.0,
        seconds: float = 20.0,
    ) -> None:
        self.files = FileCache(folder, most_bytes)
        self._slots = [folder / f"slot-{number}" for number in range(slots)]
        self._waiting = BoundedSemaphore(waiting)
        self._patience = patience
        self._seconds = seconds

    def image(self, source: SourceFile, page: int) -> bytes:
        """The page as WebP. Raises PageNotDrawn and RendererBusy."""
        return self.image_of(source.sha256, partial(source_files().local, str(source.stored)), page)

    def image_of(self, sha256: str, find: Callable[[], Path], page: int) -> bytes:
        """The page of a file, which is found when it is needed. Raises PageNotDrawn and RendererBusy."""
        return self._made(sha256, f"{page}.webp", find, "image", str(page))

    def forget(self, sha256: str) -> None:
        """Delete all images of a file."""
        self.files.forget(f"{sha256}-")

    def sizes(self, source: SourceFile) -> tuple[PageSize, ...]:
        """The size of every page. Raises PageNotDrawn and RendererBusy."""
        find = partial(source_files().local, str(source.stored))
        found = json.loads(self._made(source.sha256, "sizes.json", find, "sizes"))
        return tuple(PageSize(width, height) for width, height in found)

    def _made(self, sha256: str, name: str, find: Callable[[], Path], task: str, *numbers: str) -> bytes:
        key = f"{sha256}-{RECIPE}-{name}"
        if (found := self._known(key)) is not None:
            return found
        with self._slot():
            if (found := self._known(key)) is not None:
                return found  # drawn by someone else in the meantime
            try:
                made = self._draw(task, str(find()), *numbers)
            except FileNotFoundError as error:
                raise PageNotDrawn("missing") from error
            except PageNotDrawn as reason:
                self.files.put(f"{key}.failed", reason.code.encode())
                raise
            self.files.put(key, made)
            return made

    def _known(self, key: str) -> bytes | None:
        if (found := self.files.get(key)) is not None:
            return found
        if failure := self.files.get(f"{key}.failed", not_older=FAILURE_LASTS):
            raise PageNotDrawn(failure.decode())
        return None

    def _draw(self, *task: str) -> bytes:
        """The output of a new process, which inherits nothing of the environment and so no secret."""
        command = [sys.executable, "-m", "inspections.documents.rendering", *task]
        try:
            done = subprocess.run(  # noqa: S603  (our own module; the path is ours, the page a number)
                command,
                cwd=ROOT,
                env={},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=self._seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise PageNotDrawn("timeout") from error
        if done.returncode == 0:
            return done.stdout
        raise PageNotDrawn("unreadable" if done.returncode == rendering.UNREADABLE else cause_of(done.returncode))

    @contextmanager
    def _slot(self) -> Iterator[None]:
        if not self._waiting.acquire(blocking=False):
            raise RendererBusy
        try:
            self.files.folder.mkdir(parents=True, exist_ok=True)
            with self._locked():
                yield
        finally:
            self._waiting.release()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the first slot that becomes free."""
        patient_until = time.monotonic() + self._patience
        while True:
            for path in self._slots:
                with path.open("ab") as slot:
                    try:
                        fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    except BlockingIOError:
                        continue
                    yield
                    return
            if time.monotonic() >= patient_until:
                raise RendererBusy
            time.sleep(STEP)


def etag_of(source: SourceFile, page: int) -> str:
    """The strong entity tag of an image: the same file, page and version of the renderer give the same bytes."""
    return f'"{source.sha256[:32]}-{page}-{RECIPE}"'


def has_pages(source: SourceFile) -> bool:
    """Whether its pages can be drawn."""
    return bool(source.stored) and source.media_type == PDF


@cache
def _images_in(folder: Path, megabytes: int) -> PageImages:
    return PageImages(folder, megabytes * MEGABYTE)


def page_images() -> PageImages:
    """The images of the site, with the folder and limit of its settings."""
    return _images_in(Path(settings.PAGE_IMAGES_DIR), settings.PAGE_IMAGES_MB)
