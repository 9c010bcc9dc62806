"""The columns of an action: what it answers and by when."""

import pytest
from django.urls import reverse

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
