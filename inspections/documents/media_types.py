"""The kinds of files that are read: media type, suffix of the stored file, and the name that pages show.

Only a PDF has pages that can be drawn, and only a text has lines that can be shown. Of all others a record tells its
place in words.
"""

from typing import Self

from inspections.vocabulary import Term


class MediaType(Term):
    """A kind of file by its media type (RFC 6838); its label is the name of the kind."""

    suffix: str

    def __new__(cls, value: str, label: str = "", suffix: str = "") -> Self:
        """Make a media type with its suffix; ``MediaType(value)`` finds one that was made."""
        made = str.__new__(cls, value)
        made._value_, made.label, made.suffix = value, label, suffix
        return made

    PDF = "application/pdf", "PDF", ".pdf"
    TEXT = "text/plain", "Text", ".txt"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document", ".docx"
    EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook", ".xlsx"
    EXCEL_BINARY = "application/vnd.ms-excel.sheet.binary.macroenabled.12", "Excel binary workbook", ".xlsb"
    EXCEL_97 = "application/vnd.ms-excel", "Excel 97 workbook", ".xls"
    OPEN_TEXT = "application/vnd.oasis.opendocument.text", "OpenDocument text", ".odt"
    OPEN_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet", ".ods"
    RICH_TEXT = "application/rtf", "Rich text", ".rtf"
    WEB_PAGE = "text/html", "Web page", ".html"
    CSV = "text/csv", "CSV table", ".csv"
    MARKDOWN = "text/markdown", "Markdown text", ".md"
    MAIL = "message/rfc822", "E-mail", ".eml"


def name_of(media_type: str) -> str:
    """The name of a kind of file for people, with the media type."""
    return f"{MediaType(media_type).label} ({media_type})" if media_type in MediaType.values() else media_type


UNKNOWN = "application/octet-stream"
"""The media type of what cannot be read."""

SUFFIXES: dict[str, str] = {kind.value: kind.suffix for kind in MediaType}
"""The suffix of the stored file by media type."""
