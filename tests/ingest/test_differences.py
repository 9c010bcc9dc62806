"""What a reading would change, record by record, without a trace of the trial."""

import pytest

from findings.corrections.service import correct
from findings.models import Finding
from ingest.differences import trial
from ingest.load import load
from inspections.models import Report
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, paper, sif, with_findings
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db

ADDRESS = "/reports/wexcombe/sif-2015-11-27/"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_created_changed_and_retired_records_are_told_and_nothing_is_written():
    load(extraction(sif()))
    before = everything()
    findings = (finding("2", "Other words altogether."), sif().findings[1], finding("9", "New."))
    result, differences = trial(extraction(with_findings(sif(), *findings)))
    assert everything() == before
    of_findings = [one for one in differences if one.kind == "finding"]
    assert [(one.report, one.anchor, one.change) for one in of_findings] == [
        (ADDRESS, "para-2", "changed"),
        (ADDRESS, "para-4", "retired"),
        (ADDRESS, "para-9", "created"),
    ]
    assert ("text", sif().findings[0].text, "Other words altogether.") in of_findings[0].fields
    assert ("text", "", "New.") in of_findings[2].fields
    assert (result.created, result.retired) == (1, 1)


def test_the_same_reading_differs_in_nothing():
    load(extraction(sif()))
    assert trial(extraction(sif()))[1] == ()


def test_corrections_count_as_readers_would_see_them():
    load(extraction(sif()))
    correct(Finding.objects.get(ref="3"), "text", "As set by a person.", "Page 2.", builders.editor())
    said = sif().findings[1].text.replace("what they see", "what they saw")
    other = with_findings(sif(), sif().findings[0], finding("3", said, section="s2"))
    changed = [one for one in trial(extraction(other))[1] if one.anchor == "para-3" and one.change == "changed"]
    assert not any(name == "text" for one in changed for name, _, _ in one.fields)


def test_a_report_that_goes_is_told():
    load(extraction(sif(), paper()))
    gone = [one for one in trial(extraction(sif()))[1] if one.kind == "report"]
    assert [(one.report, one.change) for one in gone] == [
        ("/reports/wexcombe/cabinet-report-2016-02-01-wexcombe-cabinet/", "retired")
    ]
    assert Report.objects.filter(retired_at=None).count() == 2
