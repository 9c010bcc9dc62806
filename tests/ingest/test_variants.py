"""Every printed variant of the graded kinds, as made-up PDFs with the truth about them: all of it comes out, and nothing else.

The variants are those that were counted in published reports. Where a variant is outside of what can be read, a notice says so.
"""

from dataclasses import replace

import pytest

from ingest.drafts import Basis, FindingDraft, RecommendationDraft, ReportDraft
from ingest.extract import extract
from ingest.notices import Level
from ingest.wording.authorities import find_authority
from tests.ingest.made import Ilacs, Truth, ilacs
from tests.ingest.made_letters import Jtai, Send, Visit, jtai, send, visit
from tests.ingest.made_sif import CITED, Sif, sif
from tests.press import BULLETS, LATE, Look, Press, no_footer, number_odd_even

ILACS, SIF, VISIT, JTAI, SEND = Ilacs(), Sif(), Visit(), Jtai(), Send()
OLD = replace(JTAI, new=False, improve="Areas for improvement")
FOUR = replace(
    ILACS, five=False, grades=("Inadequate", "Requires Improvement to be good", "Requires improvement", "Inadequate"),
    sizes=(20, 20, 34), dates="29 January to 9 February 2018", started="2018-01-29", ended="2018-02-09",
)  # fmt: skip


def running(page: int) -> tuple[tuple[float, float, str, float, bool], ...]:
    """Two lines of footer; the second has dates and page number."""
    return (
        (72, 800, "Inspection of Wexcombe local authority children\u2019s services", 8, True),
        (72, 812, "17 to 28 July 2023", 8, True),
        (505, 812, str(page), 8, True),
    )


def read(press: Press) -> tuple[ReportDraft, list[str]]:
    """The one report in the document, and the codes of what is doubted."""
    extraction = extract(press.bytes())
    (report,) = extraction.reports
    doubts = [notice.code for notice in (*extraction.notices, *report.notices) if notice.level is not Level.INFO]
    return report, doubts


def facts(report: ReportDraft, truth: Truth) -> Truth:
    """What was read, in the form of the truth; of the texts those that are in both."""
    inspection = report.inspection
    assert inspection
    iso = [date and date.iso for date in (inspection.started, inspection.ended, report.published)]
    records: list[FindingDraft | RecommendationDraft] = [*report.findings, *report.recommendations]
    texts = {finding.text for finding in report.findings}
    return Truth(
        str(report.kind),
        report.authority.la_code if report.authority else "",
        iso[0],
        iso[1],
        iso[2] if truth.published else None,
        inspection.lead_inspector,
        {j.domain: j.grade for j in report.judgements if j.basis is Basis.PRIMARY},
        sorted((record.ref for record in records if record.ref), key=int),
        [recommendation.text for recommendation in report.recommendations],
        {finding.ref: finding.text for finding in report.findings if finding.ref},
        [text for text in truth.texts if text in texts],
    )


def check(made: tuple[Press, Truth], *doubts: str) -> ReportDraft:
    press, truth = made
    report, doubted = read(press)
    assert facts(report, truth) == truth
    assert doubted == list(doubts)
    return report


SHAPES = (": {}", " is {}", " {}", " is: {}", ": {}.", " are: {}", " are {}", ". {}", " \u2013 {}", ": is {}")


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
def test_ilacs_headings_of_every_shape(shape, wrapped):
    shape = shape.replace("{}", "{grade}")
    check(ilacs(replace(ILACS, shape=shape, wrapped=wrapped, lower=wrapped)))


@pytest.mark.parametrize("cover", ["wide", "straight", "old", "social", "council"])
def test_ilacs_covers(cover):
    check(ilacs(replace(ILACS, cover=cover)))


def test_ilacs_with_four_judgements():
    check(ilacs(FOUR))


@pytest.mark.parametrize("mark", ["", "?", ":", "?1"])
def test_ilacs_recommendations_under_every_heading(mark):
    check(ilacs(replace(ILACS, improve=f"What needs to improve{mark}", items=15)))


def test_ilacs_without_recommendations_is_doubted():
    check(ilacs(replace(ILACS, improve=None, items=0)), "recommendations-missing")


