"""Reports with themes for the tests of analyses, each in one call."""

from collections import Counter

from findings.models import IndexedReport, RecordTheme, ReportTheme
from findings.search.sums import keep_sums
from inspections.models import Report
from inspections.vocabulary import RecordKind
from inspections.write import renew
from tests import builders


def report(place: str, published: str, framework: str = "ilacs") -> Report:
    """The own report of an inspection of an authority."""
    inspection = builders.inspection(
        framework, authority=builders.authority(place), started=published, published=published
    )
    return builders.report(framework, of=inspection)


def finds(of: Report, theme: str, *polarities: str) -> list[int]:
    """Findings of a report on a theme, one for each polarity; returns their keys."""
    return _raise(of, theme, [(RecordKind.FINDING, builders.finding(of).pk, polarity) for polarity in polarities])


def recommends(of: Report, theme: str, number: int = 1) -> list[int]:
    """Recommendations of a report on a theme; returns their keys."""
    records = [(RecordKind.RECOMMENDATION, builders.recommendation(of).pk, "") for _ in range(number)]
    return _raise(of, theme, records)


def sum_up() -> None:
    """Put all reports into sums, as indexing does."""
    for one in Report.objects.published():
        IndexedReport.objects.get_or_create(report=one)
    keep_sums(Report.objects.published().select_related("inspection", "authority"))
    renew()


def _raise(of: Report, theme: str, records: list[tuple[RecordKind, int, str]]) -> list[int]:
    for kind, key, polarity in records:
        RecordTheme.objects.create(report=of, kind=kind, record=key, theme=theme, polarity=polarity)
    for (kind, polarity), number in Counter((kind, polarity) for kind, _, polarity in records).items():
        ReportTheme.objects.create(report=of, kind=kind, theme=theme, polarity=polarity, records=number)
    return [key for _, key, _ in records]
