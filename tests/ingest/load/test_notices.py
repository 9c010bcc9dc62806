"""Notices about a file: replaced by a new reading, kept by a refusal, handed over by a newer version."""

import pytest

from ingest.load.notices import SourceNotices, hand_over, keep_refusal
from ingest.notices import NoticeDraft
from inspections.models import Notice
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel
from tests import builders
from tests.ingest.drafts_builder import refusal

pytestmark = pytest.mark.django_db

DOUBT = NoticeDraft(NoticeLevel.WARNING, NoticeCode.MISSING_PARAGRAPHS, "Paragraph 7 is\0 missing.", page=3)


def test_the_notices_of_a_new_reading_replace_those_of_the_former():
    report = builders.report()
    for wanted in ((DOUBT,), (DOUBT,), ()):
        notices = SourceNotices(report.source)
        notices.add(report, wanted)
        notices.save()
        assert Notice.objects.count() == len(wanted)


def test_no_nul_reaches_the_database():
    source = builders.source()
    notices = SourceNotices(source)
    notices.add(None, [DOUBT])
    assert notices.save()
    assert Notice.objects.get().message == "Paragraph 7 is missing."


@pytest.mark.parametrize(
    "code", ["conflict", "inspection-ambiguous", "grade-outside-scale", "forms-differ", "superseded"]
)
def test_what_others_write_about_the_file_stays(code):
    source = builders.source()
    builders.notice(source, code=code)
    assert not SourceNotices(source).save()
    assert Notice.objects.get().code == code


def test_why_a_file_was_refused_is_its_only_notice():
    source = builders.source()
    builders.notice(source)
    assert keep_refusal(source, refusal())
    assert (Notice.objects.get().level, Notice.objects.get().code) == ("error", "not-text")
    assert not keep_refusal(source, refusal())


def test_a_refusal_after_a_good_reading_is_a_warning_beside_its_notices():
    report = builders.report()
    builders.notice(report.source, report=report)
    keep_refusal(report.source, refusal())
    keep_refusal(report.source, refusal())
    assert Notice.objects.count() == 2
    notice = Notice.objects.get(code="not-text")
    assert (notice.level, notice.message.startswith("A later reading failed and changed nothing: ")) == (
        "warning",
        True,
    )


def test_a_file_that_is_no_longer_current_keeps_no_notice_about_the_report():
    report = builders.report()
    builders.notice(report.source, report=report)
    builders.notice(report.source, code="encoding-guessed")
    hand_over(report.source, report)
    assert Notice.objects.get().code == "encoding-guessed"
