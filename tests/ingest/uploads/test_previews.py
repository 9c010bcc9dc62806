"""What a preview tells: reports, records, notices; and that nothing is left of it in the knowledge base."""

from dataclasses import replace

import pytest
from django.conf import settings

from findings.models import SearchEntry
from ingest.extract import extract
from ingest.load import document, load
from ingest.notices import NoticeDraft
from ingest.uploads.previews import load_and_tell, look
from inspections.models import Report
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, Visibility
from inspections.write import knowledge_change
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, later, sif, with_findings
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db
DOUBT = NoticeDraft(
    NoticeLevel.ERROR, NoticeCode.MISSING_PARAGRAPHS, "Paragraph 5 is missing.", page=2, anchor="para-4"
)


def test_a_new_report_is_told_with_every_record_and_notice_and_nothing_is_written():
    preview = look(extraction(replace(sif(), notices=(DOUBT,))))
    (report,) = preview.reports
    assert (report.title, report.seen_by, report.address) == (sif().title, "", "/reports/wexcombe/sif-2015-11-27/")
    assert not preview.touches_published
    anchors = [one.anchor for one in preview.differences if one.kind == "finding"]
    assert anchors == ["para-2", "para-3", "para-4"]
    (text,) = [one for one in preview.differences if one.anchor == "para-2"]
    assert ("text", "", sif().findings[0].text) in text.fields
    assert text.place == "page 2, line 40"
    (notice,) = [one for one in preview.notices if one.code == NoticeCode.MISSING_PARAGRAPHS]
    assert (notice.level, notice.place, notice.record) == ("error", "page 2", "para-4")
    assert preview.has_errors
    assert not Report.objects.exists()


def test_an_edition_of_a_report_is_compared_with_it():
    load(extraction(sif()))
    before = everything()
    changed = with_findings(sif(), finding("2", "Other words altogether."), *sif().findings[1:])
    preview = look(extraction(later(changed), name="later.txt"))
    assert everything() == before
    (report,) = preview.reports
    assert (report.visibility, report.is_published, report.role) == ("published", True, "Read from this file")
    assert [(one.anchor, one.change) for one in preview.differences] == [("para-2", "changed")]
    assert preview.touches_published
    assert preview.summary["changed"] == 1
    assert preview.unchanged + preview.moved > 5


def test_a_report_that_is_hidden_is_not_one_that_is_published():
    load(extraction(sif()))
    builders.show(Report.objects.get(), "hidden")
    preview = look(extraction(later(sif()), name="later.txt"))
    assert not preview.touches_published
    assert preview.reports[0].seen_by == "Hidden from the public pages"


def test_the_token_changes_with_what_the_preview_says():
    preview = look(extraction(sif()))
    assert preview.token == look(extraction(sif())).token == preview.summary["token"]
    assert preview.token != replace(preview, unchanged=7).token


@pytest.mark.either_database
def test_a_preview_says_what_loading_does_though_it_leaves_out_search_and_interpretation():
    """Otherwise a document whose preview was just made could never be published."""
    for path in sorted((settings.BASE_DIR / "ingest" / "samples").iterdir()):
        read = extract(path.read_bytes(), path.name)
        preview = look(read)
        with knowledge_change():
            _, told = load_and_tell(read, Visibility.PUBLISHED)
        assert told == preview, path.name
    assert SearchEntry.objects.exists()


@pytest.mark.either_database
def test_a_preview_does_not_index_what_is_taken_back(monkeypatch):
    monkeypatch.setattr(document, "index_changed", lambda *facts: pytest.fail("it was indexed"))
    assert look(extraction(sif())).differences
