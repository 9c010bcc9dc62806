"""Every address of the editors' admin requires a log-in and a permission, for viewing as well as for changing."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Model
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, reverse

from findings.permissions import ADMINISTRATORS
from tests.editors_admin import MAKE

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
FORBIDDEN, NOT_ALLOWED = 403, 405
models = pytest.mark.parametrize("model", MAKE, ids=lambda model: model._meta.model_name)
methods = pytest.mark.parametrize("method", ["get", "post"])


def addresses(row: Model) -> Iterator[str]:
    """Every address that the editors' admin has for a kind of row, with the key of one row in it."""
    for pattern in admin.site._registry[type(row)].get_urls():
        if isinstance(pattern, URLPattern) and pattern.name:
            name = f"admin:{pattern.name}"
            try:
                yield reverse(name)
            except NoReverseMatch:
                yield reverse(name, args=[row.pk])


def columns(row: Model) -> dict[str, object]:
    """What is stored of a row."""
    return type(row)._default_manager.filter(pk=row.pk).values().get()


@models
@methods
def test_nobody_gets_in_without_an_account(client: Client, model: type[Model], method: str):
    for address in addresses(MAKE[model]()):
        response = getattr(client, method)(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/admin/login/"), address


@models
@methods
def test_staff_without_rights_see_and_write_nothing(client: Client, model: type[Model], method: str):
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    for address in addresses(MAKE[model]()):
        assert getattr(client, method)(address).status_code in (FORBIDDEN, NOT_ALLOWED), address


@models
def test_who_may_only_look_writes_nothing(client: Client, model: type[Model]):
    viewer = User.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(viewer)
    row = MAKE[model]()
    before, number = columns(row), model._default_manager.count()
    for address in addresses(row):
        for action in ("take_back", "mark_reviewed", "delete_selected"):
            client.post(address, {"action": action, "_selected_action": row.pk, "post": "yes", "reason": "Because."})
    assert (columns(row), model._default_manager.count()) == (before, number)


def test_an_administrator_does_not_set_the_password_of_a_superuser(client: Client):
    administrator, founder = User.objects.create_user("chief", is_staff=True), User.objects.create_superuser("founder")
    administrator.groups.add(Group.objects.get(name=ADMINISTRATORS))
    client.force_login(administrator)
    address = reverse("admin:auth_user_password_change", args=[founder.pk])
    words = {"usable_password": "true", "password1": "another-4711-word", "password2": "another-4711-word"}
    assert client.post(address, words).status_code == FORBIDDEN
    founder.refresh_from_db()
    assert not founder.has_usable_password()
