"""``manage.py bench``: what it measures is the same for every way of reading, and it says so."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.ingest.bench.documents import make_documents


def test_a_folder_without_documents_is_said(tmp_path):
    with pytest.raises(CommandError, match="no PDF document"):
        call_command("bench", str(tmp_path))


@pytest.mark.slow
def test_every_way_of_reading_gets_a_line_and_the_ratios_stand_below(tmp_path):
    out = StringIO()
    make_documents(tmp_path)
    call_command("bench", str(tmp_path), "--findings=0", stdout=out)
    text = out.getvalue()
    assert "2 documents, 5 pages" in text
    for line in (
        "pdfplumber, words with fonts",
        "extract, one process",
        "extract, two processes",
        "pdfium, plain text",
    ):
        assert f"\n{line}" in text
    assert "extract to pdfium's plain text" in text
    assert "two processes to one" in text
