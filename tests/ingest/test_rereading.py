"""Reading stored documents again, from the bytes that are kept."""

import pytest

from ingest.rereading import NotKept, load_again, still_better, stored_file
from inspections.models import SourceFile
from tests import builders
from tests.stored import TEXT, keep_in, source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    keep_in(tmp_path, settings)


def test_bytes_that_are_kept_are_found_under_the_first_name():
    stored = source(b"words", TEXT, name="first.txt")
    found = stored_file(stored)
    assert found is not None
    assert (found.name, found.path.read_bytes()) == ("first.txt", b"words")
    assert stored_file(builders.source(stored="")) is None
    assert stored_file(builders.source(stored="aa/lost.txt")) is None


def test_what_is_not_kept_cannot_be_read_again():
    with pytest.raises(NotKept, match="Load the file once more"):
        load_again(builders.source(name="lost.txt", stored=""))


def test_a_file_whose_reports_are_read_from_it_has_nothing_better():
    report = builders.report()
    assert still_better([report.source_id]) == []
    assert SourceFile.objects.exists()
