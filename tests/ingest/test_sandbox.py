"""The sandbox: whatever a document does to its reader, one refused Extraction with one notice comes of it."""

import os
import shutil
import time

import pytest

from ingest.extract import extract
from ingest.jobs import ReadingJob
from ingest.sandbox import ReadingLimits, Sandbox, default_limits, extract_many
from inspections.vocabulary import ReadingStatus

QUICK = ReadingLimits(seconds=20, cpu_seconds=1)


class Abort(bytes):
    """Bytes that end the process which unpacks them."""

    def __reduce__(self):
        return os.abort, ()


class Stumble(bytes):
    """Bytes whose unpacking raises an error, as a mistake in a profile does."""

    def __reduce__(self):
        return int, ("a mistake",)


class Sleep(bytes):
    """Bytes whose unpacking takes long and costs nothing."""

    def __reduce__(self):
        return time.sleep, (60,)


class Burn(bytes):
    """Bytes whose unpacking costs much processor time."""

    def __reduce__(self):
        return sum, (range(10**11),)


class Devour(bytes):
    """Bytes whose unpacking needs a gigabyte."""

    def __reduce__(self):
        return bytearray, (1 << 30,)


@pytest.mark.parametrize(
    ("evil", "limits", "code"),
    [
        (Abort(b"%PDF"), QUICK, "reader-crashed"),
        (Stumble(b"%PDF"), QUICK, "reader-failed"),
        (Sleep(b"%PDF"), ReadingLimits(seconds=0.3), "reader-timeout"),
        (Burn(b"%PDF"), QUICK, "reader-timeout"),
        (Devour(b"%PDF"), QUICK, "reader-memory"),
    ],
)
def test_a_reader_that_ends_badly_gives_a_refusal_with_its_cause(evil, limits, code):
    with Sandbox(limits=limits) as sandbox:
        extraction = sandbox.extract(evil, "evil.pdf")
    assert extraction.status is ReadingStatus.REFUSED
    assert [notice.code for notice in extraction.notices] == [code]
    assert extraction.name == "evil.pdf"
    assert extraction.size == 4
    assert len(extraction.sha256) == 64


def test_a_file_that_no_memory_holds_is_refused_and_never_held_whole_by_who_asked(tmp_path, monkeypatch):
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(400 << 20)
    monkeypatch.setattr(type(path), "read_bytes", lambda path: pytest.fail("the whole file was read"))
    (extraction,) = extract_many([path])
    assert [notice.code for notice in extraction.notices] == ["reader-memory"]
    assert extraction.size == 400 << 20


def test_the_next_document_is_read_after_a_crash():
    jobs = [ReadingJob("a", data=b""), ReadingJob("b", data=Abort(b"%PDF")), ReadingJob("c", data=b"\0")]
    with Sandbox(limits=QUICK) as sandbox:
        results = list(sandbox.read(jobs))
    assert [(r.name, r.notices[0].code) for r in results] == [
        ("a", "empty"),
        ("b", "reader-crashed"),
        ("c", "not-text"),
    ]


def test_many_files_come_back_in_their_order_from_several_workers(tmp_path):
    paths = []
    for number in range(20):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(b"" if number % 2 else b"\0")
        paths.append(path)
    results = list(extract_many(paths, workers=2))
    assert [result.name for result in results] == [path.name for path in paths]
    assert {result.notices[0].code for result in results[::2]} == {"not-text"}
    assert {result.notices[0].code for result in results[1::2]} == {"empty"}


def test_a_worker_is_replaced_after_its_share_of_documents():
    with Sandbox(limits=ReadingLimits(documents=1)) as sandbox:
        assert [r.notices[0].code for r in sandbox.read([ReadingJob("a", data=b""), ReadingJob("b", data=b"")])] == [
            "empty"
        ] * 2


def test_the_sandbox_reads_what_extract_reads(seeds):
    data = seeds["001"].read_bytes()
    with Sandbox() as sandbox:
        assert sandbox.extract(data, "x") == extract(data, "x")


def test_more_time_may_pass_where_scans_are_recognised(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert default_limits().seconds == ReadingLimits().seconds
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/tesseract")
    assert default_limits().seconds > 10 * ReadingLimits().seconds
    assert default_limits().cpu_seconds == ReadingLimits().cpu_seconds


def test_no_workers_at_all_is_a_mistake():
    with pytest.raises(ValueError, match="at least one"):
        Sandbox(workers=0)
