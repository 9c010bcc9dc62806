"""What people did is a log: nobody adds to it, changes or deletes it in the editors' admin, whatever their rights."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client, RequestFactory

from findings.models import Assignment, Correction, ReadingChange, RecordConfirmation
from inspections.models import EditionChoice, NoticeSettlement
from tests.editors_admin import MAKE, form_url, list_url

pytestmark = pytest.mark.django_db
LOGGED = (Correction, RecordConfirmation, Assignment, EditionChoice)


@pytest.fixture
def chief(db: Any) -> User:
    return User.objects.create_superuser("chief")


@pytest.mark.parametrize("model", LOGGED)
def test_rows_of_the_log_are_neither_changed_nor_deleted(model: type[Model], chief: User, client: Client):
    row, request = MAKE[model](), RequestFactory().get("/")
    request.user = chief
    log = admin.site.get_model_admin(model)
    assert not log.has_change_permission(request, row)
    assert not log.has_delete_permission(request, row)
    client.force_login(chief)
    before = model._default_manager.filter(pk=row.pk).values().get()
    client.post(form_url(row), {"reason": "Another reason.", "anchor": "para-9", "assignee": chief.pk})
    client.post(f"{list_url(model)}{row.pk}/delete/", {"post": "yes"})
    client.post(list_url(model), {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert model._default_manager.filter(pk=row.pk).values().get() == before


@pytest.mark.parametrize("model", [LogEntry, ReadingChange, NoticeSettlement])
def test_what_is_written_in_passing_has_no_form(model: type[Model]):
    assert model not in admin.site._registry
