"""``manage.py bench``: measure the speed of reading documents and of the pages of a large knowledge base.

Times differ from machine to machine, but ratios can be compared: to known libraries on the same files, and to a page
without data. Each method of reading runs in a new process, so that none profits from another's caches, and its highest
memory use is shown. The pages are timed on temporary databases (``ingest.bench.databases``).
"""

from argparse import ArgumentParser
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ingest.arguments import at_least_one
from ingest.bench.databases import filled
from ingest.bench.reading import measure, pdfs, read_everything, take, text_of_pdfium, words_of_pdfplumber
from ingest.bench.report import lines

BESIDE = Path(settings.BASE_DIR).parent / "shared" / "documents"
OWN = Path(settings.BASE_DIR) / "documents"
SMALLER = 10  # how many times as many findings the large knowledge base has as the small one


class Command(BaseCommand):
    """Print a table of pages a second, memory and ratios, and a table of page times for each database program."""

    help = "Measure the reading of PDF documents, and the pages of the site over a large knowledge base."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the documents, how many pages to read, and the size of the knowledge base."""
        parser.add_argument("path", nargs="?", type=Path, help="folder of PDF documents (default: documents/)")
        parser.add_argument("--pages", type=at_least_one, default=300, help="stop taking files at this number of pages")
        parser.add_argument("--findings", type=int, default=300_000, help="time the site over so many; 0 leaves it out")
        parser.add_argument(
            "--times", type=at_least_one, default=10, help="on PostgreSQL also over so many times as many"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure each method of reading on the same files, then the pages on large databases."""
        self._reading(options)
        if options["findings"]:
            self._pages(options["findings"], options["times"])

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

    def _pages(self, findings: int, times: int) -> None:
        """Fill databases, and time the pages on each; a table for each against the next smaller one."""
        sizes = (findings // SMALLER, findings)
        self.stdout.write(f"\nFilling databases with {sizes[0]:,} and {sizes[1]:,} invented findings …")
        self.stdout.flush()
        with filled(sizes, times) as databases:
            found = [(one, one.time_pages()) for one in databases]
        for (few, small), (many, large) in pairwise(found):
            if few.program == many.program:
                self.stdout.write("")
                for line in lines(many.program, {few.findings: small, many.findings: large}):
                    self.stdout.write(line)
