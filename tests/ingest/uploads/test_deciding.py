"""Publish, keep as a draft, discard: what is loaded, what stays as it is, and what is on record."""

from dataclasses import replace

import pytest
from django.db import connection

from findings.corrections.service import correct
from findings.models import Finding
from ingest.load import load
from ingest.models import UploadedDocument, Wish
from ingest.unpublished import OF_PUBLISHED
from ingest.uploads import storage
from ingest.uploads.deciding import MOVED_ON, READ_AGAIN, ask, carry_out, discard, give_back, publish_drafts
from inspections.documents.page_images import page_images
from inspections.models import Report, SourceFile, VisibilityChange
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, later, paper, sif, with_findings
from tests.ingest.load.test_side_by_side import side_by_side
from tests.ingest.snapshots import everything
from tests.ingest.uploads.conftest import ready, send

pytestmark = pytest.mark.django_db
NEW, EDITION = b"new.txt", b"edition.txt"


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def new() -> UploadedDocument:
    """A document with a report that nobody knows."""
    return ready(extraction(sif(), name="new.txt"), NEW)


def edition(*findings) -> UploadedDocument:
    """A later edition of a report that is published."""
    load(extraction(sif()))
    return ready(extraction(later(with_findings(sif(), *findings)), name="edition.txt"), EDITION)


def decide(document: UploadedDocument, wish: Wish) -> UploadedDocument:
    ask([document], wish, builders.editor("head"))
    carry_out(document)
    document.refresh_from_db()
    return document


def test_what_is_published_is_loaded_with_its_bytes_and_on_record(new, commits):
    with commits:
        decide(new, Wish.PUBLISH)
    report = Report.objects.get()
    assert (new.state, new.stored, new.source) == ("published", "", report.source)
    assert report.is_public
    assert report.source.stored.read() == NEW
    assert list(storage.folder().iterdir()) == []
    change = report.visibility_changes.get()
    assert (change.before, change.after, change.made_by) == ("", "published", builders.editor("head"))
    assert change.reason == f"{new.upload}: new.txt"


def test_a_draft_is_for_staff_until_it_is_published(new):
    decide(new, Wish.DRAFT)
    report = Report.objects.get()
    assert (new.state, report.visibility) == ("draft", "draft")
    assert publish_drafts(new, builders.editor("head")) == 1
    assert publish_drafts(new, builders.editor("head")) == 0
    report.refresh_from_db()
    new.refresh_from_db()
    assert (new.state, report.visibility) == ("published", "published")
    assert [one.after for one in VisibilityChange.objects.all()] == ["published", "draft"]


@pytest.mark.either_database
def test_a_new_edition_changes_nothing_until_it_is_published_and_then_what_the_preview_said():
    document = edition(finding("2", "Other words altogether."), sif().findings[1])
    assert Finding.objects.get(anchor="para-2").text == sif().findings[0].text
    kept = storage.stored_reading(document.stored)
    assert kept
    told = {(one.kind, one.anchor, one.change) for one in kept[1].differences}
    assert told == {("finding", "para-2", "changed"), ("finding", "para-4", "retired")}
    assert document.summary["touches_published"]
    decide(document, Wish.PUBLISH)
    assert Finding.objects.get(anchor="para-2").text == "Other words altogether."
    assert not VisibilityChange.objects.exists()


@pytest.mark.either_database
@pytest.mark.either_database
def test_what_was_not_kept_from_this_document_is_not_published_with_its_upload(new):
    decide(new, Wish.DRAFT)
    again = send(NEW).documents.get()
    assert (again.state, again.source) == ("refused", new.source)
    assert publish_drafts(again, builders.editor("head")) == 0
    assert Report.objects.get().visibility == "draft"


@pytest.mark.parametrize(("before", "after"), [("draft", "published"), ("hidden", "hidden")])
def test_an_edition_of_a_draft_publishes_it_and_what_was_hidden_stays_so(before, after):
    load(extraction(sif()))
    Report.objects.update(visibility=before)
    document = ready(extraction(later(with_findings(sif(), finding("9", "New."))), name="edition.txt"), EDITION)
    decide(document, Wish.PUBLISH)
    assert document.state == "published"
    report = Report.objects.get()
    assert (report.visibility, report.source) == (after, document.source)
    changes = [(one.before, one.after) for one in report.visibility_changes.all()]
    assert changes == ([] if after == "hidden" else [("draft", "published")])