def test_items_that_begin_like_a_heading_are_items():
    texts = (
        "The impact of leaders on social work practice with children and families who have waited for a long time for help",
        "The experiences and progress of care leavers who live a long way from the area and of those who have children",
        "The experiences and progress of children in care",
    )
    check(ilacs(replace(ILACS, item_texts=texts)))


DATES = (
    ("28 January 2019 to 8 February 2019", "2019-01-28", "2019-02-08"),
    ("17\u201328 July 2023", "2023-07-17", "2023-07-28"),
    ("28 June to 9 July 2021 and 13 September to 14 September 2021", "2021-06-28", "2021-09-14"),
    ("16 to 20 March 2020 and 5 to 9 October 2020", "2020-03-16", "2020-10-09"),
    ("30 December 2019 to 10 January 2020", "2019-12-30", "2020-01-10"),
    ("9 to 13 and 23 to 27 May 2022", "2022-05-09", "2022-05-27"),
    ("12 December to 16 January 2024", "2023-12-12", "2024-01-16"),
)


@pytest.mark.parametrize(("dates", "started", "ended"), DATES)
def test_dates_of_every_shape(dates, started, ended):
    check(ilacs(replace(ILACS, dates=dates, started=started, ended=ended)))


LEADS = (
    ("M\u00e1ire Atherley, Her Majesty\u2019s Inspector", "M\u00e1ire Atherley"),
    ("Jane Whitlow HMI", "Jane Whitlow"),
    ("Jane Whitlow, HMI", "Jane Whitlow"),
    ("Fiona J. Milbourne Her Majesty\u2019s Inspector", "Fiona J. Milbourne"),
    ("Brendan O\u2019Parker-Lee, Her Majesty's Inspector", "Brendan O\u2019Parker-Lee"),
    ("Jane Whitlow", "Jane Whitlow"),
    ("Mary Ann de la Cruz, His Majesty\u2019s Inspector", "Mary Ann de la Cruz"),
    ("Jane Whitlow, Senior His Majesty\u2019s Inspector", "Jane Whitlow"),
    ("Jane Whitlow, Ofsted Inspector", "Jane Whitlow"),
)


@pytest.mark.parametrize(("printed", "name"), LEADS)
def test_lead_inspectors_with_every_office(printed, name):
    check(ilacs(replace(ILACS, lead=printed, lead_name=name)))


LOOKS = {
    "wide number margin": Look(number_x=85, text_x=114, left=85, bullet_x=85, bullet_text_x=110),
    "narrow hanging indent": Look(number_x=90, text_x=108, left=90, bullet_x=90, bullet_text_x=108),
    "letter pages": Look(width=612, height=792, bottom=715, footer=no_footer),
    "scaled type": Look(scaled=True),
    "page numbers left and right": Look(footer=number_odd_even),
    "table last in the file": Look(table_layer=LATE),
    "running footer first": Look(footer=running),
    "running footer last": Look(footer=running, footer_layer=LATE),
    "larger pages": Look(width=640, height=920, footer=running),
    "larger pages with figures": Look(width=640, height=920, footer=number_odd_even),
    "full stop apart": Look(dot=" ."),
    "small type": Look(size=11, footer=no_footer),
}


@pytest.mark.parametrize("name", LOOKS)
def test_ilacs_on_pages_of_every_look(name):
    check(ilacs(replace(ILACS, look=LOOKS[name])))


@pytest.mark.parametrize("made", [ilacs(ILACS), visit(VISIT)], ids=["ilacs", "visit"])
def test_a_stamp_across_every_page_is_no_part_of_the_text(made):
    press, truth = made
    for page in press.pages:
        page.texts.append((1, 200, 400, "DRAFT", 60, True))
    check((press, truth))


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


def test_numbers_that_cannot_be_read_are_doubted():
    _, doubts = read(ilacs(replace(ILACS, look=Look(dot="")))[0])
    assert "numbers-missing" in doubts


@pytest.mark.parametrize("changed", [{"dot_after_domain": True}, {"centred": False}, {"seed": 3}, {"seed": 5}])
def test_ilacs_tables_and_texts(changed):
    check(ilacs(replace(ILACS, **changed)))


