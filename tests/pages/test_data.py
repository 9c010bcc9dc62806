"""Data on pages: links to every format, what is wrong is store_examples, columns that people choose."""

import pytest
from django.urls import reverse

from findings.views.datasets import DATASETS
from tests.findings.exports.downloads import store_examples
from tests.markup import squeeze

pytestmark = pytest.mark.either_database

NAMES = [dataset.name for dataset in DATASETS]


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["csv", "excel", "json", "atom", "csvw"])
@pytest.mark.parametrize("query", ["?nonsense=1", "?year=abc", "?columns=nonsense"])
def test_what_is_wrong_is_told_in_every_format(client, form, query):
    response = client.get(f"{reverse(f'recommendations-{form}')}{query}")
    assert response.status_code == 400
    assert "nonsense" in squeeze(response.content.decode()) or "abc" in squeeze(response.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in ("notices", "matrix", "search", "follow-through")]
)
def test_list_pages_lead_to_their_data(client, name):
    store_examples()
    html = squeeze(client.get(reverse(name)).content.decode())
    for form in ("csv", "excel", "json", "atom"):
        assert f'href="{reverse(f"{name}-{form}")}"' in html
    assert f'type="application/atom+xml" title="Atom feed" href="{reverse(f"{name}-atom")}"' in html


@pytest.mark.django_db
def test_links_to_data_keep_filters_and_columns(client):
    store_examples()
    html = squeeze(client.get(f"{reverse('recommendations')}?timescale=immediate&columns=text").content.decode())
    assert f'href="{reverse("recommendations-json")}?timescale=immediate&amp;columns=text"' in html


@pytest.mark.django_db
def test_each_data_set_has_a_page_that_tells_every_column(client):
    html = squeeze(client.get(reverse("data")).content.decode())
    for dataset in DATASETS:
        address = reverse("data-set", args=[dataset.name])
        assert f'href="{address}"' in html
        shown = squeeze(client.get(address).content.decode())
        assert all(f"<code>{column.name}</code>" in shown for column in dataset.columns)
    assert client.get(reverse("data-set", args=["novel"])).status_code == 404
