"""Improvement plans: the real one by its facts, altered copies of an invented one, and the same as a PDF."""

from io import BytesIO

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from ingest.drafts import PartialDate
from ingest.extract import extract
from ingest.profiles.plans.plan import Plan
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.vocabulary import NoticeLevel, ReportKind
from tests.ingest.profiles.papers.council import PLAN, change, codes, only
from tests.ingest.profiles.reading import doubts

PRIORITIES = {"1": 22, "2": 12, "3": 9, "4": 9, "5": 10}


@pytest.fixture(scope="module")
def plan(seeds):
    reports = extract(seeds["002"].read_bytes()).reports
    return next(r for r in reports if r.kind is ReportKind.IMPROVEMENT_PLAN)


def action(report, ref):
    return next(a for a in report.actions if a.ref == ref)


def test_the_real_plan_has_62_actions_with_84_links_that_its_appendix_confirms(plan):
    assert [a.ref for a in plan.actions] == [f"{p}.{n}" for p, count in PRIORITIES.items() for n in range(1, count + 1)]
    assert sum(len(a.recommendations) for a in plan.actions) == 84
    assert [n.code for n in plan.notices if n.level is NoticeLevel.INFO] == ["repeated-strip", "appendix-agrees"]


def test_the_real_plan_has_10_recommendations_and_5_priorities(plan):
    assert [r.ref for r in plan.recommendations] == [str(n) for n in range(1, 11)]
    assert [s.anchor for s in plan.sections if s.anchor.startswith("priority-")] == [
        f"priority-{n}" for n in PRIORITIES
    ]
    assert [f.ref for f in plan.findings if f.anchor.endswith("/aim")] == list(PRIORITIES)
    assert {a.section for a in plan.actions} == {f"priority-{n}" for n in PRIORITIES}


def test_the_real_plan_dates_the_inspection_from_8_july_as_printed(plan):
    own = plan.inspection
    assert (own.framework, own.started.iso, own.ended.iso) == ("ilacs", "2019-07-08", "2019-07-26")
    assert "8 July 2019" in own.printed
    assert plan.published.iso == "2019-11-18"


def test_columns_of_the_real_plan_are_mapped_priority_by_priority(plan):
    assert (action(plan, "1.8").baseline, action(plan, "1.8").target) == ("13 working days", "10 working days")
    assert action(plan, "1.8").measure.startswith("Average")
    assert (action(plan, "2.3").measure, action(plan, "2.3").baseline, action(plan, "2.3").target) == (
        None,
        "34.6%",
        "20%",
    )
    assert (action(plan, "5.8").baseline, action(plan, "5.8").target) == (None, "30%")
    assert all(a.rag is None for a in plan.actions)
    assert action(plan, "1.10").due == "Quarterly from September 2019"


def test_rows_of_the_real_plan_over_page_breaks_are_whole(plan):
    words = {ref: len(action(plan, ref).text.split()) for ref in ("1.4", "1.7", "1.11", "2.6", "3.9", "4.9")}
    assert words == {"1.4": 44, "1.7": 30, "1.11": 38, "2.6": 38, "3.9": 26, "4.9": 8}


def test_the_illegible_number_of_the_real_plan_is_restored_with_a_notice(plan):
    notice = next(n for n in plan.notices if n.anchor == "action-4.9")
    assert (notice.code, notice.level) == ("number-restored", NoticeLevel.WARNING)


def test_an_invented_plan_is_read_whole():
    report = only(PLAN)
    assert {a.ref: a.recommendations for a in report.actions} == {
        "1.1": ("1",), "1.2": ("1", "2"), "1.3": ("2",), "2.1": ("3",), "2.2": ("1", "2", "3"),
    }  # fmt: skip
    second = action(report, "1.2")
    assert (second.text, second.success_measures, second.rag) == (
        "Visit every family and record each visit",
        "Visits made in time",
        "G",
    )
    assert (second.partners, second.measure, second.baseline, second.target) == (None, None, None, "95%")
    assert action(report, "2.1").measure == "Managers trained"
    assert next(s.heading for s in report.sections if s.anchor == "priority-2") == "Priority 2: People and Management"
    assert report.published == PartialDate("2021-01-18", "18/01/2021")
    assert codes(report) == ["appendix-agrees"]


