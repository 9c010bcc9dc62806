"""What records are called, alone, as a range, and in a citation. Nothing is stored for it."""

import pytest

from findings.labels import authority_of, label_of, range_of, runs
from findings.models import Action, Finding, Recommendation, Risk, Section
from tests import builders


def paragraphs(*refs: str, inside: str = "") -> list[Finding]:
    return [Finding(ref=ref, anchor=f"{inside}para-{ref}", kind="finding") for ref in refs]


@pytest.mark.parametrize(
    ("record", "label"),
    [
        (Finding(ref="19", anchor="para-19"), "Paragraph 19"),
        (Finding(ref="2", anchor="annex/para-2"), "Annex, paragraph 2"),
        (Finding(anchor="p4-2", kind="finding"), "Unnumbered finding, page 4, item 2"),
        (Finding(anchor="s3-1~2", kind="summary"), "Summary, section 3, item 1"),
        (Finding(anchor="s0-2", kind="summary"), "Summary, before the first section, item 2"),
        (Finding(anchor="hand-1", kind="context"), "Context"),
        (Recommendation(ref="5", anchor="rec-5"), "Recommendation 5"),
        (Recommendation(anchor="rec-5/2", parent_id=1), "Recommendation 5, item 2"),
        (Recommendation(ref="5", anchor="part-2/rec-5"), "Recommendation 5"),
        (Recommendation(anchor="improve-3"), "Recommendation 3"),
        (Action(ref="1.10", anchor="action-1.10"), "Action 1.10"),
        (Action(anchor="hand-1"), "Action"),
        (Risk(anchor="risk-2"), "Risk 2"),
        (Section(heading="Early help"), "Section “Early help”"),
    ],
)
def test_a_record_is_called_by_what_is_printed_else_by_its_place(record, label):
    assert label_of(record) == label


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        (paragraphs("14", "15", "16"), ["Paragraphs 14 to 16"]),
        (paragraphs("7"), ["Paragraph 7"]),
        (paragraphs("14", "16"), ["Paragraph 14", "Paragraph 16"]),
        (paragraphs("3.9", "3.10", "4.11"), ["Paragraphs 3.9 to 3.10", "Paragraph 4.11"]),
        (paragraphs("1", "2", inside="annex/"), ["Annex, paragraphs 1 to 2"]),
        ([*paragraphs("1"), *paragraphs("2", inside="annex/")], ["Paragraph 1", "Annex, paragraph 2"]),
        ([Finding(anchor="p1-1"), Finding(anchor="p1-2")], ["2 unnumbered paragraphs"]),
        ([Finding(anchor="p1-1"), *paragraphs("2")], ["1 unnumbered paragraph", "Paragraph 2"]),
    ],
)
def test_paragraphs_are_cited_as_ranges_that_end_where_numbers_do_not_follow(findings, said):
    assert [range_of(run) for run in runs(findings)] == said


@pytest.mark.django_db
def test_a_record_is_about_the_authority_of_its_report_or_of_what_it_judges_in_a_table():
    inspected = builders.inspection()
    table = builders.report("outcomes-table", authority=None)
    judged = builders.judgement(table, inspection=inspected)
    assert authority_of(judged) == inspected.authority
    own = builders.finding(builders.report(of=inspected))
    assert authority_of(own) == own.report.authority
    assert authority_of(builders.finding(table)) is None
