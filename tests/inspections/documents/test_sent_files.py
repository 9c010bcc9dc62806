"""A file is sent whole, in the part that is asked for, or not at all to those who have it."""

from datetime import UTC, datetime

import pytest

from inspections.documents.sent_files import sent_file

CONTENT = bytes(range(100))
MODIFIED = datetime(2026, 11, 27, tzinfo=UTC)


@pytest.fixture
def sent(rf, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(CONTENT)

    def send(method: str = "get", modified: datetime | None = MODIFIED, **headers: str):
        request = getattr(rf, method)("/", headers=headers)
        return sent_file(request, path, etag='"tag"', name="a.bin", kind="application/zip", modified=modified)

    return send


def test_the_whole_file_comes_with_its_tag_and_day(sent):
    response = sent()
    assert (response.status_code, b"".join(response)) == (200, CONTENT)
    assert response.headers["ETag"] == '"tag"'
    assert response.headers["Last-Modified"] == "Fri, 27 Nov 2026 00:00:00 GMT"
    assert "Last-Modified" not in sent(modified=None).headers


def test_a_part_has_its_length(sent):
    response = sent(range="bytes=10-19")
    assert (response.status_code, b"".join(response)) == (206, CONTENT[10:20])
    assert response.headers["Content-Length"] == "10"


def test_a_part_beyond_the_end_and_a_file_of_another_tag_are_refused(sent):
    assert sent(range="bytes=100-").status_code == 416
    assert sent(if_match='"other"').status_code == 412


def test_who_has_it_already_is_sent_nothing_but_its_tag(sent):
    response = sent(if_none_match='"tag"')
    assert (response.status_code, response.content, response.headers["ETag"]) == (304, b"", '"tag"')
