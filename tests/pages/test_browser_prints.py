"""Web pages that a browser printed to PDF are read as the pages are: columns, and tables with few lines, too."""

import pytest

from ingest.drafts import ReportDraft
from ingest.extract import extract

pytestmark = pytest.mark.browser

ADDRESS = "http://wexcombe.example/papers/item"
MARGIN = {"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"}
PROSE = (
    "Officers told the committee how the service has changed in the last year, and that more families are seen early. "
    "They spoke of new teams in two towns, of a shared list of those who wait, and of what young people said of both. "
)
PAPER = f"""<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Agenda item | Wexcombe Council</title>
<h1>Inspection of children’s services</h1>
<p>Scrutiny Committee, Wednesday 13 July 2022</p>
<h2>Minutes:</h2>
<p>{PROSE * 3}</p>
<p>Children’s services were inspected by Ofsted from 4 to 15 April 2022. The report was published on 6 June 2022.</p>
<p>{PROSE * 2}</p>
<p>The Ofsted judgements received were as follows:</p>
<ul>
<li>Leadership and management: good</li>
<li>Help and protection: requires improvement</li>
<li>Children in care: good</li>
</ul>
<p>{PROSE * 3}</p>
<h2>Recommendations</h2>
<p>That the committee asks for a second report on the work with schools in the autumn.</p>
"""
ROWS = (
    ("1.1", "Review the policy on supervision with the managers of all teams", "Ann Marlow", "31 March 2024"),
    ("1.2", "Audit forty cases each month and report what was learnt to the board", "Head of Quality", "June 2024"),
    ("1.3", "Recruit six social workers", "Principal Social Worker", "December 2024"),
    ("2.1", "Agree how health assessments are asked for, and who sees that they are done", "Bo Lind", "30/09/2024"),
)
PLAN = (
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Plan</title>'
    "<h1>Wexcombe Council children’s services improvement plan</h1><p>Version 2, 4 March 2024.</p><table><thead><tr>"
    + "".join(f"<th>{heading}</th>" for heading in ("Ref", "Action", "Lead officer", "By when"))
    + "</tr></thead><tbody>"
    + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    + "</tbody></table>"
)
TABLE = "body { font: 10pt sans-serif } td, th { padding: 3pt; text-align: left; vertical-align: top }"


def printed(browser, html: str, css: str) -> bytes:
    """A web page as a browser prints it, with day, time, title, address and number around each page."""
    context = browser.new_context()
    opened = context.new_page()
    opened.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    opened.goto(ADDRESS)
    opened.add_style_tag(content=css)
    data: bytes = opened.pdf(format="A4", margin=MARGIN, display_header_footer=True)
    context.close()
    return data


def facts(data: bytes) -> list[object]:
    """What a file tells, without places."""

    def of(report: ReportDraft) -> object:
        own = report.inspection
        return (
            report.kind,
            report.title,
            report.authority,
            report.published and report.published.iso,
            own and (own.framework, own.started and own.started.iso, own.published and own.published.iso),
            sorted((one.domain, one.grade or "") for one in report.judgements),
            [one.text for one in report.recommendations],
            [(one.ref, one.text, one.lead, one.due) for one in report.actions],
        )

    found = extract(data)
    return [found.ledger and found.ledger.left_out, *map(of, found.reports)]


@pytest.mark.parametrize(
    "css", ["body { font: 11pt sans-serif }", "body { font: 10pt sans-serif; columns: 2; column-gap: 20pt }"]
)
def test_a_printed_page_is_read_as_the_page_is(browser, css: str) -> None:
    read = facts(PAPER.encode())
    assert read[0] == 0
    assert len(read) == 2
    assert facts(printed(browser, PAPER, css)) == read


@pytest.mark.parametrize(
    "lines",
    [
        "td, th { border: 1px solid #000 } table { border-collapse: collapse }",
        "td, th { border-bottom: 1px solid #000 } table { border-collapse: collapse }",
        "td, th { vertical-align: middle }",
        "",
    ],
)
def test_a_printed_table_of_actions_is_read_whatever_lines_it_has(browser, lines: str) -> None:
    read = facts(PLAN.encode())
    assert facts(printed(browser, PLAN, TABLE + lines)) == read
    assert "Bo Lind" in str(read)
