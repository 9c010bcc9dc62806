"""Agendas, and packs of an agenda and its reports."""

import pytest

from ingest.extract import extract
from inspections.vocabulary import ReadingStatus, ReportKind
from tests.ingest.profiles.papers.council import (
    AGENDA,
    CABINET,
    COMMISSIONER,
    DIRECTION,
    PLAN,
    change,
    codes,
    only,
    read,
)


@pytest.fixture(scope="module")
def pack_2020(seeds):
    return extract(seeds["002"].read_bytes())


def test_the_pack_of_2020_is_an_agenda_and_six_reports(pack_2020):
    assert [report.kind for report in pack_2020.reports] == [
        ReportKind.AGENDA,
        *[ReportKind.CABINET_REPORT] * 3,
        ReportKind.COMMISSIONER_REPORT,
        ReportKind.STATUTORY_DIRECTION,
        ReportKind.IMPROVEMENT_PLAN,
    ]
    assert pack_2020.status is ReadingStatus.COMPLETE
    assert pack_2020.notices == ()


def test_the_agenda_of_2020_has_items_4_to_6(pack_2020):
    agenda = pack_2020.reports[0]
    assert [f.ref for f in agenda.findings if f.ref] == ["4", "5", "6"]
    assert (agenda.published.iso, agenda.authority.la_code) == ("2020-01-14", "887")


def test_every_block_of_the_pack_belongs_to_one_report(pack_2020):
    for first, second in zip(pack_2020.reports, pack_2020.reports[1:], strict=False):
        assert first.place.line < second.place.line
        lines = [f.place.line for f in first.findings]
        assert max(lines) < second.place.line


def test_items_keep_their_second_row_and_lose_their_pages():
    report = only(AGENDA)
    assert [(f.anchor, f.text) for f in report.findings if f.ref] == [
        ("item-3", "Children's services: update Report enclosed."),
        ("item-4", "Libraries"),
    ]


def test_an_invented_pack_is_split_and_a_label_goes_with_its_report():
    extraction = read(AGENDA + CABINET + COMMISSIONER + DIRECTION + "\nAppendix 3\n" + PLAN)
    assert [report.kind for report in extraction.reports] == [
        ReportKind.AGENDA,
        ReportKind.CABINET_REPORT,
        ReportKind.COMMISSIONER_REPORT,
        ReportKind.STATUTORY_DIRECTION,
        ReportKind.IMPROVEMENT_PLAN,
    ]
    sections = [section.heading for report in extraction.reports for section in report.sections]
    assert not any(heading.startswith("Appendix 3") for heading in sections)


def test_an_agenda_without_items_and_one_that_swallows_a_report_say_so():
    assert "items-missing" in codes(only(change(change(AGENDA, "3.\t", "\t"), "4.\t", "\t")))
    assert "report-without-cover" in codes(only(AGENDA + "\n1. Background\n\n1.1 Words of a report without a cover.\n"))
