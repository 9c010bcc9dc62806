"""Focused visits: real letters of every form by their facts, and invented ones for what letters do differently."""

from pathlib import Path

import pytest

from ingest.extract import extract
from inspections.vocabulary import Basis, FindingKind, ReportKind
from tests.builders_pdf import Sheet, pdf
from tests.ingest.profiles.reading import Facts, codes, doubts, facts, letter, read_file, read_report, sample, texts

IMPROVE = "What needs to improve in this area of social work practice"


@pytest.fixture
def reports(shared: Path) -> Path:
    return shared / "documents" / "reports"


@pytest.mark.parametrize(
    ("name", "read_by_hand"),
    [
        (
            "leeds-focused-visit-2018-02-22",
            Facts("383", "2018-01-30", "2018-01-31", "2018-02-22", 2, 15, "Nigel Parkes"),
        ),
        (
            "medway-focused-visit-2019-02-28",
            Facts("887", "2019-02-05", "2019-02-05", "2019-02-28", 3, 11, "Maire Atherton"),
        ),
        (
            "newham-focused-visit-2020-12-04",
            Facts("316", "2020-10-20", "2020-10-22", "2020-12-04", 5, 27, "Andy Whippey"),
        ),
        (
            "medway-focused-visit-2021-07-08",
            Facts("887", "2021-05-25", "2021-05-26", "2021-07-08", 3, 17, "Amanda Maxwell"),
        ),
        (
            "medway-focused-visit-2025-06-02",
            Facts("887", "2025-04-29", "2025-04-30", "2025-06-02", 3, 17, "Amanda Maxwell"),
        ),
    ],
)
def test_real_letters_give_their_facts(reports: Path, name: str, read_by_hand: Facts) -> None:
    report = read_file(reports / f"{name}.pdf")
    assert report.kind is ReportKind.FOCUSED_VISIT
    assert facts(report) == read_by_hand
    assert all(judgement.basis is Basis.REPORTED for judgement in report.judgements)
    assert not report.notices


def test_the_grade_of_the_last_inspection_that_a_letter_tells_is_reported(reports: Path) -> None:
    told = [
        (j.domain, j.grade, j.inspection and j.inspection.started and j.inspection.started.iso)
        for j in read_file(reports / "medway-focused-visit-2025-06-02.pdf").judgements
    ]
    assert told == [("help-and-protection", "requires-improvement", "2023")]


def test_a_numbered_letter_keeps_its_numbers(reports: Path) -> None:
    report = read_file(reports / "slough-focused-visit-2020-11-27.pdf")
    assert [f.ref for f in report.findings if f.ref] == [str(n) for n in range(1, 23)]
    assert [r.ref for r in report.recommendations] == [None] * 4


def test_unnumbered_findings_are_named_after_page_and_ordinal(reports: Path) -> None:
    report = read_file(reports / "leeds-focused-visit-2018-02-22.pdf")
    found = [f for f in report.findings if f.kind is FindingKind.FINDING]
    assert {f.ref for f in found} == {None}
    assert all(f.anchor.startswith(f"p{f.place.page}-") for f in found)
    assert len({f.anchor for f in report.findings}) == len(report.findings)


def test_every_record_of_a_letter_has_a_box_on_its_page(reports: Path) -> None:
    report = read_file(reports / "medway-focused-visit-2025-06-02.pdf")
    assert all(f.place.boxes and f.place.boxes[0].page == f.place.page for f in report.findings)
    assert all(r.place.boxes for r in report.recommendations)


def test_a_letter_as_text_is_read_like_one_as_pdf() -> None:
    report = read_report(sample("06"))
    assert report.kind is ReportKind.FOCUSED_VISIT
    assert [r.anchor for r in report.recommendations] == ["rec-1", "rec-2"]
    assert len(texts(report, FindingKind.SUMMARY)) == 1
    assert len(texts(report, FindingKind.FINDING)) == 3


