"""Which part of a file a client asks for."""

import pytest

from inspections.documents.byte_range import asked_range

TAG, SIZE = '"tag"', 100


def header_of(rf, **headers: str) -> str | None:
    found = asked_range(rf.get("/", headers=headers), TAG, SIZE)
    return found.header if found else None


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("bytes=0-9", "bytes 0-9/100"),
        ("bytes=0-0", "bytes 0-0/100"),
        ("bytes=90-", "bytes 90-99/100"),
        ("bytes=90-500", "bytes 90-99/100"),
        ("bytes=-10", "bytes 90-99/100"),
        ("bytes=-500", "bytes 0-99/100"),
        ("bytes=99-99", "bytes 99-99/100"),
        ("bytes=100-", "bytes */100"),
        ("bytes=-0", "bytes */100"),
        ("bytes=0-1,5-6", None),
        ("bytes=9-0", None),
        ("bytes=-", None),
        ("bytes=" + 5000 * "9" + "-", None),
        ("lines=0-9", None),
        ("", None),
    ],
)
def test_a_range_is_what_it_says_and_everything_else_the_whole_file(rf, asked, given):
    assert header_of(rf, range=asked) == given


def test_a_range_of_an_older_version_is_the_whole_file(rf):
    assert header_of(rf, range="bytes=0-9", if_range=TAG) == "bytes 0-9/100"
    assert header_of(rf, range="bytes=0-9", if_range='"other"') is None


def test_a_range_has_as_many_bytes_as_lie_between_its_ends(rf):
    found = asked_range(rf.get("/", headers={"range": "bytes=10-19"}), TAG, SIZE)
    assert found.length == 10
    assert asked_range(rf.head("/", headers={"range": "bytes=10-19"}), TAG, SIZE) is None
