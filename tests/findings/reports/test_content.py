"""The content of a report: records in their sections, with their links."""

import pytest
from django.utils import timezone

from findings.reports.content import read_content
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return squeeze(response.content.decode())


def test_records_stand_in_their_sections_in_printed_order():
    report = builders.report(of=builders.inspection())
    first = builders.section(report, "Help and protection")
    within = builders.section(report, "Early help", parent=first, level=2)
    builders.finding(report, "2", section=within, ordinal=2)
    builders.finding(report, "1", section=first, ordinal=1)
    builders.finding(report, "3", section=within, ordinal=3)
    builders.finding(report, "0", retired_at=timezone.now(), section=first)
    loose = builders.finding(report)
    parts = read_content(report).parts
    assert [[item.record.anchor for item in part.items] for part in parts] == [
        [loose.anchor],
        ["para-1"],
        ["para-2", "para-3"],
    ]
    assert [(part.heading_level, part.reach) for part in parts[1:]] == [
        (2, "Paragraphs 1 to 3"),
        (3, "Paragraphs 2 to 3"),
    ]


def test_a_notice_stands_beside_its_record(client):
    story = tell()
    assert "missing-paragraphs" in html_of(client, story.paragraphs[0].get_absolute_url())
    assert "missing-paragraphs" not in html_of(client, story.paragraphs[1].get_absolute_url())


def test_a_section_shows_everything_that_stands_in_it(client):
    report = builders.report(of=builders.inspection())
    part = builders.section(report, "Part")
    section = builders.section(report, "Recommendations", parent=part, level=2)
    builders.finding(report, "1", section=section, line=1, text="It begins so.")
    builders.recommendation(report, "1", section=section, line=2, text="Do this.")
    builders.action(report, "1.1", section=section, line=3, text="Done thus.")
    page = html_of(client, section.get_absolute_url())
    assert page.index("It begins so.") < page.index("Do this.") < page.index("Done thus.")
    assert f'href="{part.get_absolute_url()}"' in page
