"""Inspections of rows: grades by domain, what is told of cells without one, and the same inspection in several rows."""

from tests.ingest.profiles.tables.made import ROW, codes, grade_of_cell, grades, only, read


def test_children_in_care_before_2023_are_judged_together_with_care_leavers():
    assert grades(only(read(ROW))) == {
        "overall-effectiveness": "outstanding",
        "leadership": "good",
        "help-and-protection": "inadequate",
        "children-in-care-and-care-leavers": "good",
    }


def test_a_judgement_of_its_own_for_care_leavers_leaves_children_in_care_alone():
    assert {"children-in-care", "care-leavers"} <= grades(only(read(f"{ROW}Good"))).keys()


def test_a_grade_that_is_not_known_is_kept_without_a_grade_and_told():
    found = grade_of_cell("REIFS")
    assert found is not None
    assert (found.grade, found.absence, found.grade_wording) == (None, "extraction-failed", "REIFS")
    assert codes(read(ROW.replace("Inadequate", "REIFS"))) == ["grade-unreadable"]


def test_not_judged_is_a_judgement_without_a_grade():
    found = grade_of_cell("Not judged")
    assert found is not None
    assert (found.grade, found.absence) == (None, "not-judged")


def test_an_empty_cell_beside_grades_is_told():
    assert grade_of_cell("-") is None
    assert codes(read(ROW.replace("Inadequate", "-"))) == ["judgement-missing"]


def test_no_overall_judgement_is_missed_from_april_2026_on():
    row = "Medway,887,11/05/2026,22/05/2026,07/07/26,standard,-,Good,Good,Good,Good"
    assert codes(read(row)) == []
    assert codes(read(row.replace("/05/2026", "/03/2026"))) == ["judgement-missing"]


def test_the_same_inspection_twice_is_one_and_other_grades_are_told():
    again = only(read(ROW, ROW))
    assert len(again.judgements) == 4
    assert again.judgements[0].place.where == "row 2; row 3"
    assert [one.place.where for one in again.mentions] == ["row 2", "row 3"]
    other = read(ROW, ROW.replace("Inadequate", "Good"))
    assert [one.grade for one in only(other).judgements if one.domain == "help-and-protection"] == [
        "inadequate",
        "good",
    ]
    assert codes(other) == ["reported-contradiction"]
