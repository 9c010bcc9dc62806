"""From rows to inspections: dates, authority and framework, and rows that are left out with a notice."""

import pytest

from ingest.extract import extract
from tests.ingest.profiles.tables.made import AFTER, GRADES, HEAD, ROW, codes, grades, only, read


def test_a_row_is_an_inspection_with_its_grades():
    extraction = read(AFTER)
    report = only(extraction)
    assert grades(report) == {
        "overall-effectiveness": "good",
        "leadership": "good",
        "help-and-protection": "good",
        "children-in-care": "outstanding",
        "care-leavers": "inadequate",
    }
    inspection = report.judgements[0].inspection
    assert inspection is not None
    assert inspection.authority is not None
    assert (inspection.authority.name, inspection.framework) == ("Medway", "ilacs")
    assert [one and one.iso for one in (inspection.started, inspection.ended, inspection.published)] == [
        "2023-07-17", "2023-07-28", "2023-09-11",
    ]  # fmt: skip
    assert codes(extraction) == []


@pytest.mark.parametrize("name", ["KENT", "kent county council", "Council of Kent"])
def test_spellings_of_a_name_are_the_same_authority(name):
    (one, *_) = only(read(ROW.replace("Kent", name))).judgements
    assert one.inspection is not None
    assert one.inspection.authority is not None
    assert one.inspection.authority.la_code == "886"


def test_a_code_tells_an_authority_whose_name_is_not_clear():
    (one, *_) = only(read(ROW.replace("Kent", "Garden of England"))).judgements
    assert one.inspection is not None
    assert one.inspection.authority is not None
    assert one.inspection.authority.name == "Kent"


def test_a_row_whose_code_is_of_another_authority_is_left_out():
    extraction = read(ROW.replace("886", "887"), AFTER)
    assert {one.inspection.authority.name for one in only(extraction).judgements if one.inspection} == {"Medway"}
    assert codes(extraction) == ["authority-contradiction"]


def test_the_code_of_a_predecessor_contradicts_nothing():
    row = AFTER.replace("Medway,887", "Cumberland,E10000006")
    assert codes(read(row)) == []


def test_a_row_of_nobody_is_left_out():
    extraction = read(ROW.replace("Kent,886", "Atlantis,"), AFTER)
    assert len(only(extraction).judgements) == 5
    assert codes(extraction) == ["authority-unknown"]
    assert "text-not-taken" in [notice.code for notice in extraction.notices]


def test_a_row_without_an_inspection_is_a_note():
    extraction = read(AFTER, "Kent,886,No visit yet,,,,,,,,")
    assert "Kent | 886 | No visit yet" in [one.text for one in only(extraction).findings]
    assert extraction.notices == ()


def test_an_authority_that_no_longer_exists_keeps_its_inspections():
    (one, *_) = only(
        read(ROW.replace("Kent,886,09/05/2022,20/05/2022,14/07/22", "Bournemouth,,11/06/2018,,20/07/18"))
    ).judgements
    assert one.inspection is not None
    assert one.inspection.authority is not None
    assert one.inspection.authority.closed == "2019-03-31"


def test_the_kind_of_inspection_must_have_existed_on_the_day():
    extraction = read(f"{ROW}Good".replace("09/05/2022,20/05/2022,14/07/22", "09/05/2016,20/05/2016,14/07/16"))
    (one, *_) = only(extraction).judgements
    assert one.inspection is not None
    assert one.inspection.framework == "sif"
    assert codes(extraction) == ["framework-unclear"]


def test_a_row_with_grades_and_no_date_is_left_out():
    extraction = read(ROW.replace("09/05/2022,20/05/2022,14/07/22", "-,-,-"), AFTER)
    assert len(only(extraction).judgements) == 5
    assert codes(extraction) == ["dates-missing"]


def test_an_unreadable_date_and_dates_out_of_order_are_told():
    assert codes(read(ROW.replace("20/05/2022", "32/05/2022"))) == ["dates-unreadable"]
    assert codes(read(ROW.replace("14/07/22", "14/07/21"))) == ["dates-out-of-order"]


