"""ILACS reports that are made up, with a table of judgements that has no lines between its columns."""

from textwrap import wrap

import pytest

from ingest.extract import extract
from tests.builders_pdf import HEIGHT, LEADING, Sheet, pdf
from tests.ingest.made import CARE, HELP, LEADERS, LEAVERS

REQUIRES = "Requires improvement to be good"
OVERALL = "Overall effectiveness"
LINE_LENGTH = 46
"""Characters of a line in the first column."""
GRADES = {LEADERS: REQUIRES, HELP: "Inadequate", CARE: "Good", LEAVERS: "Outstanding", OVERALL: REQUIRES}


@pytest.mark.parametrize("across", [True, False], ids=["ruled across", "not ruled"])
@pytest.mark.parametrize("lowered", [0.0, LEADING / 2, LEADING], ids=["first line", "between", "second line"])
def test_grades_of_a_table_without_drawn_columns_go_to_their_rows(across: bool, lowered: float) -> None:
    def cover(sheet: Sheet) -> None:
        sheet.lines("Wexcombe Council", size=20)
        sheet.lines("Inspection of local authority children’s services", size=18, bold=True)
        sheet.lines("Inspection dates: 6 to 17 November 2023")
        sheet.lines("Lead inspector: Robin Example, His Majesty’s Inspector")
        sheet.at(80, sheet.y, "Judgement")
        sheet.at(372, sheet.y, "Grade")
        for judged, grade in GRADES.items():
            first, *rest = wrap(judged, LINE_LENGTH)
            sheet.y += 24
            if across:
                sheet.canvas.line(75, HEIGHT - sheet.y + 15, 545, HEIGHT - sheet.y + 15)
            sheet.at(372, sheet.y + lowered * len(rest), grade)
            sheet.at(80, sheet.y, first)
            for line in rest:
                sheet.y += LEADING
                sheet.at(80, sheet.y, line)
        sheet.y += 40
        sheet.lines("What needs to improve?", bold=True)
        sheet.marked("•", "The quality of plans.")
        sheet.lines(f"{HELP}: inadequate", bold=True)
        sheet.marked("1.", "Carers are visited in good time.")

    (report,) = extract(pdf(cover)).reports
    assert {one.domain: (one.domain_wording, one.grade_wording) for one in report.judgements} == {
        "leadership": (LEADERS, REQUIRES),
        "help-and-protection": (HELP, "Inadequate"),
        "children-in-care": (CARE, "Good"),
        "care-leavers": (LEAVERS, "Outstanding"),
        "overall-effectiveness": (OVERALL, REQUIRES),
    }