def test_an_edition_of_a_published_report_is_not_kept_as_a_draft():
    document = edition(finding("2", "Other words altogether."))
    before = everything()
    decide(document, Wish.DRAFT)
    assert (document.state, document.wish, document.message) == ("ready", "", OF_PUBLISHED)
    assert everything() == before


def test_when_the_knowledge_base_has_moved_on_nothing_is_loaded_and_the_preview_is_made_again():
    document = edition(finding("2", "Other words altogether."))
    correct(Finding.objects.get(anchor="para-3"), "text", "As set.", "Page 2.", builders.editor())
    before, seen = everything(), document.summary["token"]
    decide(document, Wish.PUBLISH)
    assert (document.state, document.wish, document.message) == ("ready", "", MOVED_ON)
    assert document.decided_by is None
    assert everything() == before
    assert document.summary["token"] != seen
    decide(document, Wish.PUBLISH)
    assert (document.state, document.message) == ("published", "")


@pytest.mark.either_database
def test_what_is_elsewhere_in_the_knowledge_base_may_move_on(new):
    load(extraction(paper(published="2017-01-01"), name="elsewhere.txt"))
    assert decide(new, Wish.PUBLISH).state == "published"


@pytest.mark.either_database
def test_a_reading_by_another_version_of_the_program_is_made_again(new):
    storage.path_of(f"{new.stored}.json").write_text("{}")
    decide(new, Wish.PUBLISH)
    assert (new.state, new.wish, new.message) == ("waiting", "", READ_AGAIN)
    assert not Report.objects.exists()


def test_discarding_forgets_the_bytes_the_reading_and_the_images_and_keeps_who_did_it(new, commits, monkeypatch):
    forgotten: list[str] = []
    monkeypatch.setattr(page_images(), "forget", forgotten.append)
    with commits:
        assert discard([new], builders.editor("head")) == 1
    new.refresh_from_db()
    assert (new.state, new.stored, new.decided_by) == ("discarded", "", builders.editor("head"))
    assert list(storage.folder().iterdir()) == []
    assert forgotten == [new.sha256]
    assert discard([new], builders.editor()) == 0


def test_a_document_is_decided_about_once(new):
    assert ask([new], Wish.PUBLISH, builders.editor()) == 1
    assert ask([new], Wish.DRAFT, builders.editor()) == 0
    assert discard([new], builders.editor()) == 0
    carry_out(new)
    carry_out(new)
    assert SourceFile.objects.count() == VisibilityChange.objects.count() == 1


@pytest.mark.either_database
def test_nobody_decides_about_a_preview_that_was_not_shown(new):
    other = replace_summary(new, token="another")
    assert ask([other], Wish.PUBLISH, builders.editor()) == 0


@pytest.mark.either_database
def test_nothing_is_decided_about_a_document_that_is_not_read():
    (waiting,) = send(b"a").documents.all()
    assert ask([waiting], Wish.PUBLISH, builders.editor()) == 0


@pytest.mark.either_database
def test_what_was_given_back_or_is_finished_is_left_alone(new):
    give_back(new, "Nobody had decided.")
    new.refresh_from_db()
    assert new.message == ""


def replace_summary(document: UploadedDocument, **values) -> UploadedDocument:
    document.summary = {**document.summary, **values}
    return document


@pytest.mark.either_database
def test_what_was_not_kept_leaves_the_bytes_to_be_decided_about():
    document = edition(replace(sif().findings[0], text="Other words altogether."))
    decide(document, Wish.DRAFT)
    assert storage.path_of(document.stored).read_bytes() == EDITION


@pytest.mark.django_db(transaction=True)
def test_a_decision_that_two_carry_out_at_once_is_carried_out_once():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one transaction write at a time by itself")
    document = ready(extraction(sif(), name="new.txt"), NEW)
    ask([document], Wish.PUBLISH, builders.editor("head"))
    side_by_side(lambda: carry_out(document), lambda: carry_out(document))
    document.refresh_from_db()
    assert document.state == "published"
    assert SourceFile.objects.count() == VisibilityChange.objects.count() == 1
