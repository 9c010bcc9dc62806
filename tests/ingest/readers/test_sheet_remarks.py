from io import BytesIO
from zipfile import ZipFile

import pytest

from ingest.readers.sheet_remarks import remarks, running_lines

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
THREADS = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(*relations: tuple[str, str], **parts: str) -> ZipFile:
    """A package with relations of its first sheet, each a kind and a target, and parts by their names in ``xl``."""
    inner = "".join(f'<Relationship Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in relations)
    made = ZipFile(BytesIO(), "w")
    made.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    if relations:
        made.writestr("xl/worksheets/_rels/sheet1.xml.rels", f"<Relationships {RELATIONS}>{inner}</Relationships>")
    for name, text in parts.items():
        made.writestr(f"xl/{name}.xml", text)
    return made


def found(made: ZipFile) -> tuple[set[str], int]:
    told = remarks(made, "xl/worksheets/sheet1.xml")
    return told.cells, told.words


OLD = f'<comments {MAIN}><commentList><comment ref="B3"><text/></comment></commentList></comments>'
THREAD = f'<ThreadedComments {THREADS}><threadedComment ref="C4"/><threadedComment ref="C4"/></ThreadedComments>'
BOX = f"<a:sp {DRAWING}><a:p><a:r><a:t>Put </a:t></a:r><a:r><a:t>off</a:t></a:r></a:p><a:p/></a:sp>"


def test_comments_of_both_forms_are_found() -> None:
    relations = (("comments", "../old.xml"), ("threadedComment", "/xl/new.xml"))
    assert found(package(*relations, old=OLD, new=THREAD)) == ({"B3", "C4"}, 0)


def test_words_of_text_boxes_are_counted() -> None:
    assert found(package(("drawing", "../drawing1.xml"), drawing1=BOX)) == (set(), 2)


def test_files_over_a_sheet_are_named() -> None:
    told = remarks(package(("package", "../notes.xml"), notes="<x/>"), "xl/worksheets/sheet1.xml")
    assert told.files == ["notes.xml"]


@pytest.mark.parametrize("relations", [(), (("comments", "../gone.xml"),), (("table", "../old.xml"),)])
def test_a_sheet_without_any_has_none(relations: tuple[tuple[str, str], ...]) -> None:
    assert found(package(*relations, old=OLD)) == (set(), 0)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("&LDraft&RWexcombe Council", ["Draft", "Wexcombe Council"]),
        ('&C&"Arial,Bold"&14&K000000Help && care', ["Help & care"]),
        ("&CPage &P of &N&R&D", ["Page of"]),
        ("&R&G", []),
        ("Plan", ["Plan"]),
    ],
)
def test_running_lines_lose_their_signs(text: str, lines: list[str]) -> None:
    assert [*running_lines([text])] == lines
