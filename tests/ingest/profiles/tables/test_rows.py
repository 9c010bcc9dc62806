"""From rows to inspections: dates, authority and framework, and rows that are left out with a notice."""

import pytest

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
