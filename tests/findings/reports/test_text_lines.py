"""The lines of a text file on which a record stands."""

import pytest

from findings.reports import text_lines
from findings.reports.text_lines import passage_of, read_passage
from inspections.documents.plain_text import NotTextError
from tests import builders
from tests.stored import TEXT, keep_in, source

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    keep_in(tmp_path, settings)


def written(*printed: str):
    return builders.report(source=source("\n".join(printed).encode(), TEXT))


def test_a_record_that_begins_within_a_line_is_marked_to_its_end():
    report = written(
        "What stands before it on the same line. The plan for Ada", "is late", "again.", "Another paragraph."
    )
    record = builders.finding(report, page=None, line=1, orig="The plan for Ada is late again.")
    passage = passage_of(record, report.source)
    assert passage is not None
    assert passage.marked == (1, 2, 3)


def test_a_line_that_the_file_does_not_have_shows_nothing():
    report = written("One line.")
    assert passage_of(builders.finding(report, page=None, line=2), report.source) is None
    assert read_passage(report.source, 2) is None


def test_a_file_that_is_too_large_is_not_read_for_its_lines(monkeypatch):
    report = written("One line.")
    monkeypatch.setattr(text_lines, "MOST_BYTES", 8)
    with pytest.raises(NotTextError, match="too large"):
        read_passage(report.source, 1)
