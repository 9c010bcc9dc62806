"""One record under its permanent address."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from findings.confirmations.keys import key_of
from findings.confirmations.service import confirm
from findings.models import Finding
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
    assert "<strong>Text</strong> corrected on" in page
    assert "Text as it was read" in page
    assert "as often as plans say" in page
    assert "because: The page shows another word." in page
    assert "editor" not in page.split("<main")[1].split("</main>")[0], "who corrected is nobody's business"


def test_a_confirmed_record_and_its_report_say_so_without_a_name(client):
    story = tell()
    paragraph = story.paragraphs[1]
    assert "is confirmed by a person yet" in html_of(client, story.report.get_absolute_url())
    confirm(Finding, {paragraph.pk: key_of(paragraph)}, "Compared with page 2.", builders.editor("somebody"))
    page = html_of(client, paragraph.get_absolute_url())
    assert "Compared with the document by a person on" in page
    assert "Compared with page 2." in page
    report = html_of(client, story.report.get_absolute_url())
    assert re.search(r"1 of \d+ records confirmed by a person, last on \d+ \w+ \d{4}", report)
    assert "somebody" not in page + report


def test_the_history_tells_what_a_record_said_on_a_day(client):
    paragraph = tell().paragraphs[0]
    address, today = paragraph.get_absolute_url(), timezone.localdate()
    page = html_of(client, f"{address}?on={today}")
    assert "<strong>Corrected</strong>" in page
    assert "Text (corrected)" in page.split('id="past"')[1]
    before = html_of(client, f"{address}?on={today - timedelta(days=1)}")
    assert "did not hold this record then" in before


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "2999-01-01", "0001-01-01"])
def test_a_day_that_is_none_is_told_and_kept(client, day):
    page = html_of(client, f"{tell().paragraphs[0].get_absolute_url()}?on={day}")
    assert re.search("There is no such day|still to come", page)
    assert f'value="{day}"' in page


def test_a_retired_record_is_gone_but_shown(client):
    report = builders.report(of=builders.inspection())
    paragraph = builders.finding(report, "7", retired_at=timezone.now(), text="Once it stood here.")
    page = html_of(client, paragraph.get_absolute_url(), status=410)
    assert "no longer in the reading" in page
    assert "Once it stood here." in page
    assert "Once it stood here." not in html_of(client, report.get_absolute_url())
