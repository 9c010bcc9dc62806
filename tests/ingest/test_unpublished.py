"""New reports are loaded as drafts where nothing that is published changes."""

import pytest

from ingest.load import load
from ingest.unpublished import OF_FACTS, OF_PUBLISHED, HeldBack, load_unpublished
from inspections.models import Report
from tests import builders
from tests.ingest.drafts_builder import date, extraction, inspection, paper, sif
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_new_reports_are_drafts_and_the_same_file_loaded_again_changes_nothing():
    load_unpublished(extraction(sif(), paper()))
    assert set(Report.objects.values_list("visibility", flat=True)) == {"draft"}
    before = everything()
    load_unpublished(extraction(sif(), paper()))
    assert everything() == before


def test_a_draft_that_was_published_is_held_back_like_every_published_report():
    load_unpublished(extraction(sif()))
    builders.show(Report.objects.get(), "published")
    before = everything()
    with pytest.raises(HeldBack, match="published already"):
        load_unpublished(extraction(sif(title="Another title")))
    assert everything() == before


def test_a_file_with_a_published_report_is_held_back_whole():
    load(extraction(sif()))
    before = everything()
    with pytest.raises(HeldBack) as held:
        load_unpublished(extraction(sif(), paper(), name="pack.txt"))
    assert str(held.value) == OF_PUBLISHED
    assert everything() == before


def test_a_draft_about_an_inspection_that_is_published_changes_nothing_of_it():
    load(extraction(sif()))
    same = inspection("sif", "2015-09-14", "2015-10-09")
    load_unpublished(extraction(paper(inspection=same), name="paper.txt"))
    assert Report.objects.get(visibility="draft").kind == "cabinet-report"


def test_a_draft_that_makes_a_published_statement_ambiguous_is_held_back():
    load(extraction(sif()))
    load(extraction(paper(inspection=inspection("sif", "2015")), name="paper.txt"))
    before = everything()
    earlier = sif(published=date("2015-04-01"), inspection=inspection("sif", "2015-02-02", "2015-02-13"))
    with pytest.raises(HeldBack) as held:
        load_unpublished(extraction(earlier, name="earlier.txt"))
    assert str(held.value) == OF_FACTS
    assert everything() == before