def test_a_changed_link_is_a_warning_that_names_the_action():
    report = only(change(PLAN, "1. 3\t2\t", "1. 3\t3\t"))
    (notice,) = [n for n in report.notices if n.code == "appendix-differs"]
    assert (notice.anchor, notice.level) == ("action-1.3", NoticeLevel.WARNING)
    assert action(report, "1.3").recommendations == ("3",)


def test_a_missing_row_is_a_hole_and_differs_from_the_appendix():
    start = PLAN.index("1.2 œ")
    end = PLAN.index("\n", start) + 1
    found = codes(only(PLAN[:start] + PLAN[end:]))
    assert {"action-sequence", "appendix-differs"} <= set(found)


def test_a_number_that_is_lost_between_two_is_restored():
    report = only(change(PLAN, "1.2 œ\t", "\t"))
    assert action(report, "1.2").recommendations == ("1", "2")
    assert codes(report) == ["number-restored", "appendix-agrees"]


def test_a_number_lost_at_the_end_is_restored_only_if_the_appendix_lists_it():
    lost = change(PLAN, "2.2\t1, 2 and 3", "æ\t1, 2 and 3")
    assert codes(only(lost)) == ["number-restored", "appendix-agrees"]
    without = lost[: lost.index("Appendix B")]
    report = only(without)
    assert "action-number-lost" in codes(report)
    assert report.actions[-1].ref == ""


@pytest.mark.parametrize(
    ("old", "new", "doubt"),
    [
        (
            "Measure the pace of visits\tPerf",
            "Measure the\npace of visits\tPerf",
            "warning row-mended at line 36: A row of the table of actions was torn in two and was put together: “1."
            " 3 2 Measure the pace of visits Performance Team June 2021 Monthly report”.",
        ),
        (
            "1.1\t1\tReview every plan\t",
            "1.1\t1\tReview every plan\n",
            "warning row-mended at line 31: A row of the table of actions was torn in two and was put together: "
            "“1.1 1 Review every plan Head of Service Schools March 2021 Plans reviewed 90%”.",
        ),
        (
            "1. 3\t2\t",
            "1. 3\tB\t",
            "warning link-unread at action-1.3: The cell that should name the recommendations of action-1.3 holds "
            "“B”, which are no numbers; no link was read.",
        ),
        (
            "1. 3\t2\t",
            "1. 3\t7\t",
            "warning unknown-recommendation at action-1.3: action-1.3 answers 7, which is no recommendation of the "
            "plan.",
        ),
        (
            "\tPartners\t",
            "\tZuständig\t",
            "warning unknown-column at line 30: The column “Zuständig” of the table of actions is not known; its "
            "words are kept among the notes.",
        ),
        (
            "1. 3\t2\t",
            "1. 2\t2\t",
            "warning duplicate-action at action-1.2: Action 1.2 is printed more than once; all rows were kept.",
        ),
        (
            "(3 actions)\t1.1",
            "(4 actions)\t1.1",
            "warning appendix-count at line 47: The appendix announces 4 actions for recommendation 1 and lists 3.",
        ),
        (
            "- 2. The pace of visits to families.\n",
            "",
            "error missing-paragraphs at line 17: Recommendation 2 of the numbered sequence was not found before 3."
            " Compare with the document.",
        ),
        (
            "\tMonthly report\t\t\n",
            "\tMonthly report\t\t\tmore\n",
            "error torn-row at line 36: A row of the table of actions does not fit its header and was not read: “1."
            " 3 2 Measure the pace of visits Performance Team June 2021 Monthly report more”.",
        ),
        (
            "Version\tDate\tAuthor\nV1.0\t04/01/2021\tHead of Projects\nV1.1\t18/01/2021",
            "Head\tNo\tDay\nX\tY",
            "warning publication-date-missing at line 2: The plan's date or version was not found.",
        ),
    ],
)
def test_what_is_torn_gives_a_notice(old, new, doubt):
    assert doubt in doubts(only(change(PLAN, old, new)))


def test_a_torn_row_is_put_together_with_its_columns():
    report = only(change(PLAN, "1.1\t1\tReview every plan\t", "1.1\t1\tReview every plan\n"))
    first = action(report, "1.1")
    assert (first.text, first.lead, first.partners, first.due, first.target) == (
        "Review every plan", "Head of Service", "Schools", "March 2021", "90%",
    )  # fmt: skip


