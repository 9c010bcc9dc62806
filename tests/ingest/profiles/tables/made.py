"""Tables of outcomes that tests make: CSV texts about real names of authorities, with made-up results."""

from ingest.drafts import Extraction, JudgementDraft, ReportDraft
from ingest.extract import extract

HEAD = "Local authority,LA code,Inspection date,Inspection end date,Publication date,Inspection type"
GRADES = "Overall effectiveness,Impact of leaders,Help and protection,Children in care,Care leavers"
ROW = "Kent,886,09/05/2022,20/05/2022,14/07/22,ILACS Standard Inspection,Outstanding,Good,Inadequate,Good,"
AFTER = "Medway,887,17/07/2023,28/07/2023,11/09/23,ILACS Short Inspection,Good,Good,Good,Outstanding,Inadequate"


def read(*rows: str, head: str = f"{HEAD},{GRADES}") -> Extraction:
    """What is read from a table with these rows, and with one more of Surrey, so that it is a table."""
    last = "Surrey,936" + ",".join([""] * (head.count(",")))
    return extract("\n".join((head, *rows, last)).encode())


def only(extraction: Extraction) -> ReportDraft:
    """The one report of a file."""
    (report,) = extraction.reports
    return report


def grades(report: ReportDraft) -> dict[str, str | None]:
    """The grades of a report by domain."""
    return {one.domain: one.grade for one in report.judgements}


def grade_of_cell(words: str, **values: str) -> JudgementDraft | None:
    """The judgement of help and protection that a cell with these words gives."""
    row = ROW.replace("Inadequate", f'"{words}"')
    return next((one for one in only(read(row, **values)).judgements if one.domain == "help-and-protection"), None)


def codes(extraction: Extraction) -> list[str]:
    """The codes of all doubts and errors about the reports of a file."""
    return [notice.code.value for report in extraction.reports for notice in report.notices if notice.level != "info"]
