"""Markup in documents, file names, corrections and queries is text on pages, in feeds and in the editors' admin."""

from collections.abc import Iterator
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.db.models import CharField, F, Model, TextField, Value
from django.db.models.functions import Concat
from django.urls import reverse

from findings.models import SearchEntry
from findings.search.entries import index_changed
from inspections.models import PartialDateField, Report
from inspections.write import renew
from tests.editors_admin import form_url, list_url
from tests.pages.story import tell
from tests.pages.test_pages import PAGES, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
MARKUP = "'\"><img src=x onerror=hostile>"
# What the program itself makes or chooses, and what addresses are made of.
OWN = {
    "anchor",
    "slug",
    "identity",
    "code",
    "sha256",
    "media_type",
    "reader",
    "profile",
    "stored",
    "la_code",
    "gss_code",
}
OWN |= {"status", "licence", "stamp", "digest", "scopes", "kind", "field"}


def kinds() -> Iterator[type[Model]]:
    for app in ("inspections", "findings"):
        yield from (model for model in apps.get_app_config(app).get_models() if model is not SearchEntry)


def spoil() -> None:
    """Put markup into every text that comes from outside."""
    for model in kinds():
        for field in model._meta.get_fields():
            if not isinstance(field, CharField | TextField) or isinstance(field, PartialDateField):
                continue
            if not field.choices and field.name not in OWN and (field.max_length or 300) >= 200:
                spoilt = Concat(F(field.name), Value(MARKUP))
                model._base_manager.exclude(**{field.name: ""}).update(**{field.name: spoilt})
    renew()
    index_changed(list(Report.objects.values_list("pk", flat=True)), Report.objects.all())


@pytest.fixture
def spoilt():
    story = tell()
    spoil()
    for value in (story.inspection, story.report, *story.paragraphs, story.plan, story.action, story.refused):
        value.refresh_from_db()
    return story


def test_on_every_page(client, spoilt):
    found = addresses(spoilt)
    seen = 0
    for name in PAGES:
        page = client.get(found[name], follow=True).content.decode()
        assert "<img src=x" not in page, name
        seen += page.count("&lt;img src=x")
    assert seen > 100


def test_at_the_editors_admin(admin_client, spoilt):
    seen = 0
    for row in (
        spoilt.report,
        spoilt.paragraphs[0],
        spoilt.judgement,
        spoilt.action,
        spoilt.recommendation,
        spoilt.refused,
    ):
        for address in (list_url(type(row)), form_url(row)):
            page = admin_client.get(address).content.decode()
            assert "<img src=x" not in page, address
            seen += page.count("&lt;img src=x")
    assert seen > 20


@pytest.mark.parametrize("name", ["recommendations", "judgements", "inspections", "search"])
def test_in_a_feed(client, spoilt, name):
    query = "?q=img" if name == "search" else ""
    text = client.get(f"{reverse(f'{name}-atom')}{query}").content.decode()
    assert "<img" not in text
    entries = ElementTree.fromstring(text).iter("{http://www.w3.org/2005/Atom}summary")  # noqa: S314 - our own answer
    assert all("<img" not in (entry.text or "") for entry in entries), "a summary is markup for those who read it"


@pytest.mark.parametrize(
    "address",
    ["/search/?q={}", "/recommendations/?text={}&year={}", "/judgements/?paragraph={}&page={}", "/nothing/{}"],
)
def test_in_an_address(client, address):
    page = client.get(address.replace("{}", quote(MARKUP))).content.decode()
    assert "<img src=x" not in page
