"""Where files lie: those of documents by ``FILES_URL``, in folders of this machine or in an object store.

An object store is named by an address such as ``EXAMPLE``; its keys stand in the environment.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage, Storage
from django.utils.module_loading import import_string

EXAMPLE = "s3://bucket/folder?endpoint=https://host:9000&region=eu-west-2"
BUCKET = "storages.backends.s3.S3Storage"
OPTIONS = {"endpoint": "endpoint_url", "region": "region_name"}
MOST_IN_MEMORY = 8 << 20
"""Bytes of a file that are held in memory while it is read; one with more lies in the folder for temporary files."""
SECONDS_TO_CONNECT, SECONDS_TO_ANSWER, ATTEMPTS = 5, 60, 4


class FolderOfSettings(FileSystemStorage):
    """A folder in one that the settings name, with files for their owner alone."""

    setting: ClassVar[str]
    inside: ClassVar[str] = ""

    @property
    def base_location(self) -> str:  # tests have folders of their own
        """The folder."""
        return str(Path(getattr(settings, self.setting), self.inside))

    @property
    def location(self) -> str:
        """The folder."""
        return str(Path(self.base_location).absolute())


class UploadsFolder(FolderOfSettings):
    """The folder ``UPLOADS_DIR``."""

    setting = "UPLOADS_DIR"


class FetchedFolder(FolderOfSettings):
    """The folder of fetched files that wait."""

    setting, inside = "FETCHED_DIR", "waiting"


def file_storages(address: str) -> dict[str, dict[str, Any]]:
    """The storages of source files ("default"), uploads, and fetched files that wait.

    Raises ImproperlyConfigured for an address that is none.
    """
    if not address:
        return {
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "uploads": {"BACKEND": "inspections.file_storage.UploadsFolder"},
            "fetched": {"BACKEND": "inspections.file_storage.FetchedFolder"},
        }
    folder, options = _bucket(address, "FILES_URL")
    return {
        alias: {"BACKEND": BUCKET, "OPTIONS": options | {"location": f"{folder}/{place}".lstrip("/")}}
        for alias, place in (("default", "sources"), ("uploads", "uploads"), ("fetched", "fetched"))
    }


def object_at(address: str) -> tuple[Storage, str]:
    """The bucket of an address, and the name of a file in it. Raises ImproperlyConfigured for an address of none."""
    name, options = _bucket(address, "The address")
    storage: Storage = import_string(BUCKET)(**options)
    return storage, name


def look_for_bucket(address: str, seconds: float) -> None:
    """Ask once for the bucket of ``FILES_URL``. Raises what botocore does where it is not had in so many seconds."""
    _, options = _bucket(address, "FILES_URL")
    config = options["client_config"].merge(_once(seconds))
    storage = import_string(BUCKET)(**options | {"client_config": config})
    storage.connection.meta.client.head_bucket(Bucket=options["bucket_name"])


def _once(seconds: float) -> Any:
    from botocore.config import Config  # installed where it is used

    return Config(connect_timeout=seconds, read_timeout=seconds, retries={"total_max_attempts": 1, "mode": "standard"})


def _bucket(address: str, setting: str) -> tuple[str, dict[str, Any]]:
    """The path in the bucket of an address, and how files are kept there; ``setting`` says where the address stood."""
    parts = urlsplit(address)
    given = dict(parse_qsl(parts.query))
    if parts.scheme != "s3" or not parts.netloc or not given.keys() <= OPTIONS.keys() or parts.username:
        raise ImproperlyConfigured(
            f"{setting} names no object store. One is named as in {EXAMPLE}, and its keys are set as "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Without an object store files lie on this machine."
        )
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured(f"{setting} needs packages that are missing. Install requirements-machines.lock.")
    return parts.path.strip("/"), _options(parts.netloc, {OPTIONS[name]: value for name, value in given.items()})


def _options(bucket: str, given: Mapping[str, str]) -> dict[str, Any]:
    """How files are kept in a bucket: nobody but the holder of its keys may read them, and names stay as they are."""
    from botocore.config import Config  # installed where it is used

    config = Config(
        connect_timeout=SECONDS_TO_CONNECT,
        read_timeout=SECONDS_TO_ANSWER,
        retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
        s3={"addressing_style": "path"} if "endpoint_url" in given else None,  # a server of one's own has one name
        request_checksum_calculation="when_required",  # older servers do not know the newer kinds
        response_checksum_validation="when_required",
    )
    return {
        "bucket_name": bucket,
        "file_overwrite": True,
        "default_acl": None,
        "client_config": config,
        "max_memory_size": MOST_IN_MEMORY,
        **given,
    }
