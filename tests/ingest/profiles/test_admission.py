"""No paper becomes an inspection, and what inspectors wrote stays one when it is bound behind a paper."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.extract import extract
from ingest.profiles import PROFILES
from ingest.profiles.admission import admitted
from ingest.profiles.protocol import Part
from ingest.readers.text import read
from inspections.report_kinds import PAPERS
from inspections.vocabulary import Basis, ReportKind
from tests.ingest.profiles.papers import made_bound_papers, made_papers, made_retold

MADE: dict[str, str] = vars(made_papers) | vars(made_bound_papers)
SAMPLES = Path(__file__).resolve().parents[3] / "ingest" / "samples"
INSPECTIONS = [profile.kind for profile in PROFILES if profile.kind not in PAPERS]


@dataclass(frozen=True)
class Told:
    """What a paper is read as: kind, title, day, and framework and first day of the inspection that it follows."""

    kind: ReportKind
    title: str
    day: str | None
    inspection: tuple[str | None, str] | None = None


CABINET, PLAN = ReportKind.CABINET_REPORT, ReportKind.IMPROVEMENT_PLAN
READ = {
    "LABELS": Told(
        CABINET, "Focused visit to Suffolk children's services", "2023-06-12", ("focused-visit", "2023-04-18")
    ),
    "MINUTES": Told(CABINET, "Minutes of the meeting of the Cabinet held on 14 March 2023", "2023-03-14"),
    "COMMITTEE_PAGE": Told(
        CABINET, "Focused visit to Kent children's services", "2024-05-09", ("focused-visit", "2024-03-05")
    ),
    "TABLE_COVER": Told(
        CABINET, "Monitoring visit to Luton children's services", "2023-12-06", ("monitoring-visit", "2023-10-03")
    ),
    "YEAR_COLUMNS": Told(
        CABINET, "Outcome of the inspection of local authority children's services in Bury", "2023-10-04"
    ),
    "BRIEFING": Told(CABINET, "Joint targeted area inspection of Wigan", "2024-02-02", ("jtai", "2023-12-04")),
    "QUOTED_LETTER": Told(CABINET, "Focused visit to Dorset", "2024-07-03", ("focused-visit", "2024-04-18")),
    "WORK_PROGRAMME": Told(CABINET, "Children and Families Scrutiny Panel Work programme 2024/25", None),
    "AGENDA": Told(ReportKind.AGENDA, "Children's Services Overview and Scrutiny Committee - Agenda", "2024-06-11"),
    "TWO_LANGUAGES": Told(CABINET, "Inspection of Shropshire local authority children's services", "2022-12-07"),
    "BULLETIN": Told(CABINET, "Ofsted inspection of local authority children's services (ILACS)", None),
    "REPORT_NUMBER": Told(
        CABINET,
        "MONITORING VISIT TO HEREFORDSHIRE CHILDREN'S SERVICES",
        "2024-07-09",
        ("monitoring-visit", "2024-05-21"),
    ),
    "PAGE_WITH_GRADES": Told(CABINET, "Inspection of Stockport children's services", None),
}


@pytest.mark.parametrize("name", READ)
def test_a_paper_is_a_paper_of_its_own_day_that_follows_an_inspection(name: str) -> None:
    (report,) = extract(MADE[name].encode()).reports
    told = READ[name]
    assert (report.kind, report.title, report.published and report.published.iso) == (told.kind, told.title, told.day)
    assert {judgement.basis for judgement in report.judgements} <= {Basis.REPORTED}
    if told.inspection:
        followed = report.inspection
        assert followed is not None
        assert (followed.framework, followed.started and followed.started.iso) == told.inspection


@pytest.mark.parametrize("name", ["PRESS_RELEASE", "COUNCIL_LETTER", "WEB_PAGE"])
def test_what_is_no_paper_of_a_meeting_and_no_inspection_is_refused(name: str) -> None:
    extraction = extract(MADE[name].encode())
    assert extraction.reports == ()
    assert "unknown-report" in [notice.code for notice in extraction.notices]


def test_a_letter_that_is_bound_behind_a_paper_is_an_inspection_of_its_own_days() -> None:
    paper, letter = extract(made_bound_papers.BOUND_LETTER.encode()).reports
    assert (paper.kind, paper.published and paper.published.iso) == (CABINET, "2024-07-03")
    assert (letter.kind, letter.published and letter.published.iso) == (ReportKind.FOCUSED_VISIT, "2024-05-14")
    assert [rec.text for rec in letter.recommendations] == ["The recording of visits."]


def test_a_letter_that_a_paper_quotes_is_part_of_the_paper_up_to_its_end() -> None:
    (paper,) = extract(made_bound_papers.QUOTED_LETTER.encode()).reports
    assert [finding.ref for finding in paper.findings if finding.ref] == ["1.1", "2.1", "2.2", "4.1"]
    assert [rec.ref for rec in paper.recommendations] == ["3.1"]


def test_only_profiles_of_papers_may_claim_what_begins_like_a_paper() -> None:
    paper, letter = (
        Part(read(text.encode()).blocks, "") for text in (made_papers.LABELS, made_bound_papers.BOUND_LETTER[-600:])
    )
    assert {profile.kind for profile in admitted(paper, PROFILES)} == set(PAPERS)
    assert admitted(letter, PROFILES) == PROFILES


def test_one_sign_of_a_paper_is_enough_where_no_inspector_speaks() -> None:
    page = made_papers.PAGE_WITH_GRADES.replace("RESOLVED that the report be noted.", "")
    assert [report.kind for report in extract(page.encode()).reports] in ([], [CABINET])
    spoken = f"{page}\n\nLead inspector: Ada Field, His Majesty's Inspector"
    assert [report.kind for report in extract(spoken.encode()).reports] == [ReportKind.ILACS]


CUT = [name for name in READ if name not in ("QUOTED_LETTER", "PAGE_WITH_GRADES")]
"""Papers whose parts are papers: half of a letter is a letter, and half of a page may be the cover of a report."""


@pytest.mark.parametrize("name", CUT)
def test_no_cut_of_a_paper_is_an_inspection(name: str) -> None:
    text = MADE[name]
    for cut in (text[: len(text) // 2], text[len(text) // 3 :]):
        assert not {report.kind for report in extract(cut.encode()).reports} & set(INSPECTIONS)


def test_a_plan_that_is_bound_behind_a_paper_or_a_letter_is_a_plan() -> None:
    paper, plan = extract(made_bound_papers.PAPER_WITH_PLAN.encode()).reports
    assert (paper.kind, paper.title) == (CABINET, "Children's Services Improvement Plan")
    assert (plan.kind, [action.text for action in plan.actions]) == (PLAN, ["Record visits", "Audit recording"])
    letter, plan = extract(made_bound_papers.LETTER_WITH_PLAN.encode()).reports
    assert (letter.kind, plan.kind, len(plan.actions)) == (ReportKind.FOCUSED_VISIT, PLAN, 2)


def test_actions_in_a_paper_that_goes_on_behind_them_are_those_of_the_paper() -> None:
    (paper,) = extract(made_bound_papers.PAPER_WITH_ACTIONS.encode()).reports
    assert (paper.kind, [action.text for action in paper.actions]) == (CABINET, ["Record visits", "Audit recording"])
    assert [finding.ref for finding in paper.findings if finding.ref] == ["1.1", "2.1", "2.2", "4.1"]


def test_a_table_with_a_column_a_year_gives_the_grades_of_both_inspections() -> None:
    (paper,) = extract(made_papers.YEAR_COLUMNS.encode()).reports
    found = [
        (j.domain, j.grade, j.inspection and j.inspection.started and j.inspection.started.iso)
        for j in paper.judgements
    ]
    assert ("overall-effectiveness", "inadequate", "2018") in found
    assert ("overall-effectiveness", "good", None) in found
    assert len(found) == 6


PLAN_OVER_A_NAME = """Children's Services 9 point action plan

