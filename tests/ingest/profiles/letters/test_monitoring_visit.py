"""Monitoring visits: the form of a focused visit's letter under another subject."""

from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.profiles.reading import codes, letter, read_report, sample, texts


def test_a_monitoring_visit_is_read_by_the_form_of_letters() -> None:
    report = read_report(sample("10"))
    assert report.kind is ReportKind.MONITORING_VISIT
    assert report.inspection
    assert report.inspection.framework == "monitoring-visit"
    assert report.inspection.lead_inspector == "Marian Frith"
    assert len(report.recommendations) == 1
    assert len(texts(report, FindingKind.FINDING)) == 2


def test_earlier_forms_name_what_was_covered_and_list_nothing_to_improve() -> None:
    subject = "Monitoring visit of Wexcombe children's services"
    body = (
        "Areas covered by the visit\n\nInspectors reviewed the front door.\n\n"
        "Summary of findings\n\n- Caseloads fall.\n\n"
        "Evaluation of progress\n\nContacts are answered."
    )
    report = read_report(letter(body, subject))
    assert report.kind is ReportKind.MONITORING_VISIT
    assert texts(report, FindingKind.SUMMARY) == ["Caseloads fall."]
    assert texts(report, FindingKind.FINDING) == ["Contacts are answered."]
    assert "no-areas-for-improvement" not in codes(report)
