"""A plan that is printed: ruled tables over several pages, and one without drawn lines."""

from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from ingest.extract import extract
from inspections.vocabulary import ReportKind
from tests.ingest.profiles.papers.council import codes


def plan_as_pdf() -> bytes:
    """A plan of two priorities on landscape pages, its tables ruled and long enough to go over a page."""
    style = getSampleStyleSheet()
    body, title, heading = style["Normal"], style["Title"], style["Heading2"]

    def table(rows: list[list[str]], repeat: int) -> Table:
        cells = [[Paragraph(cell, body) for cell in row] for row in rows]
        made = Table(cells, colWidths=[760 / len(rows[0])] * len(rows[0]), repeatRows=repeat)
        made.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        return made

    headings = ["Ref", "Ofsted Recommendation", "Action", "Lead", "By When", "Success Measures", "Target", "RAG rating"]
    story: list[Flowable] = [
        Paragraph("Wexcombe Children's Services Improvement Plan", title),
        Paragraph("1. Introduction", heading),
        Paragraph("This plan answers the inspection of Wexcombe, which took place from 5 to 23 October 2020.", body),
        Paragraph("Ofsted Recommendations", heading),
        Paragraph("The 2 recommendations of the report are:", body),
        Paragraph("1.   The quality of plans for children in need.", body),
        Paragraph("2.   The pace of visits to families in need.", body),
    ]
    for priority in ("1", "2"):
        opening = [
            [f"Priority {priority}: Practice", "Lead: Director"],
            ["What's working well?", "Staff are committed."],
        ]
        rows = [
            [
                f"{priority}.{n}",
                "1 and 2",
                "Check every plan twice " * 6,
                "Director",
                "May 2021",
                "All are checked",
                "90%",
                "",
            ]
            for n in range(1, 11)
        ]
        story += [Spacer(1, 20), table(opening, 0), Spacer(1, 12), table([headings, *rows], 1)]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=landscape(A4), leftMargin=40, rightMargin=40).build(story)
    return buffer.getvalue()


def test_the_tables_of_a_pdf_give_the_same_actions_with_pages_and_boxes():
    (report,) = extract(plan_as_pdf()).reports
    assert report.kind is ReportKind.IMPROVEMENT_PLAN
    assert [a.ref for a in report.actions] == [f"{p}.{n}" for p in (1, 2) for n in range(1, 11)]
    assert {a.recommendations for a in report.actions} == {("1", "2")}
    assert {a.text for a in report.actions} == {" ".join(["Check every plan twice"] * 6)}
    assert {(a.lead, a.due, a.target, a.rag) for a in report.actions} == {("Director", "May 2021", "90%", None)}
    assert [r.ref for r in report.recommendations] == ["1", "2"]
    assert [s.anchor for s in report.sections if s.anchor.startswith("priority")] == ["priority-1", "priority-2"]
    assert all(a.place.page and a.place.boxes for a in report.actions)


def test_a_table_without_drawn_lines_gives_its_actions_too():
    style = getSampleStyleSheet()
    rows = [
        [f"1.{n}", "Check each plan twice and tell the family " * n, "Head of service", "May 2024"] for n in range(1, 5)
    ]
    cells = [
        [Paragraph(cell, style["Normal"]) for cell in row] for row in [["Ref", "Action", "Lead", "By when"], *rows]
    ]
    table = Table(cells, colWidths=[60, 300, 120, 120])
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=landscape(A4)).build(
        [
            Paragraph("Wexcombe Children's Services Improvement Plan", style["Title"]),
            Paragraph("This plan answers the inspection of Wexcombe in October 2020.", style["Normal"]),
            table,
            Paragraph(
                "The board meets each month and hears from children and from those who care. " * 2, style["Normal"]
            ),
        ]
    )
    (report,) = extract(buffer.getvalue()).reports
    assert [(a.ref, a.text, a.lead, a.due) for a in report.actions] == [tuple(map(str.strip, row)) for row in rows]
    assert "table-not-read" not in codes(report)
