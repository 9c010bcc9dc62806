"""``manage.py extract``: a line of JSON for each file, and no database."""

import json
import os
import subprocess
import sys
import zipfile
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

SAMPLES = settings.BASE_DIR / "ingest" / "samples"


def extracted(*paths):
    out = StringIO()
    try:
        call_command("extract", *map(str, paths), stdout=out)
    finally:
        lines = out.getvalue().splitlines()
    return [json.loads(line) for line in lines]


def test_each_file_is_a_line_in_the_order_given():
    names = ["12-ilacs-2023.txt", "11-send.txt"]
    found = extracted(*(SAMPLES / name for name in names))
    assert [one["file"]["name"] for one in found] == names


def test_a_file_that_is_no_document_fails_after_the_others_were_printed(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("extract", str(tmp_path / "picture.png"), str(SAMPLES / "11-send.txt"), stdout=out)
    assert ended.value.code == 1
    assert [json.loads(line)["status"] for line in out.getvalue().splitlines()] == ["refused", "complete"]


@pytest.fixture
def pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    return tmp_path / "pipe.pdf"


def test_what_cannot_be_opened_is_refused_with_the_reason_and_the_others_are_read(tmp_path, pipe):
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("extract", str(tmp_path / "gone.pdf"), str(pipe), str(SAMPLES / "11-send.txt"), stdout=out)
    gone, piped, read = (json.loads(line) for line in out.getvalue().splitlines())
    assert ended.value.code == 1
    assert (gone["file"]["name"], gone["file"]["sha256"], gone["status"]) == ("gone.pdf", None, "refused")
    assert [notice["code"] for notice in (*gone["notices"], *piped["notices"])] == ["file-not-opened"] * 2
    assert "No such file" in gone["notices"][0]["message"]
    assert "pipe" in piped["notices"][0]["message"]
    assert read["status"] == "complete"


def test_a_folder_is_searched_and_an_archive_is_read_member_by_member(tmp_path):
    sample = (SAMPLES / "11-send.txt").read_bytes()
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "report.txt").write_bytes(sample)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.writestr("b.txt", sample)
        pack.writestr("a/a.txt", (SAMPLES / "12-ilacs-2023.txt").read_bytes())
    found = extracted(tmp_path)
    assert [(one["file"]["name"], one["reports"][0]["kind"]) for one in found] == [
        ("pack.zip/a/a.txt", "ilacs"),
        ("pack.zip/b.txt", "send"),
        ("report.txt", "send"),
    ]


def test_where_there_is_no_document_nothing_is_printed_and_it_is_said(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        extracted(tmp_path)
    assert ended.value.code == f"There is no document in {tmp_path}."
    assert capsys.readouterr().out == ""


def test_several_workers_print_the_same_lines(tmp_path):
    paths = sorted(SAMPLES.glob("*.txt"))[:4]
    assert extracted(*paths, "--workers", "1") == extracted(*paths, "--workers", "3")


def test_it_ends_quietly_when_nobody_reads_on():
    # What they print is more than a pipe holds, so that the command cannot have ended before nobody reads on.
    command = [sys.executable, "manage.py", "extract", *map(str, sorted(SAMPLES.glob("*.txt")))]
    with subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert json.loads(run.stdout.readline())["schema"] == 1
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1


@pytest.mark.parametrize("command", ["check", "help", "extract"])
def test_a_command_that_nobody_listens_to_ends_quietly(command):
    names = [str(SAMPLES / "11-send.txt")] if command == "extract" else []
    begun = [sys.executable, "manage.py", command, *names]
    with subprocess.Popen(begun, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1


def test_the_command_needs_neither_django_nor_a_model():
    loaded = "assert not {'django', 'findings'} & sys.modules.keys()"
    code = f"import sys, manage; sys.argv[1:1] = ['extract']; manage.main(); {loaded}"
    run = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLES / "11-send.txt")],
        cwd=settings.BASE_DIR,
        capture_output=True,
        check=True,
    )
    assert json.loads(run.stdout)["status"] == "complete"
