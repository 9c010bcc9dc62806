from io import BytesIO
from typing import Any

import docx
import pytest

from ingest.readers.word_extras import comment_count, extras
from inspections.notice_codes import NoticeCode
from tests.office import W, WordDocument, with_part

DIAGRAM = '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Help comes</a:t><a:t>early</a:t></d>'


def parts(name: str, kind: str, content: str, content_type: str) -> list[Any]:
    """The parts of a document that has one more."""
    data = with_part(WordDocument().data, name, kind, content, content_type)
    return [one.target_part for one in docx.Document(BytesIO(data)).part.rels.values() if not one.is_external]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("diagrams/data1.xml", "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"),
        ("charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
    ],
)
def test_words_of_diagrams_are_counted(name: str, kind: str) -> None:
    (notice,) = extras(parts(name, "diagramData", DIAGRAM, kind))
    assert (notice.code, "3 words" in notice.message) == (NoticeCode.TEXT_IN_ANNOTATIONS, True)


def test_files_inside_a_document_are_named() -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    (notice,) = extras(parts("embeddings/Plan.xlsx", "package", "x", kind))
    assert (notice.code, "Plan.xlsx" in notice.message) == (NoticeCode.ATTACHMENTS, True)


def test_a_document_without_any_gives_no_notice() -> None:
    assert [*extras(parts("theme/theme9.xml", "theme", "<a/>", ""))] == []


def test_comments_are_counted() -> None:
    comments = f'<w:comments {W}><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    assert comment_count(parts("comments.xml", "comments", comments, kind)) == 2
    assert comment_count(parts("theme/theme9.xml", "theme", "<a/>", "")) == 0
