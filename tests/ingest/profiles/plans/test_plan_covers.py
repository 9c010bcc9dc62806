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
TAB = "\t"
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
        ("Day 12 May 2023", "2023-05-12"),
        ("Days 12 May 2023", None),
        ("Agreed by all on 12 May 2023", None),
        ("Action plan agreed by all on 12 May 2023", "2023-05-12"),
        ("Action plan agreed by all in May 2023", "2023-05"),
        ("Action plan agreed by all in 2023", None),
        ("Version 3, visited on 12 May 2023", None),
        (f"{'W' * 56} version of 12 May 2023", "2023-05-12"),
        (f"{'W' * 57} version of 12 May 2023", None),
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


def opened(*lines):
    """The places of the blocks at which a plan opens."""
    blocks = read("\n\n".join(lines).encode()).blocks
    return [index for index in range(len(blocks)) if Plan().opens(blocks, index)]


PLAIN = "Leaders know their services well and act on what they learn."


@pytest.mark.parametrize("word", ["Contents", "Introduction", "Version control"])
def test_a_title_inside_a_pack_opens_a_plan_over_what_a_cover_has(word):
    far = [PLAIN] * 15
    assert opened(*far, TITLE, word, *far, ROW) == [15]
    assert opened(*far, TITLE, PLAIN, *far, ROW) == []
    assert opened(*far, TITLE, PLAIN, ROW) == [15]


def test_a_title_under_a_label_opens_a_plan_far_above_its_table():
    far = [PLAIN] * 15
    assert opened(*far, "Appendix 2", TITLE, *far, ROW) == [16]
    assert opened(*far, "Chapter 2", TITLE, *far, ROW) == []


def test_a_second_title_of_a_cover_opens_no_other_plan():
    assert opened(TITLE, "Delivery plan 2021", ROW) == [0]
    assert opened("OUR SERVICES", "Delivery plan 2021", ROW) == [1]
    assert opened(PLAIN, "Our improvement plan is on its way to all.", "Delivery plan 2021", ROW) == [2]
    assert opened(TITLE, ROW, PLAIN, "Delivery plan 2021", ROW) == [0, 3]


def title_of(*lines):
    return read_plan(*lines).title


def test_the_title_is_the_first_of_more_than_three_words():
    assert title_of("Improvement plan", TITLE, ROW) == TITLE
    assert title_of("Improvement plan", ROW) == "Improvement plan"
    assert title_of(TITLE, "The second improvement plan of Wexcombe", ROW) == TITLE


def test_without_a_title_the_first_line_that_is_no_sentence_stands_for_it():
    assert title_of(PLAIN, "How we work together in Wexcombe", ROW) == "How we work together in Wexcombe"
    assert title_of("How we work together in Wexcombe", PLAIN, ROW) == "How we work together in Wexcombe"
    assert title_of(PLAIN, ROW) == "Plan without title"


def test_what_stands_above_the_title_is_read_where_there_is_none_and_else_is_not():
    untitled = read_plan("How we work together", PLAIN, ROW)
    assert [section.heading for section in untitled.sections] == []
    assert [finding.text for finding in untitled.findings] == [PLAIN]
    titled = read_plan("Services of Wexcombe", TITLE, PLAIN, ROW)
    assert (titled.title, [finding.text for finding in titled.findings]) == (TITLE, [PLAIN])
    assert len(titled.actions) == 1


def test_a_title_over_numbered_rows_without_a_header_is_a_plan_if_it_is_a_heading():
    lost = "1.1\tRecruit\tAnn\tMay\n1.2\tTrain\tBob\tJune"
    for lines, score in (
        ((TITLE, lost), 0.41),
        ((f"{TITLE} is what this paper tells of and of much more besides it here.", lost), 0),
        (("Services of Wexcombe", lost), 0),
        ((TITLE, PLAIN), 0),
        ((*["SERVICES"] * 12, TITLE, lost), 0),
        ((*["SERVICES"] * 11, TITLE, lost), 0.41),
    ):
        blocks = read("\n\n".join(lines).encode()).blocks
        assert Plan().score(Part(blocks, "text/plain")) == score, lines


def test_a_table_of_actions_alone_opens_a_plan_behind_a_label_or_a_signature():
    assert opened(PLAIN, "Appendix 2", ROW) == [2]
    assert opened(PLAIN, "Appendix 2", "Council\tGrade\nKent\tGood") == []
    assert opened(PLAIN, "Yours sincerely", "Ann Grey", ROW) == [3]
    assert opened(PLAIN, "Chapter 2", ROW) == []
    assert opened("Appendix 2", PLAIN, "Appendix 2", ROW) == []


def test_a_plan_inside_a_paper_that_goes_on_behind_it_opens_none():
    paper, later = "3.1 The cabinet agreed a plan for all services.", "3.2 The cabinet looks at it each month."
    points = ("1. Recruit carers.", "Lead: Ann", "By when: May 2025", "2. Train staff.", "Lead: Bob", "By when: June")
    assert opened(paper, TITLE, ROW) == [1]
    assert opened(paper, TITLE, ROW, later) == []
    assert opened(paper, TITLE, *points) == [1]
    assert opened(paper, TITLE, "Version\tDate\n1\t04/01/2021", later, ROW) == [1]


def test_a_title_far_up_in_a_paper_needs_no_cover():
    far = [PLAIN] * 15
    for above, opening in ((5, [5]), (6, [])):
        assert opened(*[PLAIN] * above, TITLE, *far, ROW) == opening


def test_what_stands_above_a_title_is_no_part_of_the_plan():
    found = read_plan("All that leaders do here is for children and their families.", TITLE, PLAIN, ROW)
    assert [finding.text for finding in found.findings] == [PLAIN]


HEADER = "Ref\tAction\tLead\tBy when"
ACTION = "1.1\tVisit every family\tAnn\tMay 2021"


@pytest.mark.parametrize(
    ("above", "title", "iso"),
    [
        ([TITLE], TITLE, None),
        ([TITLE, "Updated 4 February 2021"], TITLE, "2021-02-04"),
        (["Wexcombe Council", TITLE, "Updated 4 February 2021"], TITLE, "2021-02-04"),
        (["Priority 1: Visits"], "Plan without title", None),
    ],
    ids=["title", "day", "council", "priority"],
)
def test_a_title_may_stand_in_the_first_rows_of_the_table(above, title, iso):
    rows = "".join(f"<tr><td colspan=4>{text}</td></tr>" for text in above)
    rows += "".join(f"<tr><td>{row.replace(TAB, '</td><td>')}</td></tr>" for row in (HEADER, ACTION))
    page = f"<html><head><title></title></head><body><table>{rows}</table></body></html>"
    (plan,) = extract(page.encode()).reports
    assert (plan.title, plan.published and plan.published.iso) == (title, iso)
    assert [action.text for action in plan.actions] == ["Visit every family"]