def test_items_for_improvement_and_for_priority_action_are_recommendations() -> None:
    report = read_report(
        letter(
            f"Areas for priority action\n\n- The harbour team.\n\n{IMPROVE}\n\n- Visits.\n- Plans.\n\n"
            "Findings\n\n- One."
        )
    )
    assert [r.text for r in report.recommendations] == ["The harbour team.", "Visits.", "Plans."]
    assert len({r.section for r in report.recommendations}) == 2


def test_a_sentence_that_announces_a_list_is_no_item() -> None:
    report = read_report(
        letter(f"{IMPROVE}\n\nLeaders should look again at:\n\n- Visits.\n- Plans.\n\nFindings\n\n- One.")
    )
    assert [r.text for r in report.recommendations] == ["Visits.", "Plans."]
    assert "Leaders should look again at:" in texts(report, FindingKind.CONTEXT)


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no areas for priority action identified at this visit.",
        "No areas for priority action were identified.",
        "Inspectors did not identify any areas for priority action.",
        "None.",
    ],
)
def test_a_sentence_that_there_is_none_is_no_item(sentence: str) -> None:
    report = read_report(letter(f"Areas for priority action\n\n{sentence}\n\nFindings\n\n- One."))
    assert not report.recommendations
    assert codes(report) == ["no-areas-for-improvement"]


def test_an_item_that_begins_with_no_is_an_item() -> None:
    report = read_report(letter(f"{IMPROVE}\n\n- There is no plan for the harbour team.\n\nFindings\n\n- One."))
    assert len(report.recommendations) == 1


def test_bullets_of_the_second_level_belong_to_their_item() -> None:
    report = read_report(
        letter(f"{IMPROVE}\n\n- Visits, which are:\n    - late\n    - short\n- Plans.\n\nFindings\n\n- One.")
    )
    assert [r.text for r in report.recommendations] == ["Visits, which are: late short", "Plans."]


def test_bullets_under_prose_belong_to_the_prose() -> None:
    report = read_report(
        letter(
            "Main findings\n\nCaseloads have fallen.\n\nManagers now read:\n\n- audits\n- plans\n\nStaff stay longer."
        )
    )
    assert texts(report, FindingKind.FINDING) == [
        "Caseloads have fallen.",
        "Managers now read: audits plans",
        "Staff stay longer.",
    ]


def test_headings_that_no_rule_knows_divide_the_findings() -> None:
    report = read_report(
        letter("Main findings\n\nThe front door\n\nContacts are answered.\n\nSupervision\n\nIt is rare.")
    )
    assert len(texts(report, FindingKind.FINDING)) == 2
    assert [s.heading for s in report.sections if s.level == 3] == ["The front door", "Supervision"]


def test_an_unknown_heading_after_the_list_opens_findings_and_says_so() -> None:
    report = read_report(letter(f"{IMPROVE}\n\n- Visits.\n\nWhat inspectors saw\n\nContacts are answered."))
    assert [r.text for r in report.recommendations] == ["Visits."]
    assert texts(report, FindingKind.FINDING) == ["Contacts are answered."]
    assert codes(report) == ["heading-unknown"]


def test_prose_behind_the_list_is_no_item_and_says_so() -> None:
    report = read_report(letter(f"{IMPROVE}\n\n- Visits.\n- Plans.\n\nContacts are answered.\n\nSupervision is rare."))
    assert [r.text for r in report.recommendations] == ["Visits.", "Plans."]
    assert texts(report, FindingKind.FINDING) == ["Contacts are answered.", "Supervision is rare."]
    assert codes(report) == ["heading-missing"]


def test_what_closes_a_letter_is_no_record() -> None:
    closing = "Ofsted will take what was found on this visit into account."
    report = read_report(letter(f"{IMPROVE}\n\n- Visits.\n\nFindings\n\n- One.\n\n{closing}"))
    assert texts(report, FindingKind.FINDING) == ["One."]
    assert closing not in texts(report, FindingKind.CONTEXT)


