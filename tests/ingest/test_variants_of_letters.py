"""Every printed variant of letters and joint inspections, as made-up PDFs: exactly their known facts are read.

The variants are those that were counted in published reports. Where a variant cannot be read, a notice states this.
"""

from dataclasses import replace

import pytest

from tests.ingest.against_truth import check, read
from tests.ingest.made_letters import Jtai, Visit, jtai, visit
from tests.press import Look, no_footer

VISIT, JTAI = Visit(), Jtai()

OLD = replace(JTAI, new=False, improve="Areas for improvement")


@pytest.mark.parametrize("form", ["prose", "bullets", "numbered"])
@pytest.mark.parametrize("findings", ["Main findings", "Findings"])
def test_letters_with_findings_of_every_form(findings, form):
    check(visit(replace(VISIT, findings=findings, form=form)))


@pytest.mark.parametrize(
    "changed",
    [
        {"head_last": True},
        {"overview": "Overview"},
        {"overview": None},
        {"announce": True},
        {"items": 15},
        {"improve_last": True, "form": "bullets"},
        {"subheads": True},
        {"improve": "What needs to improve in this area of social work practice:"},
        {"improve": "What needs to improve in this area of practice"},
        {"priority": "Area for priority action"},
        {"priority": "Areas for priority action", "priority_prose": True},
        {"priority": "Areas for priority action", "improve": None},
        {"subject": "Focused visit to {name} local authority children\u2019s services"},
        {"subject": "Ofsted focussed visit to {name} City Council children\u2019s services"},
        {"look": Look(scaled=True)},
        {"look": Look(width=612, height=792, bottom=710, footer=no_footer)},
        {"kind": "monitoring-visit", "subject": "Monitoring visit to {name} children\u2019s services", "improve": None,
         "findings": "Findings and evaluation of progress", "overview": "Overview"},
    ],
)  # fmt: skip
def test_letters(changed):
    check(visit(replace(VISIT, **changed)))


def test_a_heading_that_lost_its_weight_is_no_finding():
    press, truth = visit(replace(VISIT, subheads=True))
    for page in press.pages:
        page.texts[:] = [(*line[:5], line[5] and line[3] != "Plans for children") for line in page.texts]
    report = check((press, truth))
    assert "Plans for children" in [section.heading for section in report.sections]
    assert sum(finding.kind == "finding" for finding in report.findings) == 9


def test_strengths_under_another_heading_are_findings():
    press, _ = visit(replace(VISIT, findings="What is working well?", form="bullets"))
    report, _ = read(press)
    assert sum(finding.kind == "finding" for finding in report.findings) == 9


@pytest.mark.parametrize("heading", ["Areas for priority actio", "Area for prority action"])
def test_a_heading_that_lost_a_letter_is_read_and_doubted(heading):
    check(jtai(replace(JTAI, priority=heading)), "heading-misspelt")


def test_a_joint_letter_without_areas_for_improvement_is_doubted():
    assert read(jtai(replace(JTAI, improve="Areas for priority action"))[0])[1] == ["no-areas-for-improvement"]


def test_the_day_of_the_letter_is_not_that_of_the_visit():
    press, _ = visit(VISIT)
    page = press.pages[0]
    page.texts[:] = [(line[0], 430, *line[2:]) if line[3] == VISIT.day else line for line in page.texts]
    report, _ = read(press)
    assert report.inspection.started.iso == VISIT.started
    _, doubts = read(visit(replace(VISIT, opening="Helen Marlow came to {name} on 12 March 2025."))[0])
    assert "dates-doubted" in doubts


@pytest.mark.parametrize(
    "second", ["Inspectors also came on Monday 4 March 2025.", "It tells of the visit of 4 and 5 February 2024."]
)
def test_days_that_contradict_those_of_the_visit_are_doubted(second):
    check(visit(VISIT))
    _, doubts = read(visit(replace(VISIT, second=second))[0])
    assert {"dates-doubted", "dates-contradiction"} & set(doubts)


def test_a_letter_without_a_list_is_doubted():
    check(visit(replace(VISIT, improve=None)), "no-areas-for-improvement")


DAYS = (
    (
        "Between 20 and 24 June, a team visited {name}. The inspectors were Helen Marlow and Tom Seaton.",
        "2024-06-20",
        "2024-06-24",
    ),
    (
        "This letter is about the focused visit to {name} on 4-5 February 2025. Helen Marlow came.",
        "2025-02-04",
        "2025-02-05",
    ),
    (
        "This letter is about the focused visit to {name} on 31 January and 1 February 2025. Helen Marlow came.",
        "2025-01-31",
        "2025-02-01",
    ),
    (
        "This letter is about the visit on Tuesday 4 and Wednesday 5 February 2025. Helen Marlow came to {name}.",
        "2025-02-04",
        "2025-02-05",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("opening", "started", "ended"), DAYS)
def test_days_of_visits_of_every_shape(opening, started, ended):
    check(visit(replace(VISIT, opening=opening, started=started, ended=ended)))


@pytest.mark.parametrize(
    "v",
    [
        OLD,
        replace(OLD, case=True, subheads=True),
        replace(OLD, priority="Area for priority action"),
        replace(
            OLD, subject="Joint targeted area inspection of the multi-agency response to abuse and neglect in {name}"
        ),
        replace(JTAI, numbered=True),
        replace(JTAI, priority="Areas for priority action"),
    ],
)
def test_joint_inspections(v):
    check(jtai(v))
