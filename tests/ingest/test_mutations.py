"""Real files, damaged at random: nothing crashes, nothing hangs, and no grade is wrong without a notice that says so.

``MUTATIONS`` in the environment sets how many damaged files are read (200 if it is not set), ``MUTATION_SEED`` which.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from ingest.drafts import Extraction
from ingest.extract import extract
from ingest.jobs import ReadingJob
from ingest.sandbox import ReadingLimits, Sandbox
from inspections.vocabulary import Basis, NoticeLevel, ReadingStatus

MUTATIONS = int(os.environ.get("MUTATIONS", "200"))
SEED = int(os.environ.get("MUTATION_SEED", "1"))
WORKERS = 2
LIMITS = ReadingLimits(seconds=30, cpu_seconds=20)
PDFS = (
    "medway-ilacs-2023-09-11",
    "bury-ilacs-2021-12-17",
    "hampshire-ilacs-2019-06-11",
    "stoke-on-trent-ilacs-2019-03-18",
    "dudley-send-2025-03-11",
    "surrey-focused-visit-2024-05-17",
    "liverpool-jtai-2016-08-03",
    "medway-lac-2013-08-23",
)
Grades = tuple[tuple[str, str, str | None, str | None], ...]
Mutation = Callable[[bytearray, Random], None]


def flip_bits(data: bytearray, random: Random) -> None:
    """Flip a few single bits."""
    for _ in range(random.choice((1, 3, 10, 40))):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def flip_structure(data: bytearray, random: Random) -> None:
    """Change figures outside of the packed streams: references, lengths, boxes, widths."""
    for _ in range(random.choice((1, 2, 5))):
        at = data.find(b" 0 R", random.randrange(len(data)))
        if at > 0:
            data[at - 1] = random.choice(b"0123456789")


def cut_off(data: bytearray, random: Random) -> None:
    """Lose the end of the file."""
    del data[random.randrange(len(data)) :]


def lose_a_piece(data: bytearray, random: Random) -> None:
    """Lose some bytes in the middle."""
    at = random.randrange(len(data))
    del data[at : at + random.choice((1, 100, 10_000))]


def blank_a_piece(data: bytearray, random: Random) -> None:
    """Turn a block into zeros, as a bad disk does."""
    at = random.randrange(len(data))
    size = min(random.choice((16, 512, 4096)), len(data) - at)
    data[at : at + size] = bytes(size)


def repeat_a_piece(data: bytearray, random: Random) -> None:
    """Have a block twice, as a broken download does."""
    at = random.randrange(len(data))
    data[at:at] = data[at : at + random.choice((64, 4096))]


EVERY: tuple[Mutation, ...] = (flip_bits, flip_structure, cut_off, lose_a_piece, blank_a_piece, repeat_a_piece)


def grades(extraction: Extraction) -> Grades:
    return tuple(
        (report.kind, judgement.domain, judgement.scope, judgement.grade)
        for report in extraction.reports
        for judgement in report.judgements
        if judgement.basis is Basis.PRIMARY
    )


def doubted(extraction: Extraction) -> bool:
    notices = [*extraction.notices, *(notice for report in extraction.reports for notice in report.notices)]
    return any(notice.level is not NoticeLevel.INFO for notice in notices)


def damaged(data: bytes, number: int) -> bytes:
    random = Random(f"{SEED}/{number}")  # noqa: S311  (chance, not secrecy)
    copy = bytearray(data)
    random.choice(EVERY)(copy, random)
    return bytes(copy)


@pytest.fixture(scope="module")
def files(shared: Path, seeds: dict[str, Path]) -> list[bytes]:
    paths = [shared / "documents" / "reports" / f"{name}.pdf" for name in PDFS]
    return [path.read_bytes() for path in (*paths, seeds["001"], seeds["003"])]


@pytest.mark.slow
def test_damaged_files_never_give_a_wrong_grade_in_silence(files):
    true_grades = [grades(extract(data)) for data in files]
    assert sum(map(bool, true_grades)) >= 6
    names = [f"{number % len(files)}:{number}" for number in range(MUTATIONS)]
    jobs = (ReadingJob(name, data=damaged(files[number % len(files)], number)) for number, name in enumerate(names))
    wrong, broken = [], []
    with Sandbox(WORKERS, LIMITS) as sandbox:
        for number, extraction in enumerate(sandbox.read(jobs)):
            codes = {notice.code for notice in extraction.notices}
            if codes & {"reader-failed", "reader-timeout"}:
                broken.append((extraction.name, codes))
            elif not doubted(extraction) and grades(extraction) != true_grades[number % len(files)]:
                wrong.append(extraction.name)
            if extraction.status is ReadingStatus.REFUSED:
                assert extraction.notices
    assert (wrong, broken) == ([], [])
