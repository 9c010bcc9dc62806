"""The columns of judgements. Those of the matrix are the same, preceded by the domain of today."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, QuerySet

from findings.confirmations.share import with_confirmed
from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.shared_columns import SOURCE, YEAR_BEGAN, inspection, place, sample, time
from inspections.judgements.latest import latest_in_any_domain

JUDGEMENT_COLUMNS: tuple[ExportColumn, ...] = (
    *time(lambda row: row.inspection.year, YEAR_BEGAN),
    *place(lambda row: row.inspection.authority),
    *inspection(lambda row: row.inspection),
    ExportColumn("lead_inspector", "Lead inspector", of("inspection.lead_inspector")),
    ExportColumn("domain", "Code of the domain", of("domain.code"), required=True),
    ExportColumn("domain_wording", "Domain as printed", of("domain_wording"), required=True),
    ExportColumn("scope", "Whose work was judged, or for whom, where there are several", of("scope")),
    ExportColumn("grade", "Code of the grade on the framework’s scale", of("grade.code")),
    ExportColumn("grade_wording", "Grade as printed", of("grade_wording")),
    ExportColumn("absence", "Code of the reason why there is no grade", of("absence")),
    ExportColumn("basis", "primary, or reported by another document", of("basis"), required=True),
    ExportColumn(
        "is_preferred",
        "yes for the one that counts of all that state the grade of this inspection, domain and scope: "
        "the primary one, or where there is none a reported one",
        of("is_preferred"),
        Datatype.TRUTH,
        required=True,
        formerly="standing",
    ),
    ExportColumn(
        "is_latest",
        "yes where it is, today, the authority’s latest judgement in a domain of today, out of what is held; "
        "the data set coverage says up to when that is",
        of("is_latest"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn("paragraphs", "Range of paragraphs that carry it", of("evidence_range")),
    ExportColumn(
        "inspection_link", "Permanent address of the inspection", link("inspection"), Datatype.ADDRESS, required=True
    ),
    *SOURCE[:-1],
    sample(lambda row: row.inspection.authority),
)

MATRIX_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn(
        "domain_today", "Code of the domain of today in which it is the latest", of("column_code"), required=True
    ),
    ExportColumn(
        "comparability",
        "How far its own domain compares with that of today: same, close, broad or partial",
        of("comparability"),
        required=True,
    ),
    *JUDGEMENT_COLUMNS,
)


def judgements_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Judgements with everything that their columns need.

    ``is_latest`` is as of today, whatever day the rows are of.
    """
    marked: QuerySet[Any] = with_confirmed(rows).annotate(
        is_latest=ExpressionWrapper(latest_in_any_domain(), BooleanField())
    )
    return marked.select_related(
        "report__authority",
        "report__source",
        "report__inspection__framework",
        "inspection__authority",
        "inspection__framework",
        "domain",
        "grade",
    )
