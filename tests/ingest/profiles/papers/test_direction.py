"""Statutory directions: the real one by its facts, and altered copies of an invented one."""

import pytest

from ingest.extract import extract
from ingest.profiles.papers.direction import Direction
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.vocabulary import ReportKind
from tests.ingest.profiles.papers.council import DIRECTION, change, codes, only


@pytest.fixture(scope="module")
def report(seeds):
    reports = extract(seeds["002"].read_bytes()).reports
    return next(r for r in reports if r.kind is ReportKind.STATUTORY_DIRECTION)


def test_the_real_direction_has_ten_clauses_and_two_annexes(report):
    clauses = [f.ref for f in report.findings if f.anchor.startswith("para-")]
    assert clauses == [str(n) for n in range(1, 11)]
    annexes = [f.anchor for f in report.findings if f.anchor.startswith("annex-") and f.ref]
    assert annexes == ["annex-a/para-1", "annex-a/para-2", *(f"annex-b/para-{n}" for n in range(1, 6))]
    assert (report.published.iso, report.authority.la_code, report.licence) == ("2020-01-07", "887", None)


def test_the_two_lost_numbers_of_the_real_direction_are_restored_with_a_notice_each(report):
    assert {n.line for n in report.notices if n.code == "number-restored"} == {868, 872}


def test_the_grade_that_the_real_direction_names_is_told(report):
    assert codes(report) == ["number-restored", "number-restored", "reported-unclear"]
    assert report.notices[-1].anchor == "para-1"


def test_the_real_direction_follows_the_report_of_27_august_2019(report):
    assert (report.inspection.framework, report.inspection.published.iso) == (None, "2019-08-27")
    assert {(j.domain, j.grade) for j in report.judgements} == {
        ("overall-effectiveness", "inadequate"),
        ("leadership", "inadequate"),
        ("help-and-protection", "inadequate"),
    }


def test_sub_clauses_belong_to_their_clause():
    report = only(DIRECTION)
    clause = next(f for f in report.findings if f.anchor == "para-3")
    assert clause.text.endswith("considered: a. the report of the inspection; b. the report of the commissioner.")
    assert [f.anchor for f in report.findings if f.ref] == [
        *(f"para-{n}" for n in range(1, 7)),
        "annex-a/para-1",
        "annex-a/para-2",
    ]
    assert [(x.source, x.target, x.ref) for x in report.references] == [("para-4", "section", "A")]


def test_a_number_is_not_restored_when_two_clauses_could_have_it():
    report = only(change(DIRECTION, "- The Council has failed", "- One more item.\n- The Council has failed"))
    assert "para-2" not in [f.anchor for f in report.findings]
    assert codes(report) == ["missing-paragraphs"]


RESTORED = (
    "warning",
    "number-restored",
    "The number of this item cannot be read; 2 was restored from the numbers around it.",
    7,
)  # fmt: skip


def notices(text):
    return [(notice.level, notice.code, notice.message, notice.line) for notice in only(text).notices]


def test_a_clause_that_is_lost_is_missed():
    lost = "- 4. A partner is appointed on the terms in Annex A to this direction.\n"
    assert "missing-paragraphs" in codes(only(change(DIRECTION, lost, "")))


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "line"),
    [
        (
            "ANNEX A\n", "\n", "annex-missing",
            "The direction speaks of Annex A, which was not found. Compare with the document.", 2,
        ),
        (
            "Dated this day of 15 March 2021\n", "", "publication-date-missing",
            "No day on which the direction is dated was found.", 2,
        ),
        (
            "- 2. The partner reports every month.\n", "- 2. The partner reports.\n\nAppendix 3\n\nWords.\n",
            "report-without-cover",
            "“Appendix 3” follows the annexes of the direction and was read as part of it; is it another paper?", 30,
        ),
    ],
)  # fmt: skip
def test_what_is_torn_gives_a_notice(old, new, code, message, line):
    level = "error" if code == "report-without-cover" else "warning"
    assert notices(change(DIRECTION, old, new)) == [RESTORED, (level, code, message, line)]


RECITALS = DIRECTION[DIRECTION.index("WHEREAS") :]
TITLE = DIRECTION.partition("WHEREAS")[0].strip()


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (DIRECTION, [0]),
        (f"{TITLE}\n\n1. The Secretary of State directs.\n", [0]),
        (f"{TITLE}\n\nThe Secretary of State directs.\n", []),
        (TITLE + "\n\nOne more line." * 6 + f"\n\n{RECITALS}", []),
        (f"Statutory direction to Wexcombe Council\n\n{RECITALS}", []),
        (f"About the {TITLE.lower()}\n\n{RECITALS}", []),
        (f"{TITLE} {'and to all others ' * 20}\n\n{RECITALS}", []),
    ],
    ids=["whole", "clause", "no-clause", "far-behind", "no-powers", "mention", "long"],
)
def test_a_direction_opens_with_its_title_its_powers_and_its_recitals(text, opening):
    blocks = read(text.encode()).blocks
    assert [index for index in range(len(blocks)) if Direction().opens(blocks, index)] == opening


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (DIRECTION, 0.96),
        (f"A paper\n\n{RECITALS}", 0.44),
        (f"A paper\n\n{RECITALS}".replace("directs the Council", "asks the Council"), 0),
        (f"A paper\n\n{RECITALS}".replace("WHEREAS:", "").replace("NOW THEREFORE:", ""), 0),
    ],
    ids=["title", "no-title", "no-order", "no-recitals"],
)
def test_a_direction_that_lost_its_title_is_told_by_its_order_and_its_recitals(text, score):
    assert Direction().score(Part(read(text.encode()).blocks, "text/plain")) == score


def test_a_direction_that_is_dated_on_its_cover_has_its_clauses():
    text = change(DIRECTION, "Dated this day of 15 March 2021\n", "\n")
    title = next(line for line in text.splitlines() if "DIRECTION" in line.upper())
    report = only(change(text, f"{title}\n", f"{title}\n\nDated: 15 March 2021\n"))
    assert [f.ref for f in report.findings if f.anchor.startswith("para-")] == [str(n) for n in range(1, 7)]
    assert report.published.iso == "2021-03-15"
    assert "findings-missing" not in codes(report)


def test_a_direction_without_a_clause_is_doubted():
    text = "\n".join(line for line in DIRECTION.splitlines() if not line.lstrip("- ")[:1].isdigit())
    message = "No numbered clause was found, though a direction has them. Compare with the document."
    assert ("error", "findings-missing", message, 2) in notices(text)


UNDER_A_SECTION = """DIRECTION GIVEN UNDER SECTION 497A(4B) OF THE EDUCATION ACT 1996

1. The Secretary of State gives this direction to Wexcombe Council.

2. She has read the report of Ofsted of 4 May 2018 on the Council's services for children.

3. The Council is directed as the annex says.

Signed on behalf of the Secretary of State

Harriet Pole

Dated this 9th day of July 2018

ANNEX

The Council shall:

a. open its files to the adviser;

b. meet the adviser every month.
"""


def test_a_direction_may_name_the_power_in_its_title_and_have_one_annex_without_letters():
    report = only(UNDER_A_SECTION)
    assert report.kind is ReportKind.STATUTORY_DIRECTION
    assert (report.published.iso, report.authority.name) == ("2018-07-09", "Wexcombe")
    assert report.inspection.published.iso == "2018-05-04"
    assert [f.ref for f in report.findings if f.ref] == ["1", "2", "3"]
    orders = [f.text for f in report.findings if f.section == "annex"]
    assert orders == ["The Council shall: a. open its files to the adviser; b. meet the adviser every month."]
    assert codes(report) == []
