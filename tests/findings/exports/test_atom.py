"""Feeds: permanent names, what changed last first, short, under the filters of the list."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.exports.atom import ENTRIES
from findings.views.datasets import DATASETS
from inspections.models import Report
from tests import builders
from tests.findings.exports.downloads import SITE, store_examples

pytestmark = pytest.mark.either_database

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = [dataset.name for dataset in DATASETS]


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_feeds_are_atom_with_permanent_names_and_the_time_of_the_last_change(client, name):
    store_examples()
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
    before = timezone.now()
    builders.correction(corrected, "text", "Make <b>sure</b> \x01 of it.")
    feed = ElementTree.fromstring(client.get(reverse("recommendations-atom")).content)  # noqa: S314  (our own feed)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        f"{SITE}{row.get_absolute_url()}" for row in (corrected, new, old)
    ]
    assert entries[2].findtext(f"{ATOM}updated") == "2024-01-01T00:00:00+00:00"
    assert before <= datetime.fromisoformat(str(entries[0].findtext(f"{ATOM}updated"))) <= timezone.now()
    summary = str(entries[0].findtext(f"{ATOM}summary"))
    assert summary.startswith("Make &lt;b&gt;sure&lt;/b&gt; \ufffd of it.\n\nCite as: Ofsted, ")
    assert summary.endswith(f", {SITE}{corrected.get_absolute_url()}")


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
@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Recommendations"),
        ("?timescale=immediate&text=plan", "Recommendations – Timescale: Immediately – Words: plan"),
        ("?year=2015&year=2019", "Recommendations – Year of the report: 2015, 2019"),
    ],
)
def test_the_title_of_a_feed_says_what_is_filtered(client, query, title):
    store_examples()
    feed = ElementTree.fromstring(client.get(reverse("recommendations-atom") + query).content)  # noqa: S314
    assert feed.findtext(f"{ATOM}title") == f"{title} – Inspection knowledge base"
