"""Numbers of uploads for Prometheus: how many documents wait, are read and are set aside, and since when one waits."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Min
from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from ingest.models import DocumentState, UploadedDocument
from ingest.uploads.holds import held_now


class UploadNumbers(Collector):
    """They are asked of the database, so that they are the same whichever process answers."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The numbers at this moment."""
        counts = dict(UploadedDocument.objects.order_by().values_list("state").annotate(Count("pk")))
        documents = GaugeMetricFamily("knowledge_uploads", "Uploaded documents by state.", labels=["state"])
        for state in DocumentState:
            documents.add_metric([state], counts.get(state, 0))
        yield documents
        yield GaugeMetricFamily(
            "knowledge_uploads_in_hand", "Uploaded documents on which a worker of any machine works.", len(held_now())
        )
        first = UploadedDocument.objects.open().aggregate(first=Min("upload__made_at"))["first"]
        seconds = (timezone.now() - first).total_seconds() if first else 0.0
        yield GaugeMetricFamily(
            "knowledge_uploads_waiting_seconds",
            "Seconds since the oldest document with which there is something to do came in.",
            seconds,
        )
