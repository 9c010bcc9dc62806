"""Every list as data: the same rows in every format, their types, their description, pages that follow each other, feeds."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.exports.atom import ENTRIES
from findings.exports.columns import Datatype, ExportColumn, cell, fact, of
from findings.filtersets.columns import TableCell
from findings.search.entries import index_report
from findings.views.datasets import DATASETS
from findings.views.export import JSON_PAGE
from inspections.models import Report
from tests import builders
from tests.pages.story import tell

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = [dataset.name for dataset in DATASETS]
SITE = "http://testserver"


def body(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return b"".join(response).decode()


def csv_rows(client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client, address), newline="")))


def told() -> None:
    story = tell()
    builders.recommendation(story.report, "77", restates=story.recommendation, text="=1+1")
    builders.judgement(
        story.report, "adoption", "good", inspection=builders.inspection(started="2012-05"), basis="reported"
    )
    index_report(story.report.pk)


def test_values_keep_their_types_in_json_and_are_texts_in_csv():
    for value, as_fact, as_cell in (
        (None, None, ""),
        ("", None, ""),
        ((), None, ""),
        (0, 0, "0"),
        (2015, 2015, "2015"),
        (True, True, "yes"),
        (False, False, "no"),
        (("19", "30"), ["19", "30"], "19 30"),
        (date(2020, 3, 31), "2020-03-31", "2020-03-31"),
        ("=1", "=1", "'=1"),
        (("=1", "2"), ["=1", "2"], "'=1 2"),
    ):
        assert fact(value) == as_fact
        assert type(fact(value)) is type(as_fact)
        assert cell(value) == as_cell


def test_a_column_has_a_title_for_people():
    titles = [ExportColumn(name, "What", of("x")).title for name in ("new_la_code", "source_sha256", "la_name", "text")]
    assert titles == ["New LA code", "Source SHA-256", "LA name", "Text"]


def conforms(value: str, datatype: object, column: dict[str, object]) -> bool:
    """Whether a cell is of the type that the description declares."""
    base, form = (datatype["base"], datatype.get("format")) if isinstance(datatype, dict) else (datatype, None)
    match base:
        case "integer":
            return re.fullmatch(r"\d+", value) is not None
        case "boolean":
            return value in str(form).split("|")
        case "date":
            return date.fromisoformat(value).isoformat() == value
        case "dateTime":
            return datetime.fromisoformat(value).tzinfo is not None
        case "anyURI":
            return all(one.startswith(f"{SITE}/") for one in value.split(str(column.get("separator", "\0"))))
        case "string":
            return form is None or re.fullmatch(str(form), value) is not None
    return False


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_description_agrees_with_header_and_values(client, name):
    told()
    described = json.loads(body(client, reverse(f"{name}-csvw")))
    columns = described["tableSchema"]["columns"]
    text = body(client, reverse(f"{name}-csv"))
    header = next(csv.reader(io.StringIO(text, newline="")))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows
    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert described["url"] == f"{SITE}{reverse(f'{name}-csv')}"
    assert described["dialect"]["header"] is True
    assert [column["name"] for column in columns] == header
    assert all(column["titles"][0] == column["name"] for column in columns)
    for row in rows:
        for column in columns:
            value = row[column["name"]]
            assert value or not column["required"], (column["name"], row)
            assert not value or conforms(value, column["datatype"], column), (column, value)
    if key := described["tableSchema"].get("primaryKey"):
        assert len({row[key] for row in rows}) == len(rows)
        assert next(column for column in columns if column["name"] == key)["required"]


@pytest.mark.django_db
def test_csv_names_its_description_with_the_same_filters_and_columns(client):
    told()
    query = "?timescale=immediate&columns=text&columns=la_name"
    link = client.get(f"{reverse('recommendations-csv')}{query}").headers["Link"]
    address = f"{SITE}/recommendations.csv-metadata.json{query}"
    found = re.fullmatch(r'<([^>]+)>; rel="describedby"; type="application/csvm\+json"', link)
    assert found
    assert sorted(found[1].split("?")[1].split("&")) == sorted(address.split("?")[1].split("&"))
    response = client.get(found[1])
    assert response.headers["Content-Type"] == "application/csvm+json"
    described = response.json()
    assert [column["name"] for column in described["tableSchema"]["columns"]] == ["la_name", "text"]
    assert "primaryKey" not in described["tableSchema"], "the key is not among the columns"
    rows = csv_rows(client, described["url"])
    assert list(rows[0]) == ["la_name", "text"]
    assert len(rows) == 3
    assert "Link" not in client.get(reverse("recommendations-excel")).headers


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_json_and_excel_hold_the_rows_of_the_csv(client, name):
    told()
    address = reverse(f"{name}-csv")
    found = json.loads(body(client, reverse(f"{name}-json")))
    rows = csv_rows(client, address)
    columns = next(dataset.columns for dataset in DATASETS if dataset.name == name)
    assert found["total"] == len(found["records"]) == len(rows) > 0
    assert found["next"] is None
    for record, row in zip(found["records"], rows, strict=True):
        assert list(record) == list(row)
        for column in columns:
            value = record[column.name]
            texts = tuple(value) if isinstance(value, list) else value
            assert cell(texts) == row[column.name]
            kinds = {Datatype.NUMBER: int, Datatype.TRUTH: bool, Datatype.WORDS: list}
            assert value is None or isinstance(value, kinds.get(column.datatype, str)), column.name
    assert body(client, reverse(f"{name}-excel")) == "\ufeff" + body(client, address)


@pytest.mark.django_db
def test_pages_of_json_follow_each_other_and_keep_the_filters(client):
    report = builders.report(of=builders.inspection())
    for number in range(JSON_PAGE + 5):
        builders.recommendation(report, str(number), timescale="immediate")
    builders.recommendation(report, "last")
    address: str | None = f"{reverse('recommendations-json')}?timescale=immediate&columns=recommendation_ref"
    seen: list[str] = []
    while address:
        page = json.loads(body(client, address))
        assert (page["total"], page["pages"]) == (JSON_PAGE + 5, 2)
        seen += [record["recommendation_ref"] for record in page["records"]]
        address = page["next"]
    assert seen == [str(number) for number in range(JSON_PAGE + 5)]
    assert client.get(f"{reverse('recommendations-json')}?page=9").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["csv", "excel", "json", "atom", "csvw"])
@pytest.mark.parametrize("query", ["?nonsense=1", "?year=abc", "?columns=nonsense"])
def test_what_is_wrong_is_told_in_every_format(client, form, query):
    response = client.get(f"{reverse(f'recommendations-{form}')}{query}")
    assert response.status_code == 400
    assert "nonsense" in response.content.decode() or "abc" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_feeds_are_atom_with_permanent_names_and_the_time_of_the_last_change(client, name):
    told()
    response = client.get(reverse(f"{name}-atom"))
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)  # noqa: S314  (our own feed)
    assert feed.tag == f"{ATOM}feed"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{SITE}{reverse(f'{name}-atom')}"
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    moments = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert moments == sorted(moments, reverse=True)
    for entry in entries:
        address = str(entry.findtext(f"{ATOM}id"))
        assert client.get(address.removeprefix(SITE)).status_code == 200
        assert entry.findtext(f"{ATOM}title")
        assert entry.findtext(f"{ATOM}author/{ATOM}name")


@pytest.mark.django_db
def test_what_changed_last_leads_the_feed(client):
    report, other = builders.report(of=builders.inspection()), builders.report()
    old, corrected, new = (
        builders.recommendation(one, number) for one, number in ((report, "1"), (report, "2"), (other, "3"))
    )
    Report.objects.filter(pk=report.pk).update(changed_at=datetime(2024, 1, 1, tzinfo=UTC))
    Report.objects.filter(pk=other.pk).update(changed_at=datetime(2025, 1, 1, tzinfo=UTC))
    builders.correction(corrected, "text", "Make <b>sure</b> \x01 of it.")
    feed = ElementTree.fromstring(client.get(reverse("recommendations-atom")).content)  # noqa: S314  (our own feed)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        f"{SITE}{row.get_absolute_url()}" for row in (corrected, new, old)
    ]
    assert entries[2].findtext(f"{ATOM}updated") == "2024-01-01T00:00:00+00:00"
    assert str(entries[0].findtext(f"{ATOM}updated")) > timezone.now().strftime("%Y-%m-%d")[:4]
    assert entries[0].findtext(f"{ATOM}summary") == "Make &lt;b&gt;sure&lt;/b&gt; \ufffd of it."


@pytest.mark.django_db
def test_a_feed_is_short_and_keeps_to_the_filters(client):
    report = builders.report(of=builders.inspection())
    for number in range(ENTRIES + 3):
        builders.recommendation(report, str(number))
    once = builders.recommendation(report, "once", timescale="immediate")
    builders.correction(builders.recommendation(report, "other"), "text", "Something else.")

    def ids(query: str) -> list[str | None]:
        feed = ElementTree.fromstring(client.get(f"{reverse('recommendations-atom')}{query}").content)  # noqa: S314
        return [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]

    assert len(ids("")) == ENTRIES
    assert ids("?timescale=immediate") == [f"{SITE}{once.get_absolute_url()}"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("notices", "matrix", "search")])
def test_list_pages_lead_to_their_data(client, name):
    told()
    html = client.get(reverse(name)).content.decode()
    for form in ("csv", "excel", "json", "atom"):
        assert f'href="{reverse(f"{name}-{form}")}"' in html
    assert f'type="application/atom+xml" title="Atom feed" href="{reverse(f"{name}-atom")}"' in html


@pytest.mark.django_db
def test_links_to_data_keep_filters_and_columns(client):
    told()
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
    told()
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


@pytest.mark.django_db
def test_an_action_tells_what_it_answers_and_by_when(client):
    story = tell()
    first = next(row for row in csv_rows(client, reverse("actions-csv")) if row["action_ref"] == "1.1")
    assert first["due"] == "March 2020"
    assert first["due_by"] == "2020-03-31"
    assert first["recommendations_answered"] == f"{SITE}{story.recommendation.get_absolute_url()}"
    assert first["permanent_link"] == f"{SITE}{story.action.get_absolute_url()}"
