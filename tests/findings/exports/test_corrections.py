"""The export of corrections: what was set in place of what, why and when, and nobody's name."""

from typing import Any

import pytest
from django.urls import reverse

from findings.corrections.service import correct, withdraw
from findings.models import Correction
from inspections.models import Report
from inspections.vocabulary import Visibility
from tests import builders
from tests.findings.exports.downloads import csv_rows
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(db: Any) -> list[Correction]:
    """A correction of a paragraph, and one of a judgement that was withdrawn."""
    report = builders.report(of=builders.inspection())
    somebody = builders.editor("somebody")
    judgement = builders.judgement(report)
    first = correct(builders.finding(report, "1"), "text", "As it is printed.", "Misread.", somebody)
    second = correct(judgement, "grade", "good", "Misread grade.", somebody)
    withdraw(second, "It was right.", somebody)
    return [first, Correction.objects.get(pk=second.pk)]


def test_every_correction_is_a_row_with_what_was_read_set_and_why(client, made):
    second, first = csv_rows(client, reverse("corrections-csv"))
    assert first["value_set"] == "As it is printed."
    assert first["value_read"].startswith("Workers in Wexcombe")
    assert (first["record_kind"], first["anchor"], first["field"]) == ("finding", "para-1", "text")
    assert (first["reason"], first["state"], first["withdrawn_at"]) == ("Misread.", "applied", "")
    assert (second["value_read"], second["value_set"]) == ("requires-improvement", "good")
    assert (second["state"], second["withdrawn_reason"]) == ("withdrawn", "It was right.")
    assert first["corrected_at"] == made[0].made_at.isoformat()


def test_nobody_is_named(client, made):
    for form in ("csv", "json", "atom", "csvw"):
        response = client.get(reverse(f"corrections-{form}"))
        body = b"".join(response) if response.streaming else response.content
        assert b"somebody" not in body
    assert "somebody" not in squeeze(client.get(reverse("corrections")).content.decode())


def test_corrections_in_hidden_reports_are_not_in_it(client, made):
    Report.objects.update(visibility=Visibility.HIDDEN)
    assert csv_rows(client, reverse("corrections-csv")) == []


def test_permanent_links_lead_to_the_correction_on_the_page_of_its_record(client, made):
    first = csv_rows(client, f"{reverse('corrections-csv')}?field=text")[0]
    address, _, place = first["permanent_link"].removeprefix("http://testserver").partition("#")
    assert f'id="{place}"' in client.get(address).content.decode()
    made[0].status = "orphaned"
    assert made[0].get_absolute_url().startswith(f"{made[0].report.get_absolute_url()}#corrected-text-")


def test_the_list_filters_by_kind_and_says_what_was_withdrawn(client, made):
    shown = squeeze(client.get(f"{reverse('corrections')}?kind=judgement").content.decode())
    assert "Withdrawn on" in shown
    assert "Requires improvement" in shown
    assert "As it is printed." not in shown
