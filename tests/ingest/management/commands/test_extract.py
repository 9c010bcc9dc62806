"""``manage.py extract``: a line of JSON for each file, and no database."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

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


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"gone\.pdf cannot be opened"):
        extracted(tmp_path / "gone.pdf")
