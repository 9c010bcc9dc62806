"""Rows of uploaded documents: which are open, which can be decided about, and what the database refuses."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ingest.models import DocumentState, Upload, UploadedDocument
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def upload() -> Upload:
    return Upload.objects.create(made_by=builders.editor())


@pytest.mark.parametrize(
    ("state", "wish", "is_open", "is_ready"),
    [
        ("waiting", "", True, False),
        ("reading", "", True, False),
        ("ready", "", False, True),
        ("ready", "publish", True, False),
        ("unpacked", "", False, False),
    ],
)
def test_a_document_is_open_for_a_worker_or_ready_for_a_person(upload, state, wish, is_open, is_ready):
    document = UploadedDocument.objects.create(upload=upload, name="a.txt", state=state, wish=wish)
    assert (document.is_open, document.is_ready) == (is_open, is_ready)
    assert UploadedDocument.objects.open().exists() is is_open


def test_only_undecided_documents_are_undecided(upload):
    decided = {"decided_by": upload.made_by, "decided_at": timezone.now()}
    for state in DocumentState:
        UploadedDocument.objects.create(upload=upload, name=state, state=state, message="Because.", **decided)
    undecided = UploadedDocument.objects.undecided().values_list("state", flat=True)
    assert set(undecided) == {"waiting", "reading", "ready"}


@pytest.mark.parametrize("state", ["published", "draft", "discarded"])
def test_a_decision_has_a_person_and_a_time(upload, state):
    with pytest.raises(IntegrityError, match="decision_has_a_person_and_a_time"), transaction.atomic():
        UploadedDocument.objects.create(upload=upload, name="a.txt", state=state)


def test_a_refused_document_has_a_reason(upload):
    with pytest.raises(IntegrityError, match="refused_document_has_a_reason"), transaction.atomic():
        UploadedDocument.objects.create(upload=upload, name="a.txt", state="refused")


def test_rows_know_their_pages(upload):
    document = UploadedDocument.objects.create(upload=upload, name="a.txt")
    assert (str(document), str(upload)) == ("a.txt", f"Upload {upload.pk}")
    assert document.get_absolute_url().endswith(f"/uploadeddocument/{document.pk}/change/")
