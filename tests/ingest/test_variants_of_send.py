"""Every printed variant of area SEND reports, as made-up PDFs: exactly their known facts are read.

The variants are those that were counted in published reports. Where a variant cannot be read, a notice states this.
"""

from dataclasses import replace

import pytest

from tests.ingest.against_truth import check, facts, read
from tests.ingest.made_letters import Send, send

SEND = Send()


def test_items_keep_their_level_where_margins_lie_now_left_now_right():
    press, truth = send(SEND)
    for page in press.pages[1::2]:
        page.texts[:] = [(line[0], line[1] + 6, *line[2:]) for line in page.texts]
        page.rules[:] = [(x0 + 6, top, x1 + 6, bottom) for x0, top, x1, bottom in page.rules]
    report = check((press, truth))
    assert sum(finding.kind == "finding" for finding in report.findings) == 8


def test_an_area_send_report_without_its_last_page_says_so():
    press, _ = send(replace(SEND, outcome="systemic-failings"))
    press.pages.pop()
    assert "ending-missing" in read(press)[1]


@pytest.mark.parametrize("outcome", ["typically-positive", "inconsistent", "systemic-failings"])
@pytest.mark.parametrize("changed", [{}, {"frame": False}, {"rows": 12, "gap": 60}, {"rows": 6, "subs": True}])
def test_area_send_reports(outcome, changed):
    press, truth = send(replace(SEND, outcome=outcome, **changed))
    report, doubts = read(press)
    assert facts(report, truth) == truth
    assert set(doubts) <= {"row-perhaps-torn", "items-perhaps-joined"}


def test_numbered_rows_keep_their_numbers_in_each_table():
    check(send(replace(SEND, numbered=True)))
    _, doubts = read(send(replace(SEND, numbered=True, outcome="systemic-failings"))[0])
    assert "duplicate-paragraph" not in doubts


def test_a_table_of_one_row_is_one_recommendation_with_its_bullets():
    check(send(replace(SEND, rows=1, subs=True)))


def test_two_actions_beside_one_responsible_body_are_two():
    press, truth = send(replace(SEND, outcome="systemic-failings"))
    body = "Leaders at the council and the health board"
    shown = [(page, line) for page in press.pages for line in page.texts if line[3] in body and line[1] < 100]
    second = shown[len(shown) // 3 : 2 * len(shown) // 3]
    for page, line in second:
        page.texts.remove(line)
    report, doubts = read(press)
    assert [r.text for r in report.recommendations] == truth.recommendations
    assert {r.addressee for r in report.recommendations[:3]} == {body}
    assert doubts == []


@pytest.mark.parametrize("gap", range(0, 240, 40))
def test_rows_torn_over_pages_are_whole_or_doubted(gap):
    press, truth = send(replace(SEND, outcome="systemic-failings", long=True, rows=6, gap=gap))
    report, doubts = read(press)
    whole = [recommendation.text for recommendation in report.recommendations] == truth.recommendations
    assert whole or "row-perhaps-torn" in doubts
