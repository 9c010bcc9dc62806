"""Reading stored documents again, from the bytes that are kept."""

import pytest

from ingest.rereading import NotKept, is_kept, load_again, read_again, still_better
from inspections.models import SourceFile
from tests import builders
from tests.stored import TEXT, keep_in, source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    keep_in(tmp_path, settings)


def test_bytes_that_are_kept_are_found_under_the_first_name():
    sources = [
        builders.source(stored=""),
        source(b"words", TEXT, name="first.txt"),
        builders.source(stored="aa/lost.txt"),
        source(b"other words", TEXT, name="second.txt"),
    ]
    assert [is_kept(one) for one in sources] == [False, True, False, True]
    found = [(one, extraction.name, extraction.size) for one, extraction in read_again(sources, workers=2)]
    assert found == [(sources[1], "first.txt", 5), (sources[3], "second.txt", 11)]


def test_what_is_not_kept_cannot_be_read_again():
    with pytest.raises(NotKept, match="Load the file once more"):
        load_again(builders.source(name="lost.txt", stored=""))


def test_a_file_whose_reports_are_read_from_it_has_nothing_better():
    report = builders.report()
    assert still_better([report.source_id]) == []
    assert SourceFile.objects.exists()
