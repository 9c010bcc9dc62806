"""Inspections of rows: grades by domain, what is told of cells without one, and the same inspection in several rows."""

import pytest

from ingest.extract import extract
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


@pytest.mark.parametrize(
    ("rows", "doubt"),
    [
        ((ROW.replace("Inadequate", "REIFS"),), (
            "error", "grade-unreadable",
            "“REIFS” under “Help and protection” is no grade that is known; no grade was taken: Kent 2022-05-09 "
            "(row 2). Mend the rows and read the table again.", 2,
        )),
        ((ROW.replace("Inadequate", "data_unreadable"),), (
            "warning", "grade-unreadable",
            "The table itself says that grades are lost (“data_unreadable”): Kent 2022-05-09 (row 2). "
            "Compare the rows with the reports.", 2,
        )),
        ((ROW.replace("Inadequate", "Not judged"),), (
            "info", "not-judged", "“Help and protection” was not judged: Kent 2022-05-09 (row 2).", 2,
        )),
        ((ROW.replace("Inadequate", "-"),), (
            "warning", "judgement-missing",
            "Rows with other grades have none under “Help and protection”: Kent 2022-05-09 (row 2). "
            "Compare the rows with the reports.", 2,
        )),
        ((ROW.replace("Inadequate", "not_reported_post_reform"),), (
            "warning", "judgement-missing",
            "“not_reported_post_reform” stands under “Help and protection” for an inspection whose framework judges "
            "it: Kent 2022-05-09 (row 2). Compare the rows with the reports.", 2,
        )),
        (("Medway,887,11/05/2026,22/05/2026,07/07/26,standard,-,Good,Good,Good,Good",), (
            "info", "no-overall-judgement",
            "There is no overall judgement; the framework gives none since April 2026: Medway 2026-05-11 (row 2).", 2,
        )),
        ((ROW, ROW.replace("Inadequate", "Good")), (
            "warning", "reported-contradiction",
            "The tables give two grades for help-and-protection of one inspection; both were kept: Kent 2022-05-09 "
            "(row 3). Compare the rows with the reports.", 3,
        )),
    ],
)  # fmt: skip
def test_each_doubt_about_a_cell_names_its_inspection(rows, doubt):
    assert doubt in [(one.level, one.code, one.message, one.line) for one in only(read(*rows)).notices]


def test_a_second_row_adds_what_the_first_lacks():
    head = "Authority,Inspection date,Publication date,Type,Lead inspector,Web link,Overall effectiveness,Care leavers"
    first, second = (
        "Kent,09/05/2022,,ILACS,Ann Lee,,Good,",
        "Kent,09/05/2022,14/07/22,ILACS,Bo Day,https://r.example,,RI",
    )
    report = only(extract("\n".join((head, first, second)).encode()))
    (inspection, _) = report.mentions
    assert (inspection.lead_inspector, inspection.address) == ("Ann Lee", "https://r.example")
    assert inspection.published is not None
    assert [(one.domain, one.grade) for one in report.judgements] == [
        ("overall-effectiveness", "good"), ("care-leavers", "requires-improvement"),
    ]  # fmt: skip


def test_judgements_have_anchors_of_authority_inspection_and_domain():
    anchors = [one.anchor for one in only(read(ROW, ROW.replace("Inadequate", "Good"))).judgements]
    assert anchors == [
        "886/ilacs-2022-05-09/overall-effectiveness",
        "886/ilacs-2022-05-09/leadership",
        "886/ilacs-2022-05-09/help-and-protection",
        "886/ilacs-2022-05-09/children-in-care-and-care-leavers",
        "886/ilacs-2022-05-09/help-and-protection~2",
    ]
