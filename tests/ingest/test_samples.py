"""The project's samples are read whole: they are what a newcomer sees first."""

from pathlib import Path

import pytest

from ingest.extract import extract
from inspections.vocabulary import ReadingStatus

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "ingest" / "samples").glob("*.txt"))


def test_there_are_samples():
    assert len(SAMPLES) >= 14


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_read_whole_and_nothing_in_it_is_doubted(path):
    found = extract(path.read_bytes(), path.name)
    doubts = [*found.notices, *(notice for report in found.reports for notice in report.notices)]
    assert [(one.code, one.line) for one in doubts if one.level != "info"] == []
    assert found.status is ReadingStatus.COMPLETE
