"""The row that knows the bytes of a file, and the bytes themselves, kept once."""

from pathlib import Path

import pytest

from ingest.drafts import Ledger
from ingest.load import load
from ingest.load.sources import find_or_make, remember_name, store
from ingest.models import Outcome
from inspections.models import SourceFile
from inspections.vocabulary import FurnitureKind
from tests.ingest.drafts_builder import extraction, refusal, sif
from tests.ingest.snapshots import facts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_the_same_bytes_under_another_name_change_nothing_but_the_list_of_names():
    load(extraction(sif(), name="a.txt", content="same"))
    before = facts([SourceFile])
    again = load(extraction(sif(), name="b.txt", content="same"))
    source = SourceFile.objects.get()
    assert (source.name, source.other_names) == ("a.txt", ["b.txt"])
    assert facts([SourceFile]) == before
    assert again.unchanged == 9
    assert load(extraction(sif(), name="b.txt", content="same")).outcome is Outcome.UNCHANGED


def test_the_bytes_are_kept_once_under_the_name_of_their_content(settings):
    data = b"a report"
    load(extraction(sif(), name="a.txt", content=data.decode()), data)
    load(extraction(sif(), name="b.txt", content=data.decode()), data)
    source = SourceFile.objects.get()
    kept = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert [path.relative_to(settings.MEDIA_ROOT).as_posix() for path in kept] == [source.stored.name]
    assert source.stored.name == f"{source.sha256[:2]}/{source.sha256}.txt"
    assert kept[0].read_bytes() == data


def test_storing_leaves_no_half_written_file(settings, monkeypatch):
    def full(*args):
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="full"):
        store(b"a report", "text/plain")
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_file_of_an_unknown_kind_is_kept_without_an_ending():
    assert store(b"a report", "application/octet-stream").count(".") == 0


def test_each_other_name_is_remembered_once():
    source = SourceFile(name="a.txt")
    assert [remember_name(source, name) for name in ("b.txt", "a.txt", "", "b.txt")] == [True, False, False, False]
    assert source.other_names == ["b.txt"]


def test_a_refusal_does_not_undo_an_earlier_reading():
    load(extraction(sif(), name="a.txt", content="same"))
    before = SourceFile.objects.values("status", "reader", "media_type").get()
    load(refusal(name="a.txt", content="same"))
    assert SourceFile.objects.values("status", "reader", "media_type").get() == before


def test_a_refused_file_is_known_but_not_kept():
    from django.utils import timezone

    source, touched = find_or_make(refusal(), b"not a report", timezone.now())
    assert (touched, source.status, source.stored.name) == (True, "refused", "")
    _, touched = find_or_make(refusal(), b"not a report", timezone.now())
    assert not touched


def test_the_ledger_of_the_words_is_stored_with_the_file():
    words = Ledger(4, 10, 6, 3, 1, ((FurnitureKind.LETTER, 3),))
    load(extraction(sif(), ledger=words))
    assert SourceFile.objects.get().ledger == {
        "pages": 4, "words": 10, "in_records": 6, "furniture": 3, "left_out": 1, "kinds": {"letter": 3},
    }  # fmt: skip
    load(refusal(name="b.txt", content="other"))
    assert SourceFile.objects.get(name="b.txt").ledger == {}
