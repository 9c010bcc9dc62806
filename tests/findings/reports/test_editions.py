"""The editions of a report as the page of each of its documents shows them."""

import re

import pytest

from findings.reports.editions import NOT_MEASURED, editions_of
from inspections.documents.editions import EditionFacts
from inspections.models import EditionChoice, ReportSource
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture
def report():
    """A report whose later edition is damaged."""
    made = builders.report(source=builders.source(name="clean.pdf"))
    other = builders.source(name="damaged.pdf")
    ReportSource.objects.create(report=made, source=other, ordinal=1, role="superseded")
    for source, values in ((made.source, {"records": 53}), (other, {"records": 7, "damage": ("damaged-file",)})):
        facts = EditionFacts(source.sha256, source.media_type, "2023-09-11", **values)
        ReportSource.objects.filter(source=source).update(edition=facts.stored)
    return made


def test_the_shown_one_comes_first_and_the_others_say_why_not(report):
    shown, other = editions_of(report)
    assert (shown.link.source.name, shown.is_shown, shown.why, shown.is_chosen) == ("clean.pdf", True, "", False)
    assert (other.is_shown, other.why) == (False, "its file is damaged")


def test_the_choice_of_a_person_is_told(report):
    EditionChoice.objects.create(report=report, source=report.source, reason="As printed.", made_by=builders.editor())
    shown, other = editions_of(report)
    assert shown.is_chosen
    assert other.why == "an administrator chose the other"


def test_what_was_never_measured_says_so(report):
    ReportSource.objects.filter(role="superseded").update(edition={})
    assert editions_of(report)[1].why == NOT_MEASURED


def test_the_page_of_each_document_lists_them(client, report):
    for link in report.report_sources.all():
        page = re.sub(r"\s+", " ", client.get(link.source.get_absolute_url()).content.decode())
        assert "Not shown: its file is damaged" in page
        assert "<strong>Shown</strong>" in page
        assert "11 September 2023" in page
    alone = builders.report()
    assert "Editions of" not in client.get(alone.source.get_absolute_url()).content.decode()