def test_a_closing_sentence_with_something_else_behind_it_is_context() -> None:
    closing = "We have notified the Department for Education. The school on Mill Lane has closed since."
    report = read_report(letter(f"{IMPROVE}\n\n- Visits.\n\nFindings\n\n- One.\n\n{closing}"))
    assert texts(report, FindingKind.FINDING) == ["One."]
    assert closing in texts(report, FindingKind.CONTEXT)


@pytest.mark.parametrize("words", ["Your sincerely", "Yours Sincerly,", "Yours truly", "Kind regards", ""])
def test_a_signature_is_known_in_any_wording_and_by_name_and_office_alone(words: str) -> None:
    text = letter(f"{IMPROVE}\n\n- Visits.\n\nFindings\n\n- One.").replace("Yours sincerely", words)
    report = read_report(text)
    assert texts(report, FindingKind.FINDING) == ["One."]
    assert report.inspection
    assert report.inspection.lead_inspector == "Helen Marlow"
    assert codes(report) == []


def test_signature_and_address_are_no_records() -> None:
    report = read_report(letter(f"{IMPROVE}\n\n- Visits.\n\nFindings\n\n- One."))
    words = " ".join([f.text for f in report.findings] + [r.text for r in report.recommendations])
    assert "Tarrant" not in words
    assert "Yours" not in words
    assert "Her Majesty's Inspector" not in words


def test_a_signatory_who_is_not_named_as_inspector_is_no_lead_inspector() -> None:
    text = letter(f"{IMPROVE}\n\n- Visits.\n\nFindings\n\n- One.").replace(
        "Yours sincerely\n\nHelen Marlow", "Yours sincerely\n\nPat Quay"
    )
    report = read_report(text)
    assert report.inspection
    assert report.inspection.lead_inspector is None


@pytest.mark.parametrize(
    ("before", "after", "doubt"),
    [
        (
            "9 March 2018\n",
            "\n",
            "error publication-date-missing at line 9: No day of publication stands over the letter. Compare with "
            "the document.",
        ),
        (
            "on 13 and 14 February 2018",
            "in the spring",
            "error dates-missing at line 9: The opening of the letter names no day of the visit. Compare with the "
            "document.",
        ),
        (
            "on 13 and 14 February 2018",
            "on 13 and 14 May 2018",
            "error dates-out-of-order at line 11: Inspection ended on 2018-05-14, report published on 2018-03-09: "
            "these dates run backwards. They were kept as printed; compare with the document.",
        ),
        (
            "Findings\n\n- One.",
            "",
            "error findings-missing at line 9: No findings were found. Compare with the document.",
        ),
        (
            "Yours sincerely\n\nHelen Marlow\n\n",
            "",
            "error signature-missing at line 9: The letter ends without a signature; its end may be lost. Compare "
            "with the document.",
        ),
    ],
)
def test_what_a_letter_lacks_or_contradicts_is_named(before: str, after: str, doubt: str) -> None:
    text = letter(f"{IMPROVE}\n\n- Visits.\n\nFindings\n\n- One.")
    assert before in text
    assert doubt in doubts(read_report(text.replace(before, after, 1)))


def test_an_authority_that_nobody_knows_is_not_guessed() -> None:
    report = read_report(letter("Findings\n\n- One.").replace("Wexcombe", "Nowheresea"))
    assert report.authority is None
    assert "authority-unknown" in codes(report)


def test_a_year_that_is_not_printed_follows_from_the_letter_with_a_notice() -> None:
    report = read_report(
        letter(f"{IMPROVE}\n\n- Visits.\n\nFindings\n\n- One.").replace("14 February 2018", "14 February")
    )
    assert report.inspection
    assert report.inspection.started
    assert report.inspection.started.iso == "2018-02-13"
    assert codes(report) == ["year-inferred"]


def test_restarted_numbers_of_two_lists_are_two_sequences() -> None:
    report = read_report(letter(f"{IMPROVE}\n\n1. Visits.\n\n2. Plans.\n\nFindings\n\n1. One.\n\n2. Two.\n\n3. Three."))
    assert [r.ref for r in report.recommendations] == ["1", "2"]
    assert [f.ref for f in report.findings if f.ref] == ["1", "2", "3"]
    assert not report.notices


