"""The generator fills an empty database alone; every kind of page can be timed over it; the table says what it must."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from findings.models import Action, CrossReference, Finding, Recommendation, SearchEntry
from ingest.bench.pages import DEEP, REFERENCE
from inspections.models import Authority, Judgement, Report


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.either_database
def test_generated_reports_have_all_kinds_of_record_and_every_page_can_be_timed(settings):
    pages = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"}
    settings.CACHES = {**settings.CACHES, "pages": pages}
    call_command("generate", "--findings=1500", stdout=StringIO())
    assert Finding.objects.count() >= 1500
    for model in (Recommendation, Judgement, Action, CrossReference):
        assert model.objects.exists()
    assert SearchEntry.objects.filter(kind="finding").count() == Finding.objects.count()
    assert all(report.title.startswith("Generated ") for report in Report.objects.all())
    assert not Authority.objects.filter(reports__isnull=False, is_sample=True).exists()
    out = StringIO()
    call_command("time_pages", "--rounds=1", stdout=out)
    timed = [json.loads(line) for line in out.getvalue().splitlines()]
    assert {one["kind"] for one in timed} >= {"judgements", "recommendations", "search", "matrix", "record", REFERENCE}
    assert any(one["place"] == DEEP for one in timed)
    assert all(len(one["processor"]) == 1 for one in timed if one["url"])
