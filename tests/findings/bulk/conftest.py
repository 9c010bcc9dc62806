import pytest


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.BULK_DIR = tmp_path / "bulk"
