"""Data on pages: links to every format, what is wrong is store_examples, columns that people choose."""

import re

import pytest
from django.urls import reverse

from findings.filtersets.columns import TableCell
from findings.views.datasets import DATASETS
from tests.findings.exports.downloads import store_examples

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = [dataset.name for dataset in DATASETS]
SITE = "http://testserver"


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["csv", "excel", "json", "atom", "csvw"])
@pytest.mark.parametrize("query", ["?nonsense=1", "?year=abc", "?columns=nonsense"])
def test_what_is_wrong_is_told_in_every_format(client, form, query):
    response = client.get(f"{reverse(f'recommendations-{form}')}{query}")
    assert response.status_code == 400
    assert "nonsense" in response.content.decode() or "abc" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("notices", "matrix", "search")])
def test_list_pages_lead_to_their_data(client, name):
    store_examples()
    html = client.get(reverse(name)).content.decode()
    for form in ("csv", "excel", "json", "atom"):
        assert f'href="{reverse(f"{name}-{form}")}"' in html
    assert f'type="application/atom+xml" title="Atom feed" href="{reverse(f"{name}-atom")}"' in html


@pytest.mark.django_db
def test_links_to_data_keep_filters_and_columns(client):
    store_examples()
    html = client.get(f"{reverse('recommendations')}?timescale=immediate&columns=text").content.decode()
    assert f'href="{reverse("recommendations-json")}?timescale=immediate&amp;columns=text"' in html


@pytest.mark.django_db
def test_the_page_about_data_tells_every_column(client):
    html = client.get(reverse("data")).content.decode()
    for dataset in DATASETS:
        section = html.split(f'<h2 class="govuk-heading-l" id="{dataset.name}">')[1].split("</section>")[0]
        for column in dataset.columns:
            assert f"<code>{column.name}</code>" in section


@pytest.mark.django_db
def test_columns_that_are_chosen_make_the_page_a_table(client):
    store_examples()
    html = client.get(f"{reverse('recommendations')}?columns=permanent_link&columns=answered").content.decode()
    table = html.split("kb-chosen")[1].split("</table>")[0]
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)<', table) == ["Recommendation", "Answered", "Permanent link"]
    assert table.count("<tr>") == 1 + 7
    assert table.count('<th scope="row"') == table.count("Sample") == 7, (
        "every row leads to its record, and those of the samples are marked"
    )
    assert ">Recommendation 1, item 1</a>" in table
    assert '<a class="govuk-link" href="http://testserver/reports/' in table
    assert 'value="answered" form="filters-form" checked' in html
    assert (
        "There is no column called “nonsense”."
        in client.get(f"{reverse('recommendations')}?columns=nonsense").content.decode()
    )


@pytest.mark.parametrize(("length", "is_long"), [(59, False), (60, True)])
def test_a_long_text_gets_room_in_the_table(length, is_long):
    assert TableCell("x" * length, "").is_long is is_long
