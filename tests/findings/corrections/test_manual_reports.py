"""Entering the report of a file that could not be read, adding to it, publishing it, and reading the file after all."""

import pytest

from findings.corrections.making import CorrectionError
from findings.corrections.manual_records import add
from findings.corrections.manual_reports import EnteredReport, can_be_entered, enter_report, entering_of
from findings.corrections.service import withdraw
from findings.models import Correction, Finding, Section
from findings.publication import set_visibility
from findings.templatetags.naming import entered as entered_words
from ingest.load import load
from inspections.models import Inspection, Judgement, Report, SourceFile
from inspections.vocabulary import ReportKind, Visibility
from tests import builders
from tests.ingest.drafts_builder import extraction, refusal, sif

pytestmark = pytest.mark.django_db
WHY = "A scan that could not be read."


@pytest.fixture
def scan() -> SourceFile:
    load(refusal("scan.pdf"))
    return SourceFile.objects.get()


def given(**values: object) -> EnteredReport:
    facts = {
        "kind": ReportKind.SIF, "authority": builders.authority(), "title": "Inspection of services in Wexcombe",
        "published": "2015-11-27", "framework": builders.framework("sif"), "started": "2015-09-14",
    }  # fmt: skip
    return EnteredReport(**(facts | values))


def test_an_entered_report_is_a_draft_with_its_inspection_and_says_who_entered_it(scan, user):
    report = enter_report(scan, given(), WHY, user)
    assert (report.origin, report.visibility, report.is_own, report.slug) == ("hand", "draft", True, "sif-2015-11-27")
    assert report.inspection is not None
    assert (report.inspection.started, report.inspection.framework) == ("2015-09-14", builders.framework("sif"))
    made = entering_of(report)
    assert made is not None
    assert (made.reason, made.made_by) == (WHY, user)
    assert entered_words(report).startswith("Entered by hand by an editor on ")
    assert not can_be_entered(scan)


def test_sections_judgements_and_records_are_added_and_published_together(scan, user):
    report = enter_report(scan, given(), WHY, user)
    add(Section(report=report, heading="Adoption", level=1), WHY, user)
    grade, domain = builders.grade("good"), builders.domain("adoption")
    judgement = Judgement(report=report, domain=domain, domain_wording="Adoption", grade=grade, grade_wording="Good")
    add(judgement, WHY, user)
    add(Finding(report=report, kind="finding", text="Visits are on time.", section=Section.objects.get()), WHY, user)
    assert not Judgement.objects.published().exists()
    set_visibility(report, Visibility.PUBLISHED, WHY, user)
    shown = Judgement.objects.published().preferred().get()
    assert (shown.inspection, shown.basis, shown.statement) == (
        report.inspection, "primary", report.statements.get()
    )  # fmt: skip
    assert Finding.objects.published().get().section == Section.objects.get()


def test_a_judgement_needs_an_inspection(scan, user):
    report = enter_report(scan, given(kind=ReportKind.CABINET_REPORT, framework=None, started=""), WHY, user)
    assert report.inspection is None
    with pytest.raises(CorrectionError, match="which inspection"):
        add(Judgement(report=report, domain=builders.domain("adoption"), absence="not-judged"), WHY, user)


def test_a_report_that_is_known_is_not_entered_again(scan, user):
    load(extraction(sif(), name="other.txt"))
    with pytest.raises(CorrectionError, match="another file"):
        enter_report(scan, given(authority=Report.objects.get().authority), WHY, user)
    enter_report(scan, given(started="2014-01-06"), WHY, user)
    with pytest.raises(CorrectionError, match="known already"):
        enter_report(scan, given(started="2013-01-06"), WHY, user)


def test_a_file_that_is_read_after_all_goes_on_with_its_report_and_a_refusal_changes_nothing(scan, user):
    report = enter_report(scan, given(), WHY, user)
    add(Finding(report=report, kind="finding", text="Visits are on time."), WHY, user)
    load(refusal("scan.pdf"))
    report.refresh_from_db()
    assert (report.origin, report.retired_at) == ("hand", None)
    load(extraction(sif(), name="scan.pdf"))
    report.refresh_from_db()
    assert (Report.objects.get(), report.origin, Inspection.objects.count()) == (report, "read", 1)
    assert Finding.objects.live().filter(origin="hand").exists()
    assert entering_of(report) is None


def test_withdrawing_takes_the_report_back(scan, user):
    report = enter_report(scan, given(), WHY, user)
    set_visibility(report, Visibility.PUBLISHED, WHY, user)
    withdraw(Correction.objects.get(kind="report"), "It was another report.", user)
    assert not Report.objects.published().exists()
    assert not Inspection.objects.published().exists()
