"""Source files with their bytes, kept where the settings of a test say."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from ingest.load.sources import store
from inspections.models import SourceFile
from tests import builders
from tests.builders_pdf import Sheet, pdf

PDF, TEXT = "application/pdf", "text/plain"
WORDS = "Workers in Wexcombe visit children as often as their plans say."


def keep_in(folder: Path, settings: Any) -> None:
    """Keep files of a test in a folder of its own. Images of pages are shared: the same file has the same."""
    settings.MEDIA_ROOT = folder / "sources"
    settings.PAGE_IMAGES_DIR = folder.parent / "page-images"


def source(data: bytes, media_type: str = PDF, **values: Any) -> SourceFile:
    """A source file of these bytes, kept."""
    facts = {"media_type": media_type, "size": len(data), "pages": 3 if media_type == PDF else None}
    facts |= {"sha256": sha256(data).hexdigest(), "stored": store(data, media_type)}
    return builders.source(**facts | values)


def page(sheet: Sheet) -> None:
    """A page with one paragraph at its top."""
    sheet.lines(WORDS, "Managers in Wexcombe read every plan.")


def three_pages() -> bytes:
    """A PDF of three such pages."""
    return pdf(page, page, page)
