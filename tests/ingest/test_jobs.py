from hashlib import sha256
from pathlib import Path

from ingest.files import FoundFile, UnopenedPath
from ingest.jobs import ReadingJob, job_for, refused_unopened
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import ReadingStatus


def test_a_file_is_named_by_its_path_or_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert (job_for(path).name, job_for(path).path) == ("a.txt", str(path))
    assert job_for(FoundFile(path, "pack.zip/a.txt")).name == "pack.zip/a.txt"
    closed = UnopenedPath(path, "It is gone.")
    assert (job_for(closed).name, job_for(closed).unopened) == ("a.txt", closed)


def test_a_file_that_went_away_is_refused_without_a_sha256(tmp_path: Path) -> None:
    extraction = ReadingJob("gone.pdf", str(tmp_path / "gone.pdf")).run()
    assert (extraction.status, extraction.sha256) == (ReadingStatus.REFUSED, "")
    assert [notice.code for notice in extraction.notices] == [NoticeCode.FILE_NOT_OPENED]
    assert "No such file" in extraction.notices[0].message


def test_the_bytes_and_their_digest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Plans")
    for job in (ReadingJob("a", str(path)), ReadingJob("a", data=b"Plans")):
        assert job.bytes() == b"Plans"
        assert job.digest() == (sha256(b"Plans").hexdigest(), 5)


def test_the_refusal_of_an_unopened_file_says_why() -> None:
    extraction = refused_unopened(UnopenedPath(Path("x"), "It is locked.", "pack.zip/x", NoticeCode.ENCRYPTED))
    assert extraction.name == "pack.zip/x"
    assert [(notice.code, notice.message) for notice in extraction.notices] == [(NoticeCode.ENCRYPTED, "It is locked.")]
