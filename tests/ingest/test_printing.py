"""Facts as JSON Lines, without Django."""

import json
from io import StringIO
from pathlib import Path

import pytest

from ingest import printing
from ingest.sandbox import extract_many

SAMPLES = Path(printing.__file__).parent / "samples"
SAMPLE = SAMPLES / "11-send.txt"


def test_a_line_is_printed_as_soon_as_it_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []

    def first_only(documents, workers):
        yield from extract_many([SAMPLE])
        printed.append(out.getvalue())

    monkeypatch.setattr(printing, "extract_many", first_only)
    out = StringIO()
    printing.print_or_exit([SAMPLE], 1, out)
    assert len(printed[0].splitlines()) == 1


def test_the_command_line_names_documents_and_the_number_of_workers(capsys: pytest.CaptureFixture[str]) -> None:
    printing.main([str(SAMPLE), "--workers", "1"])
    (line,) = capsys.readouterr().out.splitlines()
    assert (json.loads(line)["file"]["name"], json.loads(line)["status"]) == ("11-send.txt", "complete")


def test_a_refused_document_is_printed_and_the_run_fails(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        printing.print_or_exit([tmp_path], 1, out)
    assert (ended.value.code, json.loads(out.getvalue())["status"]) == (1, "refused")


@pytest.mark.parametrize("arguments", [[], ["--workers", "several", "a.pdf"], ["--workers", "0", "a.pdf"], [""]])
def test_a_command_line_that_cannot_be_read_says_how_it_is_used(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        printing.main(arguments)
    assert ended.value.code == 2
    assert "manage.py extract" in capsys.readouterr().err
