"""Where a plan opens, what tells that a part is one, and of which day it is."""

import pytest

from ingest.extract import extract
from ingest.profiles.plans.plan import Plan
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.vocabulary import ReportKind
from tests.ingest.profiles.papers.council import PLAN, codes, only
from tests.ingest.profiles.reading import doubts

TITLE = "Wexcombe Children's Services Improvement Plan"
VERSIONS = PLAN[PLAN.index("Version\t") : PLAN.index("1. Introduction")]
WITHOUT_ACTIONS = PLAN.partition("Priority 1")[0]
FRONT = "A word of all.\n\n" * 7


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (PLAN, [0]),
        (PLAN + PLAN, [0]),
        (PLAN.replace(TITLE, f"{TITLE} 2021 - 2022"), [0]),
        (PLAN.replace(TITLE, f"1. {TITLE}"), []),
        (PLAN.replace(TITLE, "The words of a plan to improve"), []),
        (PLAN.replace(TITLE, "and all " * 15 + TITLE), []),
        (WITHOUT_ACTIONS, []),
        (FRONT + PLAN, [7]),
        (f"{FRONT}Appendix 1\n\n{PLAN.replace(VERSIONS, '').strip()}", [8]),
    ],
    ids=["plan", "twice", "years", "numbered", "no-title", "long", "no-actions", "versions", "appendix"],
)
def test_a_plan_opens_with_its_first_title_on_a_cover_over_a_table_of_actions(text, opening):
    blocks = read(text.encode()).blocks
    assert [index for index in range(len(blocks)) if Plan().opens(blocks, index)] == opening


ROWS = "Paper\n\nAction\tLead\tBy when\tRef\tTarget\nVisit.\tX\tMay\t1.1\t90%\n"


@pytest.mark.parametrize(("text", "score"), [(PLAN, 0.9), (ROWS, 0.42), (ROWS.replace("Lead", "Board"), 0)])
def test_a_part_without_a_cover_is_told_by_a_table_with_leads_and_dates(text, score):
    assert Plan().score(Part(read(text.encode()).blocks, "text/plain")) == score


@pytest.mark.parametrize(
    ("old", "new", "iso"),
    [
        ("18/01/2021", "18.12.2020", "2021-01-04"),
        ("18/01/2021", "31/02/2021", "2021-01-04"),
        (VERSIONS, "12 May 2021\n\n", "2021-05-12"),
        (VERSIONS, f"12 May 2021{' is a day of the council' * 3}\n\n", None),
    ],
    ids=["latest", "impossible", "cover", "prose"],
)
def test_a_plan_is_of_the_day_of_its_latest_version_or_of_its_cover(old, new, iso):
    published = only(PLAN.replace(old, new)).published
    assert (published and published.iso) == iso


def test_a_plan_without_version_or_actions_tells_it_where_it_begins():
    undated = only(PLAN.replace(VERSIONS, ""))
    found = [(notice.level, notice.code, notice.message, notice.line) for notice in undated.notices]
    assert ("warning", "publication-date-missing", "The plan's date or version was not found.", 2) in found
    empty = Plan().extract(Part(read(WITHOUT_ACTIONS.encode()).blocks, "text/plain"))
    found = [(notice.level, notice.code, notice.message, notice.line) for notice in empty.notices]
    assert ("error", "actions-missing", "No row of a table of actions was read.", 2) in found
    assert empty.title == TITLE


def read_plan(*lines):
    (report,) = extract("\n\n".join(lines).encode()).reports
    assert report.kind is ReportKind.IMPROVEMENT_PLAN
    return report


ROW = "Action\tLead\tBy when\nRecruit carers\tManager\tMay 2025"


@pytest.mark.parametrize(
    "title",
    [
        "Wexcombe Council: Children's Services Improvement Plan 2024-2026",
        "Post-Ofsted Action Plan",
        "Children's Services 15 point action plan",
        "Written Statement of Action",
        "Improvement Plan following the inspection of children's services, March 2024",
        "Delivery plan: children's services",
    ],
)
def test_a_plan_is_known_by_its_title_in_the_words_of_councils(title):
    assert read_plan(title, ROW).title == title


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Version 3 - 12 May 2023", "2023-05-12"),
        ("As at 31 March 2024", "2024-03-31"),
        ("Updated March 2024", "2024-03"),
        ("v2.1 04/03/2024", "2024-03-04"),
        ("4 March 2024", "2024-03-04"),
        ("Following the inspection of July 2022", None),
        ("For the years 2022 to 2024", None),
    ],
)
def test_the_day_of_a_plan_is_the_one_that_its_cover_gives_as_its_own(line, iso):
    published = read_plan("Wexcombe Improvement Plan 2022-2024", line, ROW).published
    assert (published and published.iso) == iso


def test_a_plan_follows_the_visit_that_its_cover_names():
    report = read_plan("Wexcombe 9 point plan", "Response to the Ofsted focused visit of October 2020", ROW)
    assert (report.inspection.framework, report.inspection.started.iso) == ("focused-visit", "2020-10")


def test_a_table_without_any_title_is_a_plan_without_one():
    report = read_plan(ROW)
    assert (report.title, [action.text for action in report.actions]) == ("Plan without title", ["Recruit carers"])
    assert "warning cover-incomplete at line 1: The title of the plan was not found." in doubts(report)


def test_a_plan_whose_tables_have_no_header_tells_that_no_action_was_read():
    report = read_plan("Wexcombe Improvement Plan", "1.1\tRecruit\tAnn\tMay\n1.2\tTrain\tBob\tJune")
    assert {"table-not-read", "actions-missing"} <= set(codes(report))
    assert [finding.text for finding in report.findings] == ["1.1 Recruit Ann May 1.2 Train Bob June"]
