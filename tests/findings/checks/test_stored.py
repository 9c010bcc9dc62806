"""Stored files that are lost, cut short, changed or misnamed."""

from pathlib import Path

import pytest

from findings.checks.stored import STORED_FILES
from findings.models import Finding
from inspections.models import SourceFile
from tests.findings.checks.conftest import found

pytestmark = pytest.mark.django_db


def stored(three: Finding, media: str) -> Path:
    return Path(media) / str(three.report.source.stored)


def test_files_that_are_kept_as_they_were_read_are_right(three):
    assert found(STORED_FILES) == []


def test_a_lost_file_is_named_with_what_to_do(three, settings):
    stored(three, settings.MEDIA_ROOT).unlink()
    (breach,) = found(STORED_FILES)
    assert "report.txt" in breach.what
    assert "cannot be read" in breach.what
    assert "ingest --again" in breach.what
    assert not breach.subject, "bytes cannot be made again"


def test_a_changed_file_is_found_by_its_sha256(three, settings):
    stored(three, settings.MEDIA_ROOT).write_bytes(b"Other.")
    (breach,) = found(STORED_FILES)
    assert "another sha256" in breach.what


def test_a_wrong_size_and_a_wrong_name_are_found(three, settings):
    SourceFile.objects.filter(pk=three.report.source_id).update(size=5)
    assert "6 bytes, and its row says 5" in found(STORED_FILES)[0].what
    path = stored(three, settings.MEDIA_ROOT)
    path.rename(path.with_name("other.txt"))
    SourceFile.objects.filter(pk=three.report.source_id).update(size=6, stored=f"{path.parent.name}/other.txt")
    assert "not the name of its content" in found(STORED_FILES)[0].what
