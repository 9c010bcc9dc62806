"""The speed of reading documents: the methods that are compared, each over the same files in new processes.

This module does not use Django, because the new processes import nothing else.
"""

from __future__ import annotations

import multiprocessing
import re
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2

from ingest.extract import extract

PDF = b"%PDF-"


def read_everything(path: Path) -> None:
    """Read a document as ``extract`` does: blocks, reports and all their facts."""
    extract(path.read_bytes(), path.name)


def words_of_pdfplumber(path: Path) -> None:
    """Read words with their fonts, from geometry: the reference for quality."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_words(extra_attrs=["fontname", "size"])
            page.close()


def text_of_pdfium(path: Path) -> None:
    """Read plain text in the order of the file, without fonts or boxes: the reference for speed."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_bounded()
        page.close()
    document.close()


@dataclass(frozen=True, slots=True)
class Measure:
    """Seconds for all files, and the highest memory use of one process in MB."""

    seconds: float
    megabytes: float


def awake(seconds: float) -> None:
    """Import this module in a new process, and keep it busy so that the next call goes to another process."""
    time.sleep(seconds)


def timed(way: Callable[[Path], None], path: Path) -> float:
    """Read one file, and return the highest memory use of this process so far, in MB."""
    way(path)
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    # Linux includes the parent's memory in ru_maxrss; VmHWM is the peak of this process alone.
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())[0]) / 1024


def measure(way: Callable[[Path], None], files: list[Path], processes: int = 1) -> Measure:
    """Read the files in the order given, in new processes that import everything before the clock starts."""
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(awake, [0.3] * processes))
        started = time.perf_counter()
        futures = [pool.submit(timed, way, path) for path in files]
        memory = max(future.result() for future in futures)
        return Measure(time.perf_counter() - started, memory)


def pdfs(path: Path) -> list[Path]:
    """Return the PDF documents at a path, recognised by their first bytes, the largest first."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sorted((file for file in files if starts_like_pdf(file)), key=lambda file: (-file.stat().st_size, file.name))


def starts_like_pdf(path: Path) -> bool:
    """Tell whether the file begins like a PDF."""
    with path.open("rb") as file:
        return file.read(len(PDF)) == PDF


def take(files: list[Path], pages: int) -> tuple[list[Path], int]:
    """Choose files evenly from large and small until they have this many pages; return them and their number of pages.

    Files that cannot be opened are passed over.
    """
    taken: list[Path] = []
    total = 0
    step = max(1, len(files) // 20)
    for file in [file for start in range(step) for file in files[start::step]]:
        if total >= pages:
            break
        try:
            with pypdfium2.PdfDocument(file) as document:
                total += len(document)
        except pypdfium2.PdfiumError:
            continue
        taken.append(file)
    return taken, total
