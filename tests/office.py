"""Office files that tests make: Word documents, with elements that python-docx cannot write, workbooks, and .ods."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

W = nsdecls("w")
OPEN_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("draw", "drawing")),
        ("fo", "xsl-fo-compatible"),
    )
)
OPEN_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


class WordDocument:
    """A Word document under construction."""

    def __init__(self) -> None:
        self.document = docx.Document()

    @property
    def data(self) -> bytes:
        """The bytes of the document."""
        written = BytesIO()
        self.document.save(written)
        return written.getvalue()

    def text(self, text: str, style: str | None = None) -> Any:
        """A paragraph."""
        return self.document.add_paragraph(text, style)

    def element(self, xml: str) -> Any:
        """An element of the body, before what closes it."""
        made = parse_xml(xml.replace(">", f" {W}>", 1))
        self.document.element.body.insert_element_before(made, "w:sectPr")
        return made

    def lists(self, *levels: tuple[str, str], starts: Sequence[int] = (1, 1, 1, 1)) -> int:
        """A list definition with these levels, each as the way to write numbers and a pattern; returns its list."""
        numbering = self.document.part.numbering_part.element
        name = 900 + len(numbering)
        inner = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="{starts[i]}"/><w:numFmt w:val="{how}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for i, (how, pattern) in enumerate(levels)
        )
        numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{name}">{inner}</w:abstractNum>'))
        return self.list_of(name)

    def list_of(self, definition: int, restart: int | None = None) -> int:
        """Another list of a definition, which may begin anew."""
        numbering = self.document.part.numbering_part.element
        name = 900 + len(numbering)
        again = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{restart}"/></w:lvlOverride>' if restart else ""
        numbering.append(
            parse_xml(f'<w:num {W} w:numId="{name}"><w:abstractNumId w:val="{definition}"/>{again}</w:num>')
        )
        return name

    def item(self, text: str, list_id: int, level: int = 0) -> Any:
        """A paragraph of a list."""
        paragraph = self.text(text)
        form = paragraph._p.get_or_add_pPr()
        form.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'))
        return paragraph

    def table(self, *rows: Sequence[str]) -> Any:
        """A table with these rows."""
        table = self.document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return table


def with_part(data: bytes, name: str, kind: str, content: str, content_type: str = "") -> bytes:
    """A Word document with one more part in its folder, to which it has a relation of a kind."""
    written = BytesIO()
    address = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    link = f'<Relationship Id="rId99" Type="{address}" Target="{name}"/></Relationships>'
    override = f'<Override PartName="/word/{name}" ContentType="{content_type}"/></Types>'
    with ZipFile(BytesIO(data)) as whole, ZipFile(written, "w") as package:
        for one in whole.namelist():
            part = whole.read(one)
            if one == "word/_rels/document.xml.rels":
                part = part.replace(b"</Relationships>", link.encode())
            elif one == "[Content_Types].xml" and content_type:
                part = part.replace(b"</Types>", override.encode())
            package.writestr(one, part)
        package.writestr(f"word/{name}", content)
    return written.getvalue()


def retyped(data: bytes, kind: str, other: str) -> bytes:
    """An Office document whose main part has another type."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as whole, ZipFile(written, "w") as package:
        for one in whole.namelist():
            package.writestr(one, whole.read(one).replace(f"vnd.{kind}".encode(), f"vnd.{other}".encode()))
    return written.getvalue()


def workbook(*rows: Sequence[Any], name: str = "Actions", merged: Sequence[str] = ()) -> bytes:
    """An Excel workbook of one sheet with these rows and merged ranges."""
    book = Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def open_spreadsheet(tables: str, automatic: str = "", styles: str = "") -> bytes:
    """An .ods spreadsheet of these tables, its automatic styles, and what stands in the part of its other styles."""
    names = f'{OPEN_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"'
    content = (
        f"<office:document-content {names}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{OPEN_SPREADSHEET}"/>'
    manifest = (
        f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entry}'
        "</manifest:manifest>"
    )
    written = BytesIO()
    with ZipFile(written, "w") as package:
        package.writestr("mimetype", OPEN_SPREADSHEET)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
        if styles:
            package.writestr("styles.xml", f"<office:document-styles {names}>{styles}</office:document-styles>")
    return written.getvalue()
