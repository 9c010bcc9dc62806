"""The description of a CSV file for machines (W3C, Model for Tabular Data; Metadata Vocabulary for Tabular Data).

The description is at the address where the standard looks for it, that of the file with "-metadata.json" (5.3 of the
model), and names the columns in the order of the header. Titles begin with the name in the header, which is what
validators compare.
"""

from __future__ import annotations

from collections.abc import Iterable

from findings.exports.columns import Datatype, ExportColumn

MEDIA_TYPE = "application/csvm+json"
CONTEXT: tuple[object, ...] = ("http://www.w3.org/ns/csvw", {"@language": "en"})
DIALECT = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminators": ["\r\n"],
    "header": True,
    "headerRowCount": 1,
    "trim": False,
}
DEFUSED = (
    "A cell that begins with =, +, -, @, a tab or a line end has an apostrophe put in front, so that no spreadsheet "
    "runs it as a formula."
)


def _column(column: ExportColumn) -> dict[str, object]:
    names = tuple(dict.fromkeys((column.name, column.title)))
    described: dict[str, object] = {
        "name": column.name,
        "titles": list(names),
        "dc:description": column.description,
        "datatype": column.datatype.described,
        "required": column.required,
    }
    return described | ({"separator": " "} if column.datatype is Datatype.WORDS else {})


def description_of(
    columns: Iterable[ExportColumn], key: str, *, address: str, title: str, description: str, about: str
) -> dict[str, object]:
    """The metadata of a file at an address.

    ``key`` names the column whose values are unique ("" if there is none); ``about`` is the address that explains the
    data.
    """
    columns = tuple(columns)
    schema: dict[str, object] = {"columns": [_column(column) for column in columns]}
    if any(column.name == key for column in columns):
        schema["primaryKey"] = key
    return {
        "@context": list(CONTEXT),
        "url": address,
        "dc:title": title,
        "dc:description": description,
        "dc:language": "en",
        "rdfs:seeAlso": {"@id": about},
        "notes": [DEFUSED],
        "dialect": DIALECT,
        "tableSchema": schema,
    }
