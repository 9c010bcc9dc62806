"""Reports whose current file is not the one from which they are read, or not the best one."""

import pytest

from findings.checks.editions import CURRENT_EDITION, PREFERRED_EDITION
from ingest.load import load
from inspections.models import Report, ReportSource
from inspections.vocabulary import SourceRole
from tests.findings.checks.conftest import after_repair, found
from tests.ingest.drafts_builder import extraction, sif

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(three) -> Report:
    """The report, of which a second edition was read."""
    load(extraction(sif(), name="later.txt", reader="text/1"))
    report = Report.objects.get(pk=three.report_id)
    assert report.report_sources.count() == 2
    return report


def test_editions_as_they_were_loaded_are_right(later):
    assert (found(CURRENT_EDITION), found(PREFERRED_EDITION)) == ([], [])


def test_another_current_file_than_that_of_the_records_is_found_and_put_right(later):
    links = ReportSource.objects.filter(report=later)
    links.filter(source=later.source_id).update(role=SourceRole.SUPERSEDED)
    links.exclude(source=later.source_id).update(role=SourceRole.CURRENT)
    (breach,) = found(CURRENT_EDITION)
    assert later.source.name in breach.what
    assert after_repair(CURRENT_EDITION) == []
    assert links.get(role=SourceRole.CURRENT).source_id == later.source_id


def test_a_report_without_any_link_to_its_file_has_to_be_loaded_again(three):
    ReportSource.objects.filter(report=three.report).delete()
    (breach,) = found(CURRENT_EDITION)
    assert "Load that file again" in breach.what
    assert not breach.subject


def test_a_better_edition_that_does_not_count_is_named(later):
    worse = later.report_sources.get(role=SourceRole.CURRENT)
    worse.edition = {**worse.edition, "damage": ["damaged-file"]}
    worse.save()
    (breach,) = found(PREFERRED_EDITION)
    assert "manage.py reread" in breach.what
