"""``FILES_URL`` is understood, or refused with a sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from inspections import file_storage
from inspections.file_storage import FetchedFolder, UploadsFolder, file_storages


def test_without_an_address_files_lie_in_folders_of_the_settings(settings, tmp_path):
    found = file_storages("")
    assert found["default"]["BACKEND"] == "django.core.files.storage.FileSystemStorage"
    settings.UPLOADS_DIR = tmp_path
    settings.FETCHED_DIR = tmp_path / "fetched"
    assert UploadsFolder().path("abc") == str(tmp_path / "abc")
    assert FetchedFolder().path("abc") == str(tmp_path / "fetched" / "waiting" / "abc")


@pytest.mark.parametrize("folder", ["", "/", "/kept/here"])
def test_an_address_names_bucket_folder_server_and_region(folder):
    found = file_storages(f"s3://reports{folder}?endpoint=https://store.example.org:9000&region=eu-west-2")
    options = [found[alias]["OPTIONS"] for alias in ("default", "uploads", "fetched")]
    kept = f"{folder.strip('/')}/" if folder.strip("/") else ""
    assert [one["location"] for one in options] == [f"{kept}sources", f"{kept}uploads", f"{kept}fetched"]
    assert {one["bucket_name"] for one in options} == {"reports"}
    assert {one["endpoint_url"] for one in options} == {"https://store.example.org:9000"}
    assert {one["region_name"] for one in options} == {"eu-west-2"}
    assert all(one["file_overwrite"] for one in options), "another name would not be found again"


@pytest.mark.parametrize(
    "address",
    ["reports", "https://reports", "s3:///kept", "s3://reports?server=a", "s3://key:secret@reports"],
)
def test_any_other_address_is_refused(address):
    with pytest.raises(ImproperlyConfigured, match=r"FILES_URL names no object store.*AWS_ACCESS_KEY_ID") as refused:
        file_storages(address)
    assert "secret@" not in str(refused.value)


def test_missing_packages_are_told(monkeypatch):
    monkeypatch.setattr(file_storage, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"Install requirements-machines\.lock"):
        file_storages("s3://reports")
