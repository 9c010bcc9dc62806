"""How files arrive: on the disk, within limits, and at one address alone."""

from io import BytesIO

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import SkipFile

from ingest.uploads import arrival
from ingest.uploads.arrival import PIECE, ArrivingFiles, NoFiles
from ingest.uploads.limits import MAX_TOTAL, TOO_LARGE


def arriving(name: str = "report.pdf", size: int = 10) -> ArrivingFiles:
    handler = ArrivingFiles()
    handler.handle_raw_input(None, {}, size, b"boundary")
    handler.new_file("files", name, "application/pdf", None)
    return handler


def test_a_file_is_written_to_the_disk_whatever_its_size():
    handler = arriving()
    handler.receive_data_chunk(b"12345", 0)
    handler.receive_data_chunk(b"6789", 5)
    file = handler.file_complete(9)
    with open(file.temporary_file_path(), "rb") as written:  # noqa: PTH123
        assert written.read() == b"123456789"
    file.close()


def test_a_file_that_becomes_too_large_is_given_up_with_its_name_and_the_reason(monkeypatch):
    monkeypatch.setattr(arrival, "MAX_FILE", 8)
    handler = arriving("large\x00.pdf")
    handler.receive_data_chunk(b"12345678", 0)
    with pytest.raises(SkipFile):
        handler.receive_data_chunk(b"9", 8)
    assert handler.refused == [("large�.pdf", TOO_LARGE)]
    handler.file.close()


def test_of_a_request_that_is_too_large_nothing_is_kept_and_it_is_read_to_its_end():
    handler, sent = ArrivingFiles(), BytesIO(bytes(3 * PIECE))
    given = handler.handle_raw_input(sent, {}, MAX_TOTAL + 1, b"boundary")
    assert [len(one) for one in given or ()] == [0, 0]
    assert handler.is_too_much
    assert sent.read() == b""


def test_a_request_that_is_as_large_as_is_taken_is_left_to_the_parser():
    handler, sent = ArrivingFiles(), BytesIO(b"sent")
    assert handler.handle_raw_input(sent, {}, MAX_TOTAL, b"boundary") is None
    assert not handler.is_too_much
    assert sent.read() == b"sent"


def test_all_other_addresses_take_no_files(client, settings):
    with pytest.raises(RequestDataTooBig):
        NoFiles().new_file()
    assert settings.FILE_UPLOAD_HANDLERS == ["ingest.uploads.arrival.NoFiles"]
