"""The list of uploaded documents tells who works on what, and finds what was set aside."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ingest.models import DocumentState, UploadedDocument
from ingest.uploads.reading import BROKEN_OFF
from tests.ingest.uploads.conftest import send
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture
def chief() -> Client:
    """Somebody who may see everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("chief"))
    return client


def text(client: Client, address: str) -> str:
    return squeeze(client.get(address).content.decode())


def test_who_reads_a_document_and_for_which_time_is_shown(chief: Client):
    upload = send(b"a", b"b")
    first = upload.documents.first()
    UploadedDocument.objects.filter(pk=first.pk).update(
        state=DocumentState.READING, worker="reader-2 417", taken_at=timezone.now(), tries=2
    )
    page = text(chief, reverse("upload", args=[upload.pk]))
    assert page.count("by reader-2 417 since") == 1
    assert "attempt 2" in page
    assert "reader-2 417" in text(chief, reverse("admin:ingest_uploadeddocument_changelist"))


def test_documents_that_were_set_aside_are_found(chief: Client):
    poison, other = send(b"a", b"b", names=("poison.txt", "other.txt")).documents.all()
    UploadedDocument.objects.filter(pk=poison.pk).update(state=DocumentState.REFUSED, message=BROKEN_OFF)
    UploadedDocument.objects.filter(pk=other.pk).update(state=DocumentState.REFUSED, message="It is empty.")
    address = reverse("admin:ingest_uploadeddocument_changelist")
    assert [name in text(chief, address) for name in ("poison.txt", "other.txt")] == [True, True]
    assert [name in text(chief, f"{address}?set-aside=yes") for name in ("poison.txt", "other.txt")] == [True, False]