@pytest.mark.parametrize("bullet", BULLETS + "-o")
def test_bullets_of_every_font(bullet):
    check(ilacs(replace(ILACS, sizes=(2, 2, 2, 2), look=Look(bullet=bullet))))


@pytest.mark.parametrize("board", [True, False])
@pytest.mark.parametrize("template", "ABC")
def test_sif_templates(template, board):
    check(sif(replace(SIF, template=template, board=board, lscb_on_cover=board)))


@pytest.mark.parametrize(
    "changed",
    [
        {"template": "A", "bullets_only": True},
        {"framed": True},
        {"framed": True, "look": Look(frame_layer=LATE, table_layer=LATE)},
        {"ordinals": ("1.", "2.", "2.1", "2.2", "1.")},
        {"published": None, "published_iso": None},
        {"sizes": (50, 45, 20, 20, 42), "board_size": 30},
        {"look": Look(number_x=85, text_x=114, left=85, bullet_x=114, bullet_text_x=130, footer=number_odd_even)},
        {"look": Look(scaled=True)},
        {"contents": False},
        {"grades": ("Good", "Good", "Not Judged", "Not judged", "Good"), "overall_grade": "good",
         "overall": "Children\u2019s services in {name} are good"},
        {"dates": "13 January 2014 \u2013 4 February 2014", "started": "2014-01-13", "ended": "2014-02-04",
         "published": "11 March 2014", "published_iso": "2014-03-11"},
    ],
)  # fmt: skip
def test_sif_variants(changed):
    check(sif(replace(SIF, **changed)))


GRADES = (
    "good", "Requires Improvement", "requires improvement", "Require improvement", "require improvement to be good",
    "requires improvement to be Good", "Requires improvement to be good", "Inadequate", "inadequate", "Outstanding",
)  # fmt: skip


@pytest.mark.parametrize("template", "AC")
@pytest.mark.parametrize("grade", GRADES)
def test_sif_grades_of_every_wording(grade, template):
    _, truth = made = sif(replace(SIF, template=template, grades=(grade,) * 5, sizes=(2, 2, 2, 2, 2)))
    report, doubts = read(made[0])
    assert facts(report, truth).grades == truth.grades
    assert not {"grade-contradiction", "grade-unreadable", "judgement-missing"} & set(doubts)


OVERALL = (
    ("Children\u2019s services in {name} are good", "good"),
    ("Children\u2019s services in {name} are inadequate", "inadequate"),
    ("Children's services in {name} require improvement to be Good", "requires-improvement"),
    ("Children\u2019s services in {name} requires improvement to be good", "requires-improvement"),
    ("Children\u2019s services in {name} are requires improvement", "requires-improvement"),
    ("Children\u2019s services in the London Borough of {name} are good1", "good"),
    ("The overall judgement is that children\u2019s services require improvement", "requires-improvement"),
    ("The overall judgement is that children\u2019s services are inadequate", "inadequate"),
    ("The overall judgement is that children\u2019s service requires improvement", "requires-improvement"),
    ("The overall judgement is that children\u2019s services in {name} are good", "good"),
    ("The overall judgement is requires improvement", "requires-improvement"),
    ("The overall judgement is good", "good"),
    ("The overall judgement is Inadequate.", "inadequate"),
)


@pytest.mark.parametrize("template", "AC")
@pytest.mark.parametrize(("sentence", "grade"), OVERALL)
def test_sif_overall_sentences(sentence, grade, template):
    check(sif(replace(SIF, template=template, overall=sentence, overall_grade=grade, sizes=(3, 3, 3, 3, 3))))


BOARD = (
    ("The Local Safeguarding Children Board requires improvement to be good", "requires-improvement"),
    ("The Local Safeguarding Children Board is good", "good"),
    ("The Local Safeguarding Children Board is outstanding", "outstanding"),
    ("The effectiveness of the Local Safeguarding Children Board (LSCB) is good", "good"),
    ("The effectiveness of the Local Safeguarding Children Board (LSCB) requires improvement", "requires-improvement"),
    (
        "The effectiveness of the Local Safeguarding Children Board (LSCB) is requires improvement",
        "requires-improvement",
    ),
    ("The effectiveness of the Local Safeguarding Children Board (LSCB) Requires improvement", "requires-improvement"),
    ("The judgement for the effectiveness of the Local Safeguarding Children Board (LSCB) is inadequate", "inadequate"),
    ("The Local Safeguarding Children Board1 is good.", "good"),
    ("The Wexcombe Safeguarding Children Board is good2", "good"),
)


