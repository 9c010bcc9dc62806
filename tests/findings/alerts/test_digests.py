"""What a digest says: rows by report with their addresses, and nothing that is no longer public."""

import pytest

from findings.alerts import digests
from findings.alerts.digests import digest_of
from findings.alerts.matching import match
from findings.alerts.models import Subscription
from findings.search.entries import index_changed
from findings.views.datasets import DATASETS
from inspections.models import Report
from tests import builders
from tests.findings.alerts.conftest import follow
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_ADDRESS = "https://reports.example.org"


def publish(number: int = 1) -> Report:
    inspection = builders.inspection()
    report = builders.report(of=inspection, published="2015-11-27")
    for n in range(number):
        builders.recommendation(report, str(n + 1), text=f"Visit children in part {n}.")
    index_changed([report.pk], Report.objects.none())
    return report


@pytest.mark.parametrize(("name", "query"), [("recommendations", "authority=wexcombe"), ("search", "q=visit")])
def test_it_names_authority_date_title_and_address(name, query):
    builders.authority()
    subscription = follow(name=name, query=query)
    match()
    report = publish()
    digest = digest_of(subscription.search, 0, match().batch)
    assert digest is not None
    (group,) = digest.groups
    (item,) = group.items
    assert (group.authority, group.date) == ("Wexcombe (sample)", "Published 27 November 2015")
    assert (digest.number, digest.beyond) == (1, 0)
    assert group.address == f"https://reports.example.org{report.get_absolute_url()}"
    assert item.address == f"https://reports.example.org{report.recommendations.get().get_absolute_url()}"
    assert item.title.startswith("Recommendation 1, Wexcombe")
    assert item.text == "Visit children in part 0."


def test_what_was_hidden_since_or_was_told_already_is_not_in_it():
    for name in ("recommendations", "search"):
        follow(name=name)
    match()
    report, kept = publish(), publish()
    batch = match().batch
    builders.show(report, "hidden")
    for subscription in Subscription.objects.all():
        digest = digest_of(subscription.search, 0, batch)
        assert digest is not None
        assert [group.address.removeprefix("https://reports.example.org") for group in digest.groups] == [
            kept.get_absolute_url()
        ]
        assert digest_of(subscription.search, batch, batch) is None
        assert digest_of(subscription.search, 0, batch - 1) is None
    builders.show(kept, "hidden")
    assert [digest_of(one.search, 0, batch) for one in Subscription.objects.all()] == [None, None]


@pytest.mark.either_database
def test_of_many_rows_some_are_named_and_the_rest_is_counted(monkeypatch):
    monkeypatch.setattr(digests, "MOST", 5)
    monkeypatch.setattr(digests, "MOST_OF_A_REPORT", 3)
    subscription = follow()
    match()
    for _ in range(3):
        publish(4)
    digest = digest_of(subscription.search, 0, match().batch)
    assert digest is not None
    assert [(len(group.items), group.beyond) for group in digest.groups] == [(3, 1), (2, 2)]
    assert (digest.number, digest.beyond) == (12, 4)


@pytest.mark.either_database
def test_every_list_has_digests():
    subscriptions = [follow(name=dataset.name) for dataset in DATASETS]
    match()
    tell()
    batch = match().batch
    found = {one.search.dataset: digest_of(one.search, 0, batch) for one in subscriptions}
    assert {name for name, digest in found.items() if digest is None} <= {"follow-through"}
    for name, digest in found.items():
        for group in digest.groups if digest else ():
            assert group.heading, name
            assert group.address.startswith("https://reports.example.org/"), name
    inspections = found["inspections"]
    assert inspections is not None
    assert "Wexcombe (sample)" in {group.authority for group in inspections.groups}
