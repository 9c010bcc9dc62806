"""How fast documents are read: the ways that are compared, each over the same files in new processes.

Knows no Django, because the processes begin with nothing but this module.
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
    """What ``extract`` does with a document: blocks, reports and all their facts."""
    extract(path.read_bytes(), path.name)


def words_of_pdfplumber(path: Path) -> None:
    """The reference for quality: words with their fonts, from geometry."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_words(extra_attrs=["fontname", "size"])
            page.close()


def text_of_pdfium(path: Path) -> None:
    """The reference for speed: plain text in the order of the file, without fonts or boxes."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_bounded()
        page.close()
    document.close()


@dataclass(frozen=True, slots=True)
class Measure:
    """Seconds over all files, and the greatest memory of one process in MB."""

    seconds: float
    megabytes: float


def awake(seconds: float) -> None:
    """Import this module in a new process, and keep it busy so that the next call goes to another."""
    time.sleep(seconds)


def timed(way: Callable[[Path], None], path: Path) -> float:
    """Read one file; the greatest memory of this process so far, in MB."""
    way(path)
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    # Linux counts the parent's memory into ru_maxrss; its high-water mark is of this program alone.
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())[0]) / 1024


def measure(way: Callable[[Path], None], files: list[Path], processes: int = 1) -> Measure:
    """Read the files, the largest first, in new processes that have imported everything before the clock starts."""
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(awake, [0.3] * processes))
        started = time.perf_counter()
        futures = [pool.submit(timed, way, path) for path in files]
        memory = max(future.result() for future in futures)
        return Measure(time.perf_counter() - started, memory)


def pdfs(path: Path) -> list[Path]:
    """The PDF documents at a path, by their first bytes and in order of size, the largest first."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sorted((file for file in files if starts_like_pdf(file)), key=lambda file: (-file.stat().st_size, file.name))


def starts_like_pdf(path: Path) -> bool:
    """Whether the file begins as a PDF does."""
    with path.open("rb") as file:
        return file.read(len(PDF)) == PDF


def take(files: list[Path], pages: int) -> tuple[list[Path], int]:
    """Large and small files alike until there are that many pages, and their pages; broken files are left out."""
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
