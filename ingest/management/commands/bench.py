"""``manage.py bench``: how fast documents are read, and how long the pages of the site take over a large knowledge base.

Figures of one machine mean nothing on another; ratios do: to known libraries on the same files, to a page without data. Each way of reading
runs in a new process, so that none profits from another's caches, and tells its greatest memory. The pages are timed in
databases of their own (``ingest.bench``).
"""

import multiprocessing
import re
import resource
import time
from argparse import ArgumentParser
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ingest.bench.databases import filled
from ingest.bench.report import lines
from ingest.extract import extract

BESIDE = Path(settings.BASE_DIR).parent / "shared" / "documents"
OWN = Path(settings.BASE_DIR) / "documents"
PDF = b"%PDF-"
SMALLER = 10  # how many times as many findings the large knowledge base has as the small one


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


class Command(BaseCommand):
    """Prints a table of pages a second, memory and ratios, and one of the time of pages for each database."""

    help = "Measure the reading of PDF documents, and the pages of the site over a large knowledge base."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the documents and how many pages to measure."""
        parser.add_argument("path", nargs="?", type=Path, help="folder of PDF documents (default: documents/)")
        parser.add_argument("--pages", type=int, default=300, help="stop taking files at this number of pages")
        parser.add_argument("--findings", type=int, default=300_000, help="time the site over so many; 0 leaves it out")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure each way of reading over the same files, then the pages over large databases."""
        self._reading(options)
        if options["findings"]:
            self._pages(options["findings"])

    def _reading(self, options: dict[str, Any]) -> None:
        folder = options["path"] or (OWN if any(pdfs(OWN)) else BESIDE)
        files, pages = take(pdfs(folder), options["pages"])
        if not files:
            raise CommandError(f"There is no PDF document in {folder}: name a folder of them, `make bench DOCS=PATH`.")
        self.stdout.write(f"{len(files)} documents, {pages} pages, from {folder}\n\n")
        ours = measure(read_everything, files)
        two = measure(read_everything, files, processes=2)
        plumber = measure(words_of_pdfplumber, files)
        pdfium = measure(text_of_pdfium, files)
        self.stdout.write(f"{'':<34}{'pages/s':>9}{'MB':>7}{'ratio':>8}")
        for name, one in (
            ("pdfplumber, words with fonts", plumber),
            ("extract, one process", ours),
            ("extract, two processes", two),
            ("pdfium, plain text", pdfium),
        ):
            ratio = plumber.seconds / one.seconds
            self.stdout.write(f"{name:<34}{pages / one.seconds:>9.1f}{one.megabytes:>7.0f}{ratio:>8.2f}")
        self.stdout.write(f"\nextract to pdfium's plain text: {pdfium.seconds / ours.seconds:.2f}")
        self.stdout.write(f"two processes to one:           {ours.seconds / two.seconds:.2f}")

    def _pages(self, findings: int) -> None:
        """Fill databases, and time the pages over each."""
        sizes = (findings // SMALLER, findings)
        self.stdout.write(f"\nFilling databases with {sizes[0]:,} and {sizes[1]:,} invented findings …")
        self.stdout.flush()
        with filled(sizes) as databases:
            found = {(one.program, one.findings): one.time_pages() for one in databases}
        for program in dict.fromkeys(program for program, _ in found):
            self.stdout.write("")
            for line in lines(program, {size: timings for (of, size), timings in found.items() if of == program}):
                self.stdout.write(line)


def pdfs(path: Path) -> list[Path]:
    """The PDF documents at a path, by their first bytes and in order of size, the largest first."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sorted((file for file in files if starts_like_pdf(file)), key=lambda file: (-file.stat().st_size, file.name))


def starts_like_pdf(path: Path) -> bool:
    """Whether the file begins as a PDF does."""
    with path.open("rb") as file:
        return file.read(len(PDF)) == PDF


def take(files: list[Path], pages: int) -> tuple[list[Path], int]:
    """Files until there are that many pages, evenly from large and small, and their pages; broken ones are passed over."""
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
