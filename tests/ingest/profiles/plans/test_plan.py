"""Improvement plans: the real one by its facts, and altered copies of an invented one."""

import pytest

from ingest.drafts import PartialDate
from ingest.extract import extract
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
    assert {a.ref: (a.due, a.rag) for a in plan.actions if a.rag} == {
        "1.19": (None, "In progress"), "2.1": ("End of September COMPLETED", "COMPLETED"),
    }  # fmt: skip
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
