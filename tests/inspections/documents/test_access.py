"""Who may see the pages of a file and who may have it: the licences of its reports decide, and staff may more."""

import pytest
from django.contrib.auth.models import AnonymousUser, User

from inspections.documents.access import FOR_STAFF, NO_LICENCE, NOT_KEPT, NOT_PUBLIC, access_of_everyone, access_to
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def file_with(*licences: str, **values):
    file = builders.source(stored="kept/file.pdf")
    for licence in licences:
        builders.report(source=file, licence=licence, **values)
    return file


def asked_by(rf, user):
    request = rf.get("/")
    request.user = user
    return request


def test_a_file_under_an_open_licence_is_for_everyone():
    access = access_of_everyone(file_with("OGL-3.0"))
    assert (access.pages, access.file, access.licences) == (True, True, ("OGL-3.0",))


def test_the_report_that_allows_least_decides():
    access = access_of_everyone(file_with("OGL-3.0", ""))
    assert (access.pages, access.file, access.reason) == (True, False, NO_LICENCE)


@pytest.mark.parametrize("licences", [(), ("OGL-3.0",)])
def test_a_file_of_which_nothing_is_public_is_for_nobody_outside(licences):
    access = access_of_everyone(file_with(*licences, visibility="hidden"))
    assert (access.pages, access.file, access.reason) == (False, False, NOT_PUBLIC)


def test_one_hidden_report_hides_the_file_that_holds_it():
    file = file_with("OGL-3.0")
    builders.report(source=file, visibility="hidden")
    assert not access_of_everyone(file).pages


def test_staff_may_have_what_everyone_may_not(rf):
    file = file_with("")
    access = access_to(file, asked_by(rf, builders.editor()))
    assert (access.pages, access.file, access.reason) == (True, True, FOR_STAFF)
    assert not access_to(file, asked_by(rf, AnonymousUser())).file
    assert not access_to(file, asked_by(rf, User(username="reader", is_staff=False))).file
    assert not access_to(file, asked_by(rf, User(username="left", is_staff=True, is_active=False))).file


def test_what_is_hidden_is_for_staff_who_may_see_reports(rf):
    file = file_with("OGL-3.0", visibility="hidden")
    assert not access_to(file, asked_by(rf, builders.editor())).pages
    assert access_to(file, asked_by(rf, builders.editor("ada", group="Editors"))).file


def test_nobody_may_have_what_is_not_kept(rf):
    file = builders.source(stored="")
    builders.report(source=file)
    assert access_to(file, asked_by(rf, builders.editor())).reason == NOT_KEPT


def test_who_asks_is_not_looked_up_where_everyone_may(rf):
    request = rf.get("/")  # without a user: asking for one would fail
    assert access_to(file_with("OGL-3.0"), request).file
