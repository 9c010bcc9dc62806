"""What is cheap to ask keeps most pages from being looked at closely."""

import pytest

from ingest.readers.pdfium import visibility
from ingest.readers.pdfium.document import PdfDocument
from tests.builders_pdf import one_page

TEXT = b"0 g BT /F1 12 Tf 72 700 Td (Plans are made with care.) Tj ET "


@pytest.fixture
def closer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are looked at closely."""
    looked: list[str] = []
    close = visibility._Closer.visibility

    def look(self: visibility._Closer, away: bool) -> visibility.LetterVisibility:
        looked.append(self._text.plain)
        return close(self, away)

    monkeypatch.setattr(visibility._Closer, "visibility", look)
    return looked


@pytest.mark.parametrize(
    ("content", "count"),
    [
        pytest.param(TEXT, 0, id="black"),
        pytest.param(b"1 g 0 0 595 842 re f " + TEXT, 0, id="on a white ground"),
        pytest.param(b"0.8 g 60 690 300 30 re f " + TEXT, 0, id="on a grey ground"),
        pytest.param(TEXT + b"0.8 g 60 400 300 30 re f", 0, id="above a box"),
        pytest.param(TEXT + b"60 690 300 30 re S", 0, id="in a frame"),
        pytest.param(TEXT + b"0 g 60 690 300 30 re f", 1, id="under a box"),
        pytest.param(b"0.2 g 60 690 300 30 re f " + TEXT, 1, id="on a dark ground"),
        pytest.param(b"3 Tr " + TEXT, 1, id="invisible"),
        pytest.param(TEXT.replace(b"0 g", b"0.9 g"), 1, id="light"),
        pytest.param(TEXT.replace(b"700", b"900"), 1, id="above the page"),
        pytest.param(b"q 60 690 300 30 re W n " + TEXT + b"Q ", 0, id="inside of a clip path"),
        pytest.param(b"q 60 690 30 30 re W n " + TEXT + b"Q ", 1, id="cut by a clip path"),
    ],
)
def test_only_doubted_pages_are_looked_at_closely(closer: list[str], content: bytes, count: int) -> None:
    with PdfDocument(one_page(content)) as document:
        list(document.read())
    assert len(closer) == count
