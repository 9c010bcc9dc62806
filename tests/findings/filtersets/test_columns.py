"""Lists of which people choose columns."""

import re

import pytest
from django.urls import reverse

from findings.filtersets.columns import ListCell
from tests.findings.exports.downloads import store_examples
from tests.markup import squeeze


@pytest.mark.django_db
def test_columns_that_are_chosen_make_the_page_a_table(client):
    store_examples()
    html = squeeze(client.get(f"{reverse('recommendations')}?columns=permanent_link&columns=answered").content.decode())
    table = html.split("kb-chosen")[1].split("</table>")[0]
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)<', table) == ["Recommendation", "Answered", "Permanent link"]
    assert table.count("<tr>") == 1 + 7
    assert table.count('<th scope="row"') == table.count("Sample") == 7, (
        "every row leads to its record, and those of the samples are marked"
    )
    assert ">Recommendation 1, item 1</a>" in table
    assert '<a class="govuk-link" href="http://testserver/reports/' in table
    assert 'value="answered" form="filters-form" checked' in html
    assert "There is no column called “nonsense”." in squeeze(
        client.get(f"{reverse('recommendations')}?columns=nonsense").content.decode()
    )


@pytest.mark.parametrize(("length", "is_long"), [(59, False), (60, True)])
def test_a_long_text_gets_room_in_the_table(length, is_long):
    assert ListCell("x" * length, "").is_long is is_long
