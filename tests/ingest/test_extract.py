"""From bytes to an Extraction: the profile that knows a part best reads it, and what none knows is told."""

import gc
from typing import Any

import pytest

from ingest.blocks import ReadDocument
from ingest.extract import AmbiguousProfiles, choose, extract
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReadingStatus, ReportKind

PART = Part((), "text/plain")


class Scores:
    """A profile that is as sure as it is told to be."""

    kind = ReportKind.JAR
    family = families.OTHER

    def __init__(self, name: str, score: float) -> None:
        self.name, self._score = name, score

    def score(self, part: Part) -> float:
        return self._score


def chosen(**scores: float) -> str | None:
    profiles: Any = tuple(Scores(name, score) for name, score in scores.items())
    profile = choose(PART, profiles)
    return profile.name if profile else None


@pytest.mark.parametrize(
    ("scores", "name"),
    [({"a": 0.4, "b": 0.9}, "b"), ({"a": 0.0, "b": 0.0}, None), ({"a": 0.0, "b": 0.1}, "b"), ({}, None)],
)
def test_the_profile_that_is_surest_reads_the_part(scores, name):
    assert chosen(**scores) == name


def test_two_profiles_that_are_equally_sure_are_a_mistake():
    with pytest.raises(AmbiguousProfiles, match="b and c"):
        chosen(a=0.1, b=0.9, c=0.9)


def test_a_file_that_cannot_be_read_is_refused_with_its_hash_and_one_notice():
    found = extract(b"\x89PNG\r\n", "picture.png")
    assert (found.status, found.name, found.size, found.reader, found.reports) == (
        ReadingStatus.REFUSED,
        "picture.png",
        6,
        "",
        (),
    )
    (notice,) = found.notices
    assert notice.level is NoticeLevel.ERROR
    assert len(found.sha256) == 64


def test_words_that_are_no_report_are_refused_with_their_place():
    found = extract(b"A letter about the weather.\n\nIt rains in Wexcombe.\n")
    assert found.status is ReadingStatus.REFUSED
    (notice,) = (notice for notice in found.notices if notice.code is NoticeCode.UNKNOWN_REPORT)
    assert notice.line == 1
    assert notice.message.startswith("The document is not a report")


@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_is_collected_after_a_reading_as_it_was_before(
    collecting: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    during: list[bool] = []

    def watched(data: bytes) -> ReadDocument:
        during.append(gc.isenabled())
        return read(data)

    monkeypatch.setattr("ingest.extract.read", watched)
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        extract(b"\0")
        assert (during, gc.isenabled()) == ([False], collecting)
    finally:
        (gc.enable if before else gc.disable)()
