"""The pages of a table of outcomes: large, and yet light, in few queries, and with its source named elsewhere."""

import pytest
from django.urls import reverse

from findings.reports.content import MOST_JUDGEMENTS
from inspections.models import Report
from inspections.vocabulary import Basis, ReportKind
from tests import builders
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def table(rows: int) -> Report:
    """A table with a judgement in each of so many rows."""
    report = builders.report(ReportKind.OUTCOMES_TABLE, authority=None, title="Outcomes as at some day")
    for n in range(rows):
        inspection = builders.inspection("ilacs", started=f"20{n % 80 + 18}-05-13", is_reported_only=True)
        builders.statement(report, inspection, is_own=False, authority=inspection.authority)
        builders.judgement(report, grade_code="good", inspection=inspection, basis=Basis.REPORTED, anchor=f"999/{n}")
    return report


def test_the_page_shows_the_first_judgements_and_leads_to_all(client):
    report = table(MOST_JUDGEMENTS + 5)
    html = squeeze(client.get(report.get_absolute_url()).content.decode())
    assert report.get_absolute_url().startswith("/reports/england/")
    assert f"The first {MOST_JUDGEMENTS} of {MOST_JUDGEMENTS + 5}." in html
    assert f"{reverse('judgements')}?table={report.slug}" in html
    assert "Many: each row names its own" in html
    listed = squeeze(client.get(f"{reverse('judgements')}?table={report.slug}").content.decode())
    assert f"{MOST_JUDGEMENTS + 5} judgements" in listed


@pytest.mark.parametrize("page", ["report", "source", "authority", "matrix"])
def test_pages_ask_no_more_for_many_rows_than_for_few(client, django_assert_max_num_queries, page):
    def queries(rows: int) -> int:
        report = table(rows)
        addresses = {
            "report": report.get_absolute_url(),
            "source": report.source.get_absolute_url(),
            "authority": reverse("authority", args=["wexcombe"]),
            "matrix": reverse("matrix"),
        }
        with django_assert_max_num_queries(45) as found:
            assert client.get(addresses[page]).status_code == 200
        return len(found)

    few = queries(2)
    assert queries(20) <= few


def test_the_page_of_an_authority_names_the_table(client):
    report = table(1)
    html = squeeze(client.get(reverse("authority", args=["wexcombe"])).content.decode())
    assert f'Reported in <a class="govuk-link" href="{report.get_absolute_url()}">Outcomes as at some day</a>' in html
    assert "As at: Full inspections held up to" in html
    assert "from tables of outcomes alone" in html
