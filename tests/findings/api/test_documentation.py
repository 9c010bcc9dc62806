"""The page that tells how to use the API, made of its description."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from findings.api.documentation import datasets_told
from findings.api.schema import described_paths
from findings.views.datasets import DATASETS
from tests.kept import kept
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


class TestPage:
    """The page, asked for once."""

    @pytest.fixture(scope="class")
    @classmethod
    def html(cls, django_db_setup, django_db_blocker) -> Iterator[str]:
        with kept(django_db_blocker, lambda: squeeze(Client().get(reverse("api")).content.decode())) as html:
            yield html

    def test_every_data_set_is_told_with_its_address_and_every_filter(self, html):
        for dataset in DATASETS:
            part = html.split(f'<section aria-labelledby="{dataset.name}">')[1].split("</section>")[0]
            assert f"<code>{reverse(f'api-{dataset.name}')}</code>" in part
            assert ("{permanent_id}" in part) is (dataset.lookup is not None)
            assert all(f"<code>{name}</code>" in part for name in dataset.filters.base_filters)

    def test_it_shows_the_examples_and_leads_to_the_description(self, html):
        assert "urlopen" in html
        assert "jsonlite" in html
        assert f'href="{reverse("api-schema")}"' in html

    def test_it_tells_the_limit(self, html, settings):
        assert f"may ask {settings.API_REQUESTS_PER_MINUTE} times a minute" in html


def test_values_are_told_and_of_very_many_the_first_and_their_number():
    told = {one.name: one for one in datasets_told(described_paths()["paths"])}["recommendations"]
    values = {parameter.name: parameter.values for parameter in told.parameters}
    assert "immediate" in values["timescale"]
    assert {"leadership", "adoption"} <= set(values["domain"])
    (authorities,) = (parameter for parameter in told.parameters if parameter.name == "authority")
    assert len(authorities.values) == 1
    assert authorities.has_more
    assert authorities.number > 100
    assert values["text"] == ()
    assert not {"limit", "cursor", "fields"} & set(values)


def test_without_a_limit_none_is_told(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 0
    assert "times a minute" not in squeeze(client.get(reverse("api")).content.decode())


def test_every_page_and_the_page_about_data_lead_to_it(client):
    for name in ("about", "data"):
        assert f'href="{reverse("api")}"' in squeeze(client.get(reverse(name)).content.decode())
