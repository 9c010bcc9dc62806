"""The columns of the checks of a plan: a row for each record that a check names."""

from __future__ import annotations

from findings.citations.facts import citation_of
from findings.citations.forms import text
from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.shared_columns import made_on
from findings.follow_up.plan_checks import due_of

PLAN_CHECK_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("check", "Code of the check", of("check"), required=True),
    ExportColumn("check_label", "Name of the check", of("check_label"), required=True),
    ExportColumn("record_kind", "action or recommendation", of("record.KIND"), required=True),
    ExportColumn("record", "Name by which pages call it", of("label"), required=True),
    ExportColumn("text", "The action or recommendation, whole", of("record.text"), required=True),
    ExportColumn("lead", "Who leads the action, as printed", of("record.lead")),
    ExportColumn("due", "By when, as printed", of("record.due")),
    ExportColumn(
        "due_by", "The day by which, where the wording tells one", lambda row, site: due_of(row), Datatype.DAY
    ),
    ExportColumn("rag", "Rating of progress, as printed", of("record.rag")),
    ExportColumn("permanent_link", "Permanent address of the record", link(), Datatype.ADDRESS, required=True),
    ExportColumn(
        "citation",
        "How to cite the record",
        lambda row, site: text(citation_of(row.record.report, f"{site}{row.get_absolute_url()}", row.record)),
        required=True,
    ),
    made_on(),
)
