"""A kept reading comes back as it was written, and one of another shape is refused."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Box, Place
from ingest.drafts import Extraction, Ledger, PartialDate
from ingest.extract import extract
from ingest.readings import OtherShape, read_back, written
from inspections.vocabulary import FurnitureKind
from tests.ingest.drafts_builder import extraction, finding, plan, refusal, sif, with_findings

SAMPLES = sorted((Path(settings.BASE_DIR) / "ingest" / "samples").iterdir())[:6]


@dataclass(frozen=True, slots=True)
class Shapes:
    """What samples do not have: a text by name, and a number or nothing."""

    by_name: dict[str, int]
    pair: tuple[str, int]
    number: float | None = None


def again(reading: Extraction) -> Extraction:
    return read_back(Extraction, json.loads(json.dumps(written(reading))))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_reading_comes_back_as_it_was(path):
    reading = extract(path.read_bytes(), path.name)
    assert reading.reports
    assert again(reading) == reading


def test_boxes_ledgers_and_refusals_come_back_as_they_were():
    boxes = Place(2, boxes=(Box(2, 1, 2.5, 3, 4.25),))
    ledger = Ledger(3, 9, 5, 3, 1, ((FurnitureKind.RUNNING, 3),))
    reading = replace(extraction(with_findings(sif(), finding("2", place=boxes)), plan()), ledger=ledger)
    assert again(reading) == reading
    assert again(refusal()) == refusal()


@given(st.builds(PartialDate, st.text(), st.text()))
def test_any_text_comes_back_as_it_was(date):
    assert read_back(PartialDate, json.loads(json.dumps(written(date)))) == date


def test_other_shapes_come_back_too():
    for value in (Shapes({"a": 1}, ("b", 2)), Shapes({}, ("", 0), 1.5)):
        assert read_back(Shapes, json.loads(json.dumps(written(value)))) == value


@pytest.mark.parametrize(
    "change",
    [
        lambda object_: object_.pop("size"),
        lambda object_: object_.update(new=1),
        lambda object_: object_.update(status="unheard of"),
        lambda object_: object_.update(pages="three"),
        lambda object_: object_.update(reports=None),
    ],
    ids=("a field less", "a field more", "another word", "another type", "no list"),
)
def test_what_another_version_wrote_is_refused(change):
    content = written(extraction(sif()))
    change(content)
    with pytest.raises(OtherShape):
        read_back(Extraction, content)
