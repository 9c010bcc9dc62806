"""Uploaded documents in a folder of the test, whose reading the test makes up."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection

from ingest.drafts import Extraction
from ingest.models import DocumentState, Upload, UploadedDocument
from ingest.uploads import storage
from ingest.uploads.previews import look
from ingest.uploads.receiving import ArrivedFile, receive
from tests import builders
from tests.stored import keep_in


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, settings: LazySettings) -> None:
    """Keep what comes in, files and page images in a folder of the test."""
    keep_in(tmp_path, settings)
    settings.UPLOADS_DIR = settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploads"
    storage.folder()


def send(*contents: bytes, names: tuple[str, ...] = (), user: Any = None) -> Upload:
    """Send in files with these contents."""
    files = []
    for number, content in enumerate(contents):
        path = storage.folder() / f"arriving-{number}"
        path.write_bytes(content)
        files.append(ArrivedFile(path, names[number] if names else f"document-{number}.txt"))
    return receive(files, (), user or builders.editor("sender"))


def ready(extraction: Extraction, content: bytes) -> UploadedDocument:
    """A document that was read as this extraction, with its preview."""
    (document,) = send(content, names=(extraction.name,)).documents.all()
    assert document.sha256 == extraction.sha256, "the content of an extraction is its name or what is given"
    preview = look(extraction)
    storage.keep(document.stored, extraction, preview)
    document.state, document.summary = DocumentState.READY, preview.summary
    document.save()
    return document


def shared_database(folder: Path) -> str:
    """The address of a database that other processes can open, with what the test has saved."""
    if connection.vendor == "postgresql":
        return re.sub(r"/[^/?]*(?=\?|$)", f"/{connection.settings_dict['NAME']}", os.environ["DATABASE_URL"], count=1)
    path = folder / "shared.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    return f"sqlite:///{path}"
