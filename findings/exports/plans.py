"""The columns of improvement plans."""

from __future__ import annotations

from findings.citations.facts import citation_of
from findings.citations.forms import text
from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.shared_columns import YEAR_PUBLISHED, inspection, place, sample, time
from findings.follow_up.action_states import action_states

_IN_STATE = tuple(
    ExportColumn(state.column, f"How many of those: {state.label.lower()}", of(state.column), Datatype.NUMBER)
    for state in action_states()
)

PLAN_COLUMNS: tuple[ExportColumn, ...] = (
    *time(lambda row: row.year, YEAR_PUBLISHED),
    *place(lambda row: row.authority),
    *inspection(lambda row: row.inspection),
    ExportColumn("title", "Title of the plan", of("title"), required=True),
    ExportColumn("published", "Day on which it was published", of("published"), Datatype.PARTIAL_DATE),
    ExportColumn("actions", "How many actions it has", of("number_of_actions"), Datatype.NUMBER, required=True),
    *_IN_STATE,
    ExportColumn(
        "recommendations_to_answer",
        "How many recommendations it has to answer: those that it lists, and those of the inspection that it follows; "
        "what both print counts once",
        of("number_to_answer"),
        Datatype.NUMBER,
        required=True,
    ),
    ExportColumn(
        "recommendations_unanswered",
        "How many of those no action of the plan answers",
        of("number_unanswered"),
        Datatype.NUMBER,
        required=True,
    ),
    ExportColumn("links", "How many links of its actions to recommendations", of("number_of_links"), Datatype.NUMBER),
    ExportColumn("permanent_link", "Permanent address of the plan", link(), Datatype.ADDRESS, required=True),
    ExportColumn(
        "citation",
        "How to cite the plan: author, title, day and address",
        lambda row, site: text(citation_of(row, f"{site}{row.get_absolute_url()}")),
        required=True,
    ),
    ExportColumn("source_document", "Name of the file that was read", of("source.name"), required=True),
    ExportColumn("source_sha256", "SHA-256 of the file that was read", of("source.sha256"), required=True),
    ExportColumn("licence", "Licence of the document", of("licence")),
    sample(lambda row: row.authority),
)
