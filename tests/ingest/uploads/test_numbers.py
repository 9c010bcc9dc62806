"""Numbers of uploads, as Prometheus gets them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from prometheus_client import CollectorRegistry

from ingest.models import DocumentState, Upload, UploadedDocument
from ingest.uploads.holds import held
from ingest.uploads.numbers import UploadNumbers
from inspections import metrics
from tests.ingest.uploads.conftest import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(rf, settings, monkeypatch):
    """The lines of the page that tell of uploads."""
    settings.METRICS_TOKEN = "secret"
    monkeypatch.setattr(metrics, "ASKED", CollectorRegistry())
    metrics.ASKED.register(UploadNumbers())

    def page() -> list[str]:
        response = metrics.metrics_page(rf.get("/metrics", headers={"authorization": "Bearer secret"}))
        return [line for line in response.content.decode().splitlines() if line.startswith("knowledge_uploads")]

    return page


def test_documents_are_counted_by_state_and_by_those_in_hand(lines):
    first, _ = send(b"a", b"b").documents.all()
    UploadedDocument.objects.filter(pk=first.pk).update(state=DocumentState.READING)
    with held(first.pk):
        found = lines()
    assert {'knowledge_uploads{state="waiting"} 1.0', 'knowledge_uploads{state="reading"} 1.0'} <= set(found)
    assert 'knowledge_uploads{state="refused"} 0.0' in found
    assert "knowledge_uploads_in_hand 1.0" in found


@pytest.mark.either_database
def test_the_oldest_that_waits_is_told(lines):
    assert "knowledge_uploads_waiting_seconds 0.0" in lines()
    send(b"a")
    Upload.objects.update(made_at=timezone.now() - timedelta(hours=1))
    send(b"b")
    (seconds,) = [float(line.split()[1]) for line in lines() if line.startswith("knowledge_uploads_waiting")]
    assert 3600 <= seconds < 3700
