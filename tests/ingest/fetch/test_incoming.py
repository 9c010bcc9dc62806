"""Fetched files on their way into the knowledge base: the runs of the loader are made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from ingest.fetch import incoming, storage
from ingest.fetch.incoming import LOST, bring_in
from ingest.files import FoundFiles
from ingest.load import LoadResult
from ingest.models import FetchAddress, Outcome
from ingest.pipeline import DocumentOutcome
from inspections.documents.stored_files import fetched_files
from inspections.models import FetchedFile, FetchRun
from inspections.vocabulary import FetchedState
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fetched")]


def file(name: str, folder: str = "", **values: Any) -> FetchedFile:
    """A file that waits to be read."""
    stored = f"{folder or name}-kept"
    fetched_files().write(stored, name.encode())
    run = FetchRun.objects.create(source="made", title="Made reports")
    facts = {"address": f"https://example.org/{folder or name}", "fetched_at": timezone.now(), "size": 1}
    return FetchedFile.objects.create(
        **facts | {"run": run, "name": name, "stored": stored, "incoming": "draft"} | values
    )


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Path], bool]]:
    """The runs of the loader: the names of their files, and whether these come in as drafts."""
    made: list[tuple[Any, ...]] = []

    def run(found: FoundFiles, *, draft: bool, **options: Any) -> Iterator[DocumentOutcome]:
        made.append((sorted(path.name for path in found.files), draft, options["asked"]))
        for path in found.files:
            match path.suffix:
                case ".zip":
                    yield DocumentOutcome(f"{path.name}/a.pdf", Outcome.LOADED, _result())
                    yield DocumentOutcome(f"{path.name}/b.pdf", Outcome.REFUSED, reason="It is empty.")
                case ".bad":
                    yield DocumentOutcome(path.name, Outcome.REFUSED, reason="It is no report.")
                case ".back":
                    yield DocumentOutcome(path.name, Outcome.HELD_BACK, reason="It would change something.")
                case _:
                    yield DocumentOutcome(path.name, Outcome.UNCHANGED, _result())

    monkeypatch.setattr(incoming, "run", run)
    return made


def _result() -> LoadResult:
    return LoadResult(Outcome.LOADED, builders.source().pk)


def test_each_file_is_tied_to_what_was_read_from_it_and_let_go(runs):
    (one,) = bring_in([file("a.pdf")])
    assert (one.file.state, one.file.stored, one.file.documents.count()) == (FetchedState.READ, "", 1)
    assert list((storage.folder() / "waiting").iterdir()) == []
    (packed,) = bring_in([file("pack.zip")])
    assert (packed.file.state, packed.file.message) == (FetchedState.READ, "It is empty.")
    assert packed.file.documents.count() == 1
    assert runs[0] == (["a.pdf"], True, [Path("fetch/made")])


@pytest.mark.parametrize(
    ("name", "state", "message"),
    [
        ("a.bad", FetchedState.REFUSED, "It is no report."),
        ("a.back", FetchedState.HELD_BACK, "It would change something."),
    ],
)
def test_what_was_not_taken_is_kept_for_a_person(runs, name: str, state: str, message: str):
    (one,) = bring_in([file(name)])
    assert (one.file.state, one.file.message) == (state, message)
    assert storage.is_kept(one.file.stored)
    assert list(FetchedFile.objects.undecided()) == [one.file]


def test_drafts_and_others_and_files_of_one_name_are_read_apart(runs):
    files = [file("a.pdf", "1"), file("a.pdf", "2"), file("b.pdf"), file("c.pdf", incoming="publish")]
    assert len(list(bring_in(files))) == 4
    assert [run[:2] for run in runs] == [(["a.pdf", "b.pdf"], True), (["a.pdf"], True), (["c.pdf"], False)]


def test_a_file_that_was_lost_is_fetched_again(runs):
    lost = file("a.pdf")
    FetchAddress.objects.create(source="made", address=lost.address, sha256="0" * 64, etag="1")
    storage.forget(lost.stored)
    (one,) = bring_in([lost])
    assert (one.file.state, one.file.message, one.file.stored) == (FetchedState.FAILED, LOST, "")
    address = FetchAddress.objects.get()
    assert address.conditions == {}
    assert address.due_at is not None
    assert runs == []