def test_a_table_without_header_takes_the_next_one_of_its_shape():
    header = PLAN[PLAN.index("Ref\tOfsted Recom menda tion\tAction\tOwner\tDue date") :].split("\n", 1)[0]
    rows = PLAN[PLAN.index("2.1\t3\t") :].split("\n", 1)[0]
    text = change(PLAN, f"{header}\n{rows}\n", f"{rows}\n\n{header}\n")
    report = only(text)
    assert (action(report, "2.1").measure, action(report, "2.1").target) == ("Managers trained", "80%")
    assert "header-missing" in codes(report)


def plan_as_pdf() -> bytes:
    """A plan of two priorities on landscape pages, its tables ruled and long enough to go over a page."""
    style = getSampleStyleSheet()
    body, title, heading = style["Normal"], style["Title"], style["Heading2"]

    def table(rows: list[list[str]], repeat: int) -> Table:
        cells = [[Paragraph(cell, body) for cell in row] for row in rows]
        made = Table(cells, colWidths=[760 / len(rows[0])] * len(rows[0]), repeatRows=repeat)
        made.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        return made

    headings = ["Ref", "Ofsted Recommendation", "Action", "Lead", "By When", "Success Measures", "Target", "RAG rating"]
    story: list[Flowable] = [
        Paragraph("Wexcombe Children's Services Improvement Plan", title),
        Paragraph("1. Introduction", heading),
        Paragraph("This plan answers the inspection of Wexcombe, which took place from 5 to 23 October 2020.", body),
        Paragraph("Ofsted Recommendations", heading),
        Paragraph("The 2 recommendations of the report are:", body),
        Paragraph("1.   The quality of plans for children in need.", body),
        Paragraph("2.   The pace of visits to families in need.", body),
    ]
    for priority in ("1", "2"):
        opening = [
            [f"Priority {priority}: Practice", "Lead: Director"],
            ["What's working well?", "Staff are committed."],
        ]
        rows = [
            [
                f"{priority}.{n}",
                "1 and 2",
                "Check every plan twice " * 6,
                "Director",
                "May 2021",
                "All are checked",
                "90%",
                "",
            ]
            for n in range(1, 11)
        ]
        story += [Spacer(1, 20), table(opening, 0), Spacer(1, 12), table([headings, *rows], 1)]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=landscape(A4), leftMargin=40, rightMargin=40).build(story)
    return buffer.getvalue()


def test_the_tables_of_a_pdf_give_the_same_actions_with_pages_and_boxes():
    (report,) = extract(plan_as_pdf()).reports
    assert report.kind is ReportKind.IMPROVEMENT_PLAN
    assert [a.ref for a in report.actions] == [f"{p}.{n}" for p in (1, 2) for n in range(1, 11)]
    assert {a.recommendations for a in report.actions} == {("1", "2")}
    assert {a.text for a in report.actions} == {" ".join(["Check every plan twice"] * 6)}
    assert {(a.lead, a.due, a.target, a.rag) for a in report.actions} == {("Director", "May 2021", "90%", None)}
    assert [r.ref for r in report.recommendations] == ["1", "2"]
    assert [s.anchor for s in report.sections if s.anchor.startswith("priority")] == ["priority-1", "priority-2"]
    assert all(a.place.page and a.place.boxes for a in report.actions)


def test_a_table_without_drawn_lines_gives_its_actions_too():
    style = getSampleStyleSheet()
    rows = [
        [f"1.{n}", "Check each plan twice and tell the family " * n, "Head of service", "May 2024"] for n in range(1, 5)
    ]
    cells = [
        [Paragraph(cell, style["Normal"]) for cell in row] for row in [["Ref", "Action", "Lead", "By when"], *rows]
    ]
    table = Table(cells, colWidths=[60, 300, 120, 120])
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=landscape(A4)).build(
        [
            Paragraph("Wexcombe Children's Services Improvement Plan", style["Title"]),
            Paragraph("This plan answers the inspection of Wexcombe in October 2020.", style["Normal"]),
            table,
            Paragraph(
                "The board meets each month and hears from children and from those who care. " * 2, style["Normal"]
            ),
        ]
    )
    (report,) = extract(buffer.getvalue()).reports
    assert [(a.ref, a.text, a.lead, a.due) for a in report.actions] == [tuple(map(str.strip, row)) for row in rows]
    assert "table-not-read" not in codes(report)


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
