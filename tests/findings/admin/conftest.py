"""A report to correct in the editors' admin, and people who may."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from findings.models import Finding
from findings.permissions import EDITORS
from inspections.models import Report
from tests import builders as build


@pytest.fixture
def report(db) -> Report:
    return build.report(of=build.inspection())


@pytest.fixture
def finding(report: Report) -> Finding:
    return build.finding(report, "14", text="Visits are on time.\nPlans are clear.", domain=build.domain())


@pytest.fixture
def person(db) -> User:
    user: User = build.editor("mary")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def editor(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def viewer(db) -> Client:
    """Somebody who may look at everything and change nothing."""
    user = build.editor("viewer")
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client = Client()
    client.force_login(user)
    return client
