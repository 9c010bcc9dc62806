"""The columns of an action: what it answers and by when."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import builders
from tests.findings.exports.downloads import SITE, csv_rows
from tests.pages.story import tell


@pytest.mark.django_db
def test_an_action_tells_what_it_answers_and_by_when(client):
    story = tell()
    first = next(row for row in csv_rows(client, reverse("actions-csv")) if row["action_ref"] == "1.1")
    assert first["due"] == "March 2020"
    assert first["due_by"] == "2020-03-31"
    assert first["recommendations_answered"] == f"{SITE}{story.recommendation.get_absolute_url()}"
    assert first["permanent_link"] == f"{SITE}{story.action.get_absolute_url()}"


@pytest.mark.django_db
def test_an_action_tells_what_is_missing_or_late_on_the_day_of_the_file(client):
    plan = builders.report("improvement-plan")
    builders.action(plan, "1", due="March 2020", lead="", rag="Amber")
    builders.action(plan, "2", due="March 2020", lead="A director", rag="Complete")
    late, done = csv_rows(client, reverse("actions-csv"))
    assert late["states"] == "overdue no-owner no-measure no-recommendation"
    assert done["states"] == "no-measure no-recommendation"
    assert late["as_at"] == timezone.localdate().isoformat()
