"""How files arrive: straight into files on the disk, within limits, and at one address alone.

All other addresses take no files, so that nobody can fill the disk of the site without an account.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, TemporaryFileUploadHandler
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from ingest.files import printable
from ingest.uploads.limits import MAX_FILE, MAX_TOTAL, TOO_LARGE

PIECE = 1 << 20


class NoFiles(FileUploadHandler):
    """Take no files; the handler of every address but one."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Refuse the request."""
        raise RequestDataTooBig("No files are taken at this address.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Keep nothing."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Keep nothing."""


class ArrivingFiles(TemporaryFileUploadHandler):
    """Write files to the disk as they arrive.

    ``refused`` has the names of files that were too large, with the reason. If the request as a whole is too large,
    none of it is kept and ``is_too_much`` is set; it is read to its end, so that the browser shows the answer.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused: list[tuple[str, str]] = []
        self.is_too_much = False

    def handle_raw_input(self, input_data: Any, *facts: Any, **kwargs: Any) -> tuple[QueryDict, Any] | None:
        """Read a request that is too large to its end and give nothing; leave every other to the parser.

        The second of the facts is the size that the request says it has.
        """
        _, content_length, *_ = facts
        self.is_too_much = content_length > MAX_TOTAL
        if not self.is_too_much:
            return None
        while input_data.read(PIECE):  # the parser of Django would read lines, which takes minutes
            pass
        return QueryDict(), MultiValueDict()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece, unless the file has become too large."""
        if start + len(raw_data) > MAX_FILE:
            self.refused.append((printable(self.file_name or ""), TOO_LARGE))
            raise SkipFile
        super().receive_data_chunk(raw_data, start)
