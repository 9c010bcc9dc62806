"""The columns of interpretations: themes and polarity, and whether rules suggest them or a person decided."""

from __future__ import annotations

from typing import Any

from findings.exports.columns import Datatype, ExportColumn, of

SUGGESTED, DECIDED = "suggested", "decided"


def _source(field: str) -> Any:
    return lambda row, site: DECIDED if row.is_decided(field) else SUGGESTED


THEME_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn(
        "themes", "Codes of the themes that it is mainly about, the most certain first", of("theme_codes"),
        Datatype.WORDS,
    ),
    ExportColumn(
        "themes_source", "suggested by rules, or decided by a person", _source("themes"), required=True
    ),
)  # fmt: skip
POLARITY_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("polarity", "strength, weakness, mixed or neutral", of("polarity")),
    ExportColumn(
        "polarity_source", "suggested by rules, or decided by a person", _source("polarity"), required=True
    ),
)  # fmt: skip
