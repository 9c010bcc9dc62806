"""A folder in which pages are kept; the other tests keep none."""

from pathlib import Path

import pytest


@pytest.fixture
def pages_kept(settings, tmp_path: Path) -> Path:
    kept = {"BACKEND": "inspections.caching.backends.TolerantFileCache", "LOCATION": tmp_path}
    settings.CACHES = settings.CACHES | {"pages": kept}
    return tmp_path
