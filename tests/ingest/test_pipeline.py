"""A run over files: what is known is passed over, and what became of each document is kept."""

from collections import Counter

import pytest
from django.conf import settings

from ingest.files import FoundFile, find_files, hash_file
from ingest.load.counts import LoadResult
from ingest.models import IngestItem, IngestRun, Outcome
from ingest.pipeline import DocumentOutcome, RunSummary, already_read, run
from inspections.models import Notice, Report, SourceFile

pytestmark = pytest.mark.django_db

SAMPLE = settings.BASE_DIR / "ingest" / "samples" / "11-send.txt"


@pytest.fixture
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    here = tmp_path / "documents"
    here.mkdir()
    (here / "a.txt").write_bytes(SAMPLE.read_bytes())
    return here


def outcomes(folder, **options) -> list[tuple[str, str]]:
    return [(done.name, done.outcome) for done in run(find_files([folder]), asked=[folder], **options)]


def documents(folder):
    return [hash_file(FoundFile(path, path.name)) for path in find_files([folder]).files]


def test_a_document_is_loaded_once_and_passed_over_afterwards(folder):
    assert outcomes(folder) == [("a.txt", Outcome.LOADED)]
    assert outcomes(folder) == [("a.txt", Outcome.UNCHANGED)]
    assert Report.objects.count() == 1
    first, second = IngestRun.objects.order_by("pk")
    assert first.finished_at
    assert [item.created > 0 for item in IngestItem.objects.order_by("pk")] == [True, False]
    assert second.paths == [str(folder)]


def test_the_same_bytes_twice_are_one_file_with_two_names(folder):
    (folder / "b.txt").write_bytes(SAMPLE.read_bytes())
    assert outcomes(folder) == [("a.txt", Outcome.LOADED), ("b.txt", Outcome.UNCHANGED)]
    source = SourceFile.objects.get()
    assert (source.name, source.other_names) == ("a.txt", ["b.txt"])


@pytest.mark.parametrize(
    "change",
    [{"reader": "text/0"}, {"status": "refused"}, {"stored": ""}, {"ledger": {}}],
)
def test_what_may_be_read_better_now_is_read_again(folder, change):
    outcomes(folder)
    assert already_read(documents(folder))
    SourceFile.objects.update(**change)
    assert not already_read(documents(folder))


def test_a_report_of_an_older_profile_and_an_unknown_part_are_read_again(folder):
    outcomes(folder)
    profile = Report.objects.get().profile
    Report.objects.update(profile="send/0")
    assert not already_read(documents(folder))
    Report.objects.update(profile=profile)
    Notice.objects.create(source=SourceFile.objects.get(), level="error", code="unknown-report", message="A part.")
    assert not already_read(documents(folder))


def test_a_summary_adds_up_documents_records_and_checks():
    summary = RunSummary()
    found = Counter({"missing-paragraphs": 3, "encoding-guessed": 1})
    for outcome in (Outcome.LOADED, Outcome.LOADED):
        summary.add(
            DocumentOutcome(
                "a", outcome, LoadResult(outcome, 1, created=2, changed=1, unchanged=5, retired=1, notices=found)
            )
        )
    summary.add(DocumentOutcome("b", Outcome.FAILED, reason="It cannot be opened."))
    assert (summary.created, summary.changed, summary.unchanged, summary.retired) == (4, 2, 10, 2)
    assert summary.documents == {Outcome.LOADED: 2, Outcome.FAILED: 1}
    assert summary.checks == {"missing-paragraphs": 2}, "documents are counted, not notices; others are not summed up"
