"""Joint targeted area inspections: real letters of every form by their facts, and invented ones."""

from pathlib import Path

import pytest

from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.profiles.reading import Facts, codes, facts, letter, read_file, read_report, sample, texts

SUBJECT = "Joint targeted area inspection of the multi-agency response to child exploitation in Wexcombe"


@pytest.mark.parametrize(
    ("name", "read_by_hand"),
    [
        ("south-tyneside-jtai-2016-04-05", Facts("393", "2016-02-22", "2016-02-26", "2016-04-05", 16, 15)),
        ("liverpool-jtai-2016-08-03", Facts("341", "2016-06-20", "2016-06-24", "2016-08-02", 19, 15)),
        ("medway-jtai-2018-08-03", Facts("887", "2018-06-18", "2018-06-22", "2018-08-03", 23, 15)),
        ("milton-keynes-jtai-2019-12-18", Facts("826", "2019-10-14", "2019-10-18", "2019-12-18", 33, 32)),
        ("norfolk-jtai-2025-02-27", Facts("926", "2024-12-09", "2024-12-13", "2025-02-27", 5, 43)),
    ],
)
def test_real_letters_give_their_facts(shared: Path, name: str, read_by_hand: Facts) -> None:
    report = read_file(shared / "documents" / "reports" / f"{name}.pdf")
    assert report.kind is ReportKind.JTAI
    assert facts(report) == read_by_hand
    assert set(codes(report)) <= {"year-inferred"}


def test_priority_action_and_divided_lists_are_recommendations_by_section(shared: Path) -> None:
    report = read_file(shared / "documents" / "reports" / "liverpool-jtai-2016-08-03.pdf")
    by_section = {s.anchor: s for s in report.sections}
    counts = [sum(r.section == s.anchor for r in report.recommendations) for s in report.sections if s.level == 3]
    assert counts == [5, 7, 3, 4]
    assert {by_section[r.section or ""].level for r in report.recommendations} == {3}


def test_the_numbered_letter_keeps_its_numbers_through_its_case_studies(shared: Path) -> None:
    report = read_file(shared / "documents" / "reports" / "bedford-jtai-2023-03-31.pdf")
    assert [f.ref for f in report.findings if f.ref] == [str(n) for n in range(1, 36)]
    kinds = {f.ref: f.kind for f in report.findings}
    assert kinds["1"] is FindingKind.FINDING
    assert kinds["35"] is FindingKind.CONTEXT


def test_case_studies_are_context_under_a_heading_of_their_own(shared: Path) -> None:
    report = read_file(shared / "documents" / "reports" / "milton-keynes-jtai-2019-12-18.pdf")
    cases = [s for s in report.sections if s.heading.startswith("Case study")]
    assert len(cases) == 2
    inside = [f.kind for s in cases for f in report.findings if f.section == s.anchor]
    assert set(inside) == {FindingKind.CONTEXT}


def test_a_letter_as_text_is_read_like_one_as_pdf() -> None:
    report = read_report(sample("07"))
    assert report.kind is ReportKind.JTAI
    assert len(report.recommendations) == 3
    assert len(texts(report, FindingKind.FINDING)) == 2
    assert len(texts(report, FindingKind.SUMMARY)) == 1


def test_the_summary_of_the_early_letters_follows_the_sentences_about_the_inspection() -> None:
    body = (
        "This letter to all the leaders outlines our findings.\n\nPartners share a picture.\n\nKey strengths\n\n- One."
    )
    report = read_report(letter(body, SUBJECT))
    assert texts(report, FindingKind.SUMMARY) == ["Partners share a picture."]


def test_headings_inside_a_list_of_improvements_divide_it() -> None:
    body = (
        "Key strengths\n\n- One.\n\nAreas for improvement\n\n- Two.\n\n"
        "The safeguarding board\n\n- Three.\n\nNext steps\n\nA statement is due."
    )
    report = read_report(letter(body, SUBJECT))
    assert [r.text for r in report.recommendations] == ["Two.", "Three."]
    assert "A statement is due." in texts(report, FindingKind.CONTEXT)
    assert not report.notices


@pytest.mark.parametrize("heading", ["Early help strengths", "Summary for children", "What is working well in schools"])
def test_a_heading_about_something_else_ends_the_list_of_improvements(heading: str) -> None:
    body = f"Areas for improvement\n\n- Two.\n\nThe board\n\n- Three.\n\n{heading}\n\n- Four."
    report = read_report(letter(body, SUBJECT))
    assert [r.text for r in report.recommendations] == ["Two.", "Three."]
    assert "Four." in texts(report, FindingKind.FINDING)


def test_the_theme_stays_in_the_title() -> None:
    assert read_report(letter("Key strengths\n\n- One.", SUBJECT)).title == SUBJECT


def test_a_long_list_without_strengths_behind_it_is_doubted() -> None:
    areas = "\n\n".join(f"- The pace of the work of team {n}." for n in range(11))
    body = "Headline findings\n\nMuch is done.\n\nWhat needs to improve?\n\n{}\n\nMain findings\n\nChildren are seen."
    assert codes(read_report(letter(body.format(areas), SUBJECT))) == ["heading-missing"]
    strong = f"{areas}\n\nStrengths\n\n- Teams know each other."
    assert codes(read_report(letter(body.format(strong), SUBJECT))) == []


def test_a_sentence_over_a_list_that_headings_divide_is_no_item() -> None:
    body = (
        "Key strengths\n\n- Partners meet.\n\nAreas for improvement\n\nThe following need to be better.\n\n"
        "The local authority\n\n- Visits.\n- Plans.\n\nThe police\n\n- Records."
    )
    report = read_report(letter(body, "Joint targeted area inspection of Wexcombe"))
    assert [r.text for r in report.recommendations] == ["Visits.", "Plans.", "Records."]


@pytest.mark.parametrize(
    ("case", "doubts"),
    [
        ("Case study: area for priority action", ["heading-missing"]),
        ("Case study: area for improvement", []),
    ],
)
def test_a_letter_that_speaks_of_priority_action_and_has_no_list_of_it_is_doubted(case: str, doubts: list[str]) -> None:
    body = f"Key strengths\n\n- Partners meet.\n\nAreas for improvement\n\n- Visits.\n\n{case}\n\nA girl was seen late."
    assert codes(read_report(letter(body, SUBJECT))) == doubts
    listed = body.replace("Areas for improvement", "Area for priority action\n\n- Records.\n\nAreas for improvement")
    assert codes(read_report(letter(listed, SUBJECT))) == []


UNDRAWN = (
    "Key strengths\n\n- Partners meet.\n\nAreas for improvement\n\n- Visits to families.\n\n"
    "Case study: area for improvement\n\nA girl was seen late.\n\nHer brother was not seen at all.\n\n"
)


def test_a_list_goes_on_behind_a_case_study_whose_frame_is_not_drawn() -> None:
    report = read_report(letter(f"{UNDRAWN}- Records of meetings.", SUBJECT))
    assert [one.text for one in report.recommendations] == ["Visits to families.", "Records of meetings."]
    assert texts(report, FindingKind.CONTEXT)[-2:] == ["A girl was seen late.", "Her brother was not seen at all."]
    assert codes(report) == ["frame-undrawn"]


@pytest.mark.parametrize("own", ["She asked for this:\n\n- A visit.", "* A visit."])
def test_a_list_inside_a_case_study_stays_in_it(own: str) -> None:
    report = read_report(letter(f"{UNDRAWN}{own}", SUBJECT))
    assert [one.text for one in report.recommendations] == ["Visits to families."]
    assert codes(report) == []
