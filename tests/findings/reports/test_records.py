"""One record under its permanent address."""

import pytest
from django.utils import timezone

from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return squeeze(response.content.decode())


def test_a_paragraph_names_the_judgement_that_it_carries(client):
    story = tell()
    page = html_of(client, story.paragraphs[1].get_absolute_url())
    assert f'href="{story.judgement.get_absolute_url()}"' in page


def test_a_correction_shows_what_was_read_and_why(client):
    story = tell()
    page = html_of(client, story.paragraphs[0].get_absolute_url())
    assert "every week." in page
    assert "Corrected: text. What was read" in page
    assert "as often as plans say" in page
    assert "Reason: The page shows another word." in page
    assert "editor" not in page.split("<main")[1].split("</main>")[0], "who corrected is nobody's business"


def test_a_retired_record_is_gone_but_shown(client):
    report = builders.report(of=builders.inspection())
    paragraph = builders.finding(report, "7", retired_at=timezone.now(), text="Once it stood here.")
    page = html_of(client, paragraph.get_absolute_url(), status=410)
    assert "no longer in the reading" in page
    assert "Once it stood here." in page
    assert "Once it stood here." not in html_of(client, report.get_absolute_url())
