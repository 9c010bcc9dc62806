"""Agendas, and packs of an agenda and its reports."""

import pytest

from ingest.drafts import PartialDate
from ingest.extract import extract
from ingest.profiles.papers.agenda import Agenda
from ingest.profiles.protocol import Part
from ingest.readers import read as read_text
from inspections.vocabulary import ReadingStatus, ReportKind
from tests.ingest.profiles.papers.council import (
    AGENDA,
    CABINET,
    COMMISSIONER,
    DIRECTION,
    PLAN,
    change,
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


def notices(text):
    return [(notice.level, notice.code, notice.message, notice.line) for notice in only(text).notices]


def test_an_agenda_without_items_and_one_that_swallows_a_report_say_so():
    missing = "No item of the agenda was found. Compare with the document."
    without = change(change(AGENDA, "3.\t", "\t"), "4.\t", "\t")
    assert ("error", "items-missing", missing, 2) in notices(without)
    swallowed = "Paragraph 1.1 is no item of an agenda: a report begins before it without its heading."
    text = f"{AGENDA}\n1. Background\n\n1.1 Words of a report without a cover.\n\n1.2 And more.\n"
    assert notices(text) == [("error", "report-without-cover", swallowed, 20)]


TABLE = AGENDA[AGENDA.index("3.\t") : AGENDA.index("For further")]


def test_title_and_day_of_the_meeting():
    day = PartialDate("2021-02-12", "12 February 2021")
    assert (only(AGENDA).title, only(AGENDA).published) == ("Cabinet – Agenda", day)
    after_day = AGENDA.replace("A meeting", "Printed 3 February 2021\n\nA meeting")
    assert only(after_day).published == day
    assert only(AGENDA.replace("Date: 12", "12")).published == day
    assert only(AGENDA.replace("A meeting of the Cabinet will be held on:\n\nDate:", "Date:")).published == day


def test_items_may_be_lines_with_bullets_and_what_is_behind_them_are_notes():
    lines = "3. Children's services: update (Pages 3 - 6)\n\n- with the plan\n\n5. Libraries\n\nAll are welcome.\n\n"
    report = only(AGENDA.replace(TABLE, lines))
    assert [(f.anchor, f.text) for f in report.findings if f.ref] == [
        ("item-3", "Children's services: update with the plan"),
        ("item-5", "Libraries"),
    ]
    assert [section.anchor for section in report.sections] == ["items", "notes"]
    assert "All are welcome." in [f.text for f in report.findings if not f.ref]
    assert report.notices == ()


def test_rows_of_an_item_keep_the_words_of_the_file():
    first = next(f for f in only(AGENDA).findings if f.ref == "3")
    assert first.orig == "3.\tChildren's services: update\t(Pages 3 - 6)\n\tReport enclosed.\t"


@pytest.mark.parametrize(
    ("old", "new", "opening"),
    [
        ("", "", [0]),
        ("Cabinet – Agenda", "Cabinet – Supplementary agenda no. 2", [0]),
        ("Cabinet – Agenda", "The agenda of all", []),
        ("Cabinet – Agenda", "1. Agenda", []),
        ("Cabinet – Agenda", "- Agenda", []),
        ("Cabinet – Agenda", f"{'Cabinet and Council, ' * 8}agenda", []),
        ("Date: 12 February 2021", "Soon", []),
        (f"Items\n\n{TABLE}", "", []),
        ("Items\n", "One more line.\n\n" * 9 + "Items\n", []),
    ],
    ids=["sample", "supplementary", "mention", "numbered", "item", "long", "no-day", "no-items", "far-behind"],
)
def test_an_agenda_opens_with_its_title_a_meeting_and_items(old, new, opening):
    blocks = read_text(AGENDA.replace(old, new, 1).encode()).blocks
    assert [index for index in range(len(blocks)) if Agenda().opens(blocks, index)] == opening
    assert Agenda().score(Part(blocks, "text/plain")) == (0.93 if opening else 0)
