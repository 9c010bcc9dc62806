"""What editors do with fetched files that were not taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from findings.permissions import EDITORS
from ingest.models import UploadedDocument
from inspections.documents.stored_files import fetched_files
from inspections.models import FetchedFile
from tests import builders

pytestmark = pytest.mark.django_db
LIST = reverse("admin:inspections_fetchedfile_changelist")


def held_back(content: bytes) -> FetchedFile:
    file = builders.fetched(state="held-back", stored="kept", message="It would change something.")
    fetched_files().write(file.stored, content)
    return file


def hand_on(client: Client, *files: FetchedFile):
    keys = [str(file.pk) for file in files]
    return client.post(LIST, {"action": "hand_on", "_selected_action": keys}, follow=True)


def test_what_was_held_back_becomes_an_upload_of_the_person(client: Client, fetched: Path):
    editor = builders.editor("editor", EDITORS)
    client.force_login(editor)
    file = held_back(b"Words of a report.")
    page = hand_on(client, file, builders.fetched(state="refused"))
    document = UploadedDocument.objects.get()
    assert page.request["PATH_INFO"] == document.upload.get_absolute_url()
    assert (document.name, document.upload.made_by, document.state) == ("report.pdf", editor, "waiting")
    file.refresh_from_db()
    assert (file.state, file.stored, file.message) == ("uploaded", "", str(document.upload))
    assert not fetched_files().has("kept")
    assert "handed on already" in hand_on(client, file).content.decode()


def test_who_may_not_upload_hands_nothing_on(client: Client, fetched: Path):
    file = held_back(b"Words of a report.")
    client.force_login(User.objects.create_user("reader", is_staff=True))
    assert hand_on(client, file).status_code == 403
    assert not UploadedDocument.objects.exists()