def test_a_visit_keeps_its_theme_and_has_no_grade():
    report = only(read("Kent,886,05/11/2024,,05/12/24,ILACS Focused Visit,Front door", head=f"{HEAD},Visit theme"))
    (visit,) = report.mentions
    assert (visit.framework, visit.theme, report.judgements) == ("focused-visit", "Front door", ())


def test_an_earlier_inspection_in_the_same_row_is_one_of_its_own():
    head = "Local authority,Inspection date,Overall effectiveness,Help and protection,"
    head += "Previous inspection date,Previous overall effectiveness"
    report = only(read("Kent,09/05/2022,Good,Good,06/03/2017,Inadequate", head=head))
    found = [
        (one.inspection.started.iso, one.grade)
        for one in report.judgements
        if one.inspection and one.inspection.started
    ]
    assert found == [("2022-05-09", "good"), ("2022-05-09", "good"), ("2017-03-06", "inadequate")]


def test_a_row_can_hold_one_judgement():
    head = "Local authority,Inspection date,Publication date,Inspection type,Judgement,Grade"
    rows = (
        "Kent,09/05/2022,14/07/22,ILACS,Overall effectiveness,Good",
        "Kent,09/05/2022,14/07/22,ILACS,Care leavers,RI",
    )
    assert grades(only(read(*rows, head=head))) == {
        "overall-effectiveness": "good", "care-leavers": "requires-improvement",
    }  # fmt: skip


def test_the_head_and_grades_of_tests_are_as_wide_as_their_rows():
    assert f"{HEAD},{GRADES}".count(",") == ROW.count(",") == AFTER.count(",")


DATES = "09/05/2022,20/05/2022,14/07/22"


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        (ROW.replace("886", "887"), (
            "error", "authority-contradiction",
            "Rows were left out because their code is that of another authority (Medway): “Kent” (row 2). "
            "Mend the rows and read the table again.",
        )),
        (ROW.replace("Kent,886", "Atlantis,"), (
            "error", "authority-unknown",
            "Rows were left out because nothing tells their authority: “Atlantis” (row 2). "
            "Mend the rows and read the table again.",
        )),
        (ROW.replace("Kent,886", ","), (
            "error", "authority-unknown",
            "Rows were left out because nothing tells their authority: “09/05/2022” (row 2). "
            "Mend the rows and read the table again.",
        )),
        ("Kent,886,No visit yet,,,,,,,,", (
            "info", "dates-missing",
            "Rows name an authority and no inspection; they were kept as notes: Kent (row 2); Surrey (row 4).",
        )),
        (",886,No visit yet,,,,,,,,", (
            "info", "dates-missing",
            "Rows name an authority and no inspection; they were kept as notes: 886 (row 2); Surrey (row 4).",
        )),
        ("Atlantis,,No visit yet,,,,,,,,", (
            "warning", "torn-row",
            "Rows that are no inspection of an authority were left out: “Atlantis” (row 2). "
            "Compare the rows with the reports.",
        )),
        (f"{ROW}Good".replace("2022", "2016").replace("/22", "/16"), (
            "warning", "framework-unclear",
            "The kind of inspection “ILACS Standard Inspection” did not exist on the day; headings and dates tell the "
            "framework, if anything: row 2. Compare the rows with the reports.",
        )),
        (ROW.replace("ILACS Standard Inspection", "Big visit"), (
            "warning", "framework-unclear",
            "The kind of inspection “Big visit” is not known; headings and dates tell the framework, if anything: "
            "row 2. Compare the rows with the reports.",
        )),
        (ROW.replace(DATES, "-,-,-"), (
            "error", "dates-missing",
            "Rows with grades and no date were left out: Kent (row 2). Mend the rows and read the table again.",
        )),
        (ROW.replace("20/05/2022", "32/05/2022"), (
            "error", "dates-unreadable",
            "“Inspection end date” holds no date that can be read: “32/05/2022” (row 2). "
            "Mend the rows and read the table again.",
        )),
        (ROW.replace("14/07/22", "14/07/21"), (
            "warning", "dates-out-of-order",
            "Rows give dates in an order that cannot be; they were kept as printed: Kent 2022-05-09 (row 2). "
            "Compare the rows with the reports.",
        )),
    ],
)  # fmt: skip
def test_each_doubt_about_a_row_names_it_and_says_what_to_do(row, doubt):
    notices = only(read(row, AFTER)).notices
    assert (*doubt, 2, "row 2") in [(one.level, one.code, one.message, one.line, one.where) for one in notices]