Kirklees Council response to Ofsted focused visit March 2022

No\tAction\tLead\tDeadline\tRAG
1\tCount every kettle in the harbour\tMara Finch\tMay 2022\tGreen
2\tPaint the lighthouse door\tOlu Reed\tJune 2022\tAmber
"""


def test_an_inspection_named_under_the_title_of_a_plan_opens_no_report_though_one_stands_behind():
    report = (SAMPLES / "12-ilacs-2023.txt").read_text()
    found = extract((PLAN_OVER_A_NAME + "\n\n" + report).encode())
    assert [one.kind for one in found.reports] == [PLAN, ReportKind.ILACS]
    assert len(found.reports[0].actions) == 2
    assert found.reports[0].title == "Children's Services 9 point action plan"


BARE = """Inspection of Medway local authority children's services

Inspection dates: 4 to 15 September 2023

Judgement\tGrade
The impact of leaders on social work practice with children\tGood
The experiences and progress of children who need help and protection\tGood
The experiences and progress of children in care\tGood
The experiences and progress of care leavers\tGood
Overall effectiveness\tGood
"""


@pytest.mark.parametrize(
    ("behind", "is_report"),
    [
        ("", False),
        ("The member for children thanked all staff and said that the council is proud of them.", False),
        ("Lead inspector: Ann Lee, His Majesty's Inspector", True),
        ("1. Help comes early.\n2. Plans are clear.\n3. Children are safe.", True),
        ("1. Help comes early.\n2. Plans are clear.", False),
    ],
)
def test_a_title_with_a_table_of_grades_is_no_report_by_itself(behind: str, is_report: bool) -> None:
    extraction = extract(f"{BARE}\n{behind}\n".encode())
    assert [report.kind for report in extraction.reports] == ([ReportKind.ILACS] if is_report else [])
    assert is_report or "kinds that are read" in extraction.notices[0].message


def test_a_subject_in_a_letter_to_members_is_no_letter_of_inspectors() -> None:
    subject = "Joint targeted area inspection of the response to young runaways in Medway"
    visit = "Between 25 and 29 June 2018, Ofsted, CQC and HMI Probation undertook a joint inspection."
    letter = f"Dear Member\n\n{subject}\n\n{visit}\n\nAreas for improvement\n\n- Plans need to be better.\n"
    assert extract(letter.encode()).reports == ()
    spoken = letter.replace(visit, f"{visit} This letter summarises our findings.")
    assert [report.kind for report in extract(spoken.encode()).reports] == [ReportKind.JTAI]


FORMED = (SAMPLES / "12-ilacs-2023.txt").read_text(encoding="utf-8")
NAMED = "Inspection of Wexcombe local authority children's services"
LED = "Lead inspector: Naomi Adler, His Majesty's Inspector"


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Mock inspection of Wexcombe local authority children's services", LED),
        ("Peer inspection of Wexcombe children's services", "Lead inspector: Naomi Adler"),
        ("Practice week: inspection of children's services by our own auditors", ""),
        ("Wexcombe children's services: self-evaluation, November 2023", ""),
    ],
)
def test_what_has_the_form_of_an_inspection_and_says_that_it_is_none_is_refused(title: str, lead: str) -> None:
    assert len(extract(FORMED.encode()).reports) == 1
    extraction = extract(FORMED.replace(NAMED, title).replace(LED, lead).encode())
    assert extraction.reports == ()
    assert any("kinds that are read" in notice.message for notice in extraction.notices)


def test_a_table_of_grades_without_title_dates_and_inspector_is_no_inspection() -> None:
    told = FORMED.replace(NAMED, "Wexcombe: how well are we doing?")
    assert len(extract(told.encode()).reports) == 1
    untold = told.replace(LED, "").replace("Inspection dates: 6 to 17 November 2023", "")
    assert extract(untold.partition("The Office for Standards")[0].encode()).reports == ()


RETOLD = ("SLIDES", "EMAIL", "SPEECH", "CHARITY", "NEWS_OF_A_VISIT", "FOR_PARENTS")


@pytest.mark.parametrize("name", RETOLD)
def test_what_a_council_tells_of_an_inspection_is_refused_by_what_it_is(name: str) -> None:
    extraction = extract(vars(made_retold)[name].encode())
    assert extraction.reports == ()
    (notice,) = [notice for notice in extraction.notices if notice.code == "unknown-report"]
    assert "tells of an inspection, and not its report" in notice.message


def test_a_report_that_quotes_the_voice_of_a_council_stays_one() -> None:
    (sample,) = SAMPLES.glob("12-*.txt")
    quoting = sample.read_text().replace("Leaders read cases themselves.", "Leaders said: we thank all staff.")
    (report,) = extract(quoting.encode()).reports
    assert report.kind is ReportKind.ILACS