@pytest.mark.parametrize("template", "ABC")
@pytest.mark.parametrize(("sentence", "grade"), BOARD)
def test_sif_board_sentences(sentence, grade, template):
    v = replace(SIF, template=template, lscb=sentence, lscb_grade=grade, sizes=(3, 3, 3, 3, 3))
    check(sif(replace(v, lscb_on_cover=template != "C")))


@pytest.mark.parametrize("heading", ["Priority and immediate action", "Areas for improvement"])
@pytest.mark.parametrize("template", "AB")
def test_a_sif_in_which_one_of_the_lists_of_its_template_lost_its_heading_is_doubted(template, heading):
    press, _ = sif(replace(SIF, template=template))
    page, line = next((page, line) for page in press.pages for line in page.texts if line[3] == heading)
    page.texts.remove(line)
    assert "heading-missing" in read(press)[1]


@pytest.mark.parametrize("lost", [0, 1])
def test_a_sif_in_which_one_of_two_lists_lost_its_heading_is_doubted(lost):
    press, _ = sif(SIF)
    places = [(page, line) for page in press.pages for line in page.texts if line[3] == "Recommendations" and line[5]]
    page, line = places[lost]
    page.texts.remove(line)
    assert "recommendations-missing" in read(press)[1]


def test_references_of_every_form_and_tags_that_point_back():
    report = check(sif(replace(SIF, cross=True)))
    cited = [recommendation.paragraphs for recommendation in report.recommendations]
    assert cited[: len(CITED)] == list(CITED)
    report = check(sif(replace(SIF, tags=True)))
    tags = [reference.ref for reference in report.references if reference.target == "recommendation"]
    assert {"", "4"} == set(tags)


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


def test_a_letter_without_a_list_is_doubted():
    check(visit(replace(VISIT, improve=None)), "no-areas-for-improvement")


DAYS = (
    ("Between 20 and 24 June, a team visited {name}. The inspectors were Helen Marlow and Tom Seaton.", "2024-06-20", "2024-06-24"),
    ("This letter is about the focused visit to {name} on 4-5 February 2025. Helen Marlow came.", "2025-02-04", "2025-02-05"),
    ("This letter is about the focused visit to {name} on 31 January and 1 February 2025. Helen Marlow came.", "2025-01-31", "2025-02-01"),
    ("This letter is about the visit on Tuesday 4 and Wednesday 5 February 2025. Helen Marlow came to {name}.", "2025-02-04", "2025-02-05"),
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


@pytest.mark.parametrize("outcome", ["typically-positive", "inconsistent", "systemic-failings"])
@pytest.mark.parametrize("changed", [{}, {"frame": False}, {"rows": 12, "gap": 60}, {"rows": 6, "subs": True}])
def test_area_send_reports(outcome, changed):
    press, truth = send(replace(SEND, outcome=outcome, **changed))
    report, doubts = read(press)
    assert facts(report, truth) == truth
    assert set(doubts) <= {"row-perhaps-torn"}


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


NAMES = (
    "Kingston upon Hull", "Kingston upon Thames", "Westminster", "City of London", "Isles of Scilly", "Durham", "Bedford",
    "Central Bedfordshire", "Derby", "Nottinghamshire", "Southend-on-Sea", "Bournemouth, Christchurch and Poole", "Bath and North East Somerset",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_authority_of_every_kind_of_title(name):
    code = find_authority(name).la_code
    for made in (
        ilacs(replace(ILACS, name=name, la_code=code, sizes=(1, 1, 1, 1))),
        sif(replace(SIF, name=name, la_code=code, sizes=(1, 1, 1, 1, 1))),
        visit(replace(VISIT, name=name, la_code=code)),
        send(replace(SEND, name=name, la_code=code)),
    ):
        report, _ = read(made[0])
        assert report.authority.la_code == code
