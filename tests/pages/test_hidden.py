"""A report hidden from the public is hidden everywhere, even on pages that cite, answer, repeat or contradict it."""

import pytest

from findings.search.entries import index_changed
from inspections.models import Conflict, Report
from inspections.reconciliation import reconcile
from tests import builders
from tests.pages.story import tell
from tests.pages.test_pages import PAGES, addresses

pytestmark = pytest.mark.django_db


def answer(client, address: str) -> str:
    return b"".join(client.get(address, follow=True)).decode()


@pytest.fixture
def told():
    """A paper that is tied to the story at every end, and the addresses at which it would show."""
    story = tell()
    paper = builders.report(
        "commissioner-report", authority=story.inspection.authority, title="The secret paper", slug="secret-paper"
    )
    asked = builders.recommendation(
        paper, "77", text="Secret words.", section=builders.section(paper, "Secret heading")
    )
    same = builders.recommendation(story.plan, "9", restates=asked)
    builders.recommendation(paper, "79", text="A secret repeat.", restates=story.recommendation)
    builders.reference_to(story.action, asked)
    builders.reference_to(builders.action(paper, "5.5", text="A secret action."), story.recommendation)
    builders.reference_to(story.recommendation, builders.finding(paper, "78", text="A secret paragraph."))
    builders.judgement(paper, "leadership", "good", inspection=story.inspection, basis="reported")
    builders.notice(paper.source, report=paper, message="A secret doubt.")
    return paper, addresses(story) | {"same": same.get_absolute_url()}


def test_a_hidden_report_shows_nowhere(client, told):
    paper, found = told
    paper.is_public = False
    paper.save()
    index_changed([], Report.objects.all())
    for name, address in found.items():
        assert "ecret" not in answer(client, address), name


def test_as_long_as_it_is_public_it_shows_on_many_pages(client, told):
    _, found = told
    index_changed([], Report.objects.all())
    assert sum("ecret" in answer(client, found[name]) for name in PAGES) > 12


def test_a_hidden_report_disagrees_with_nothing():
    inspection = builders.inspection()
    builders.statement(builders.report(of=inspection), inspection)
    paper = builders.report("cabinet-report")
    builders.statement(paper, inspection, is_own=False, ended="2015-10-09")
    for is_public in (True, False, True):
        Report.objects.filter(pk=paper.pk).update(is_public=is_public)
        reconcile([inspection.authority_id])
        assert Conflict.objects.exists() is is_public