FACTS = "URN,Authority,Inspection dates,Publication date,Type,Lead inspector,Web link,Theme,Overall effectiveness,"
FACTS += "Impact of leaders"


def inspections(*rows, head=FACTS):
    return only(extract("\n".join((head, *rows)).encode())).mentions


def test_a_row_gives_its_inspection_every_fact_that_its_columns_hold():
    first, second, _ = inspections(
        "80476,Kent,09/05/2022 - 20/05/2022,14/07/22,ILACS,Ann Lee,https://reports.example/1,Doors,Good,RI",
        "80522,,09/05/2023,14/07/23,ILACS,-,see page,n/a,Good,RI",
        "80522,Medway,09/05/2019,14/07/19,ILACS,-,see page,n/a,Good,RI",
    )
    assert first.authority is not None
    assert (first.authority.name, first.urn, first.lead_inspector, first.address, first.theme) == (
        "Kent", "80476", "Ann Lee", "https://reports.example/1", "Doors",
    )  # fmt: skip
    assert [one and one.iso for one in (first.started, first.ended, first.published)] == [
        "2022-05-09", "2022-05-20", "2022-07-14",
    ]  # fmt: skip
    assert first.printed == (
        "80476 | Kent | 09/05/2022 - 20/05/2022 | 14/07/22 | ILACS | Ann Lee | https://reports.example/1 | Doors | Good"
        " | RI"
    )
    assert second.authority is not None
    assert (second.authority.name, second.urn, second.lead_inspector, second.address, second.theme) == (
        "Medway", "80522", None, None, None,
    )  # fmt: skip
    assert (second.ended, second.published and second.published.iso) == (None, "2023-07-14")


@pytest.mark.parametrize(
    ("dates", "leaders", "framework"),
    [
        ("09/05/2022,14/07/22", "Leadership and management", "ilacs"),
        ("09/05/2018,14/07/18", "Impact of leaders", "ilacs"),
        ("09/05/2018,14/07/18", "Leadership and management", None),
        (",14/07/18", "Impact of leaders", None),
        ("05/23/2014,07/14/2014", "Leadership and management", "sif"),
        ("05/23/2011,07/14/2011", "Leadership and management", "slac"),
    ],
)
def test_headings_and_dates_tell_the_framework_where_no_kind_is_given(dates, leaders, framework):
    head = FACTS.replace("Impact of leaders", leaders).replace("Inspection dates", "Inspection date")
    rows = (f"80476,Kent,{dates},,,,,Good,RI", f"80522,Medway,{dates},,,,,Good,RI")
    assert [one.framework for one in inspections(*rows, head=head)] == [framework, framework]


def test_a_header_that_is_printed_again_is_no_row():
    extraction = read(AFTER, f"{HEAD},{GRADES}", ROW)
    assert (codes(extraction), len(only(extraction).mentions)) == ([], 2)


@pytest.mark.parametrize("code", ["886", "886.0", "E10000016", "e10000016 "])
def test_an_authority_is_known_by_each_of_its_codes(code):
    (one, *_) = only(read(ROW.replace("Kent,886", f",{code}"))).mentions
    assert one.authority is not None
    assert one.authority.name == "Kent"


def test_the_address_behind_a_cell_names_report_and_provider():
    head = "".join(f"<th>{one}</th>" for one in HEAD.split(",") + GRADES.split(","))
    cells = ROW.replace("Kent,886", "Garden of England,").split(",")
    cells[0] = f'<a href="https://reports.ofsted.gov.uk/provider/44/80476">{cells[0]}</a>'
    cells[5] = f'<a href="https://x.test/other">{cells[5]}</a>'
    rows = "".join(
        f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in (cells, AFTER.split(","), ROW.split(","))
    )
    page = f"<html><body><h1>Outcomes of inspections</h1><table><tr>{head}</tr>{rows}</table></body></html>"
    first = only(extract(page.encode())).judgements[0].inspection
    assert first is not None
    assert first.authority is not None
    assert (first.authority.name, first.urn) == ("Kent", "80476")
    assert first.address == "https://reports.ofsted.gov.uk/provider/44/80476"
