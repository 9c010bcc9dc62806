"""The columns of the grades on a day: one row for each group and band."""

from __future__ import annotations

from django.urls import reverse

from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.shared_columns import held_up_to, made_on
from inspections.analysis.grades import GradeRow


def _judgements(row: GradeRow, site: str) -> str:
    return f"{site}{reverse('analysis-grades')}{row.count.query}#behind"


GRADE_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("on_day", "The day on which these were the latest judgements", of("group.day"), Datatype.PARTIAL_DATE),
    ExportColumn("counted_from", "inspected or published: from when a judgement counts", of("rule"), required=True),
    ExportColumn("domain", "Domain of today", of("group.domain"), required=True),
    ExportColumn("counted_by", "By what judgements are counted", of("by"), required=True),
    ExportColumn("group", "Which of these; empty for all together", of("group.value")),
    ExportColumn("band", "Code of the band of grades that compare", of("count.band.code"), required=True),
    ExportColumn("band_name", "The grades of the band", of("count.band.name"), required=True),
    ExportColumn("judgements", "How many judgements", of("count.number"), Datatype.NUMBER, required=True),
    ExportColumn("held", "Of how many that are held", of("group.total"), Datatype.NUMBER, required=True),
    ExportColumn(
        "share_percent", "Share in per cent; empty where fewer than five are held", of("count.share"), Datatype.NUMBER
    ),
    ExportColumn(
        "authorities",
        "How many authorities exist on the day, where the group is a place",
        of("group.authorities"),
        Datatype.NUMBER,
    ),
    ExportColumn(
        "compare_in_part",
        "How many of those held compare with the domain of today only broadly or in part",
        of("group.partly"),
        Datatype.NUMBER,
        required=True,
    ),
    ExportColumn(
        "judgements_link",
        "Address of the page that lists these judgements",
        _judgements,
        Datatype.ADDRESS,
        required=True,
    ),
    *held_up_to(),
    made_on(),
)
