"""CSV: RFC 4180, streamed, the same rows as the page."""

import pytest
from django.urls import reverse

from tests import builders
from tests.findings.exports.downloads import download, rows
from tests.pages.story import tell


@pytest.mark.django_db
def test_files_follow_rfc_4180(client):
    builders.recommendation(builders.report(), "1", text="=1+1, “curly” – café")
    plain = download(client, "recommendations-csv")
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert plain.count(b"\r\n") == 2
    assert plain.endswith(b"\r\n")
    assert "'=1+1, “curly” – café" in plain.decode()
    assert client.get(reverse("recommendations-csv")).headers["Content-Disposition"] == (
        'attachment; filename="recommendations.csv"'
    )
    assert client.get(reverse("recommendations-csv")).headers["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?timescale=immediate", "?text=owner", "?year=1999", "?kind=sif"])
def test_the_file_holds_the_rows_of_the_page(client, query):
    tell()
    page = client.get(f"{reverse('recommendations')}{query}")
    on_page = [row.get_absolute_url() for row in page.context["object_list"]]
    in_file = [row["permanent_link"] for row in rows(download(client, "recommendations-csv", query))]
    assert in_file == [f"http://testserver{address}" for address in on_page]
