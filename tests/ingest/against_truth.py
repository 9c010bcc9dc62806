"""What was read of a made-up report, held against the truth about it."""

from ingest.drafts import FindingDraft, RecommendationDraft, ReportDraft
from ingest.extract import extract
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Basis, NoticeLevel
from tests.ingest.made import Truth
from tests.press import Press


def read(press: Press) -> tuple[ReportDraft, list[NoticeCode]]:
    """The one report in the document, and the codes of what is doubted."""
    extraction = extract(press.bytes())
    (report,) = extraction.reports
    doubts = [notice.code for notice in (*extraction.notices, *report.notices) if notice.level is not NoticeLevel.INFO]
    return report, doubts


def facts(report: ReportDraft, truth: Truth) -> Truth:
    """What was read, in the form of the truth; of the texts those that are in both."""
    inspection = report.inspection
    assert inspection
    iso = [date and date.iso for date in (inspection.started, inspection.ended, report.published)]
    records: list[FindingDraft | RecommendationDraft] = [*report.findings, *report.recommendations]
    texts = {finding.text for finding in report.findings}
    return Truth(
        str(report.kind),
        report.authority.la_code if report.authority else "",
        iso[0],
        iso[1],
        iso[2] if truth.published else None,
        inspection.lead_inspector,
        {j.domain: j.grade for j in report.judgements if j.basis is Basis.PRIMARY},
        sorted((record.ref for record in records if record.ref), key=int),
        [recommendation.text for recommendation in report.recommendations],
        {finding.ref: finding.text for finding in report.findings if finding.ref},
        [text for text in truth.texts if text in texts],
    )


def check(made: tuple[Press, Truth], *doubts: str) -> ReportDraft:
    press, truth = made
    report, doubted = read(press)
    assert facts(report, truth) == truth
    assert doubted == list(doubts)
    return report