def test_a_missing_number_is_missed() -> None:
    report = read_report(letter(f"{IMPROVE}\n\n- Visits.\n\nFindings\n\n1. One.\n\n2. Two.\n\n4. Four."))
    assert codes(report) == ["missing-paragraphs"]


def test_two_letters_in_one_file_are_two_reports() -> None:
    both = letter("Findings\n\n- One.") + letter("Findings\n\n- Two.", day="10 April 2018")
    published = [r.published.iso for r in extract(both.encode()).reports if r.published]
    assert published == ["2018-03-09", "2018-04-10"]


def _first_page(sheet: Sheet) -> None:
    for top, text in ((48, "Ofsted"), (59, "Piccadilly Gate"), (70, "Store Street")):
        sheet.at(72, top, text, 9)
    sheet.y = 120
    for line in ("9 March 2018", "Owen Tarrant", "Wexcombe Council", "Dear Owen"):
        sheet.lines(line)
    sheet.lines("Focused visit to Wexcombe local authority children's", "services", bold=True)
    sheet.lines(
        "This letter is about a visit on 13 and 14 February 2018. The inspectors", "were Helen Marlow and Tom Seaton."
    )
    sheet.lines("Overview", bold=True)
    sheet.lines("Children who may be in danger are seen quickly, as they were in 2015.")
    sheet.lines(IMPROVE, bold=True)
    sheet.marked("\u2022", "How often managers look at the work of the assessment", "teams.")
    sheet.y = 760
    sheet.marked("\u2022", "The number of children for whom each social worker is responsible and the")


def _second_page(sheet: Sheet) -> None:
    sheet.lines("help that each of them gets.", x=99)
    sheet.lines("Main findings", bold=True)
    sheet.lines("Contacts are answered on the day on which they arrive.")
    sheet.lines("Supervision is rare and its records are short.")
    sheet.lines("Yours sincerely")
    sheet.lines("Helen Marlow")
    sheet.lines("Her Majesty's Inspector", bold=True)
    sheet.at(513, 800, "2")


def test_a_made_up_letter_as_pdf_gives_its_facts_with_page_and_box() -> None:
    (report,) = extract(pdf(_first_page, _second_page)).reports
    assert facts(report) == Facts("999", "2018-02-13", "2018-02-14", "2018-03-09", 2, 2, "Helen Marlow")
    assert report.title == "Focused visit to Wexcombe local authority children's services"
    assert [r.text for r in report.recommendations] == [
        "How often managers look at the work of the assessment teams.",
        "The number of children for whom each social worker is responsible and the help that each of them gets.",
    ]
    assert [box.page for box in report.recommendations[1].place.boxes] == [1, 2]
    assert [f.anchor for f in report.findings if f.kind is FindingKind.FINDING] == ["p2-1", "p2-2"]
    assert not report.notices


def test_a_letter_whose_signatory_is_no_inspector_of_the_visit_is_doubted() -> None:
    report = read_report(letter("Main findings\n\nChildren are seen.").replace("\n\nHelen Marlow", "\n\nPeter Marsh"))
    assert report.inspection is not None
    assert report.inspection.lead_inspector is None
    assert "lead-inspector-missing" in codes(report)


def test_a_focused_assurance_visit_is_a_focused_visit():
    text = sample("06")
    assert "ocused visit" in text
    report = read_report(text.replace("ocused visit", "ocused assurance visit"))
    assert (report.kind, len(report.findings)) == (ReportKind.FOCUSED_VISIT, len(read_report(text).findings))


def test_the_opening_may_name_the_theme_of_the_visit():
    opening = "Inspectors looked at the local authority\u2019s arrangements for care leavers."
    named = letter(f"{opening}\n\nMain findings\n\nChildren are seen.")
    assert read_report(letter("Main findings\n\nChildren are seen.")).inspection.theme is None
    assert read_report(named).inspection.theme == "Care leavers"
