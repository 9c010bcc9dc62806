"""The app that reads documents and loads what they say."""

from django.apps import AppConfig
from django.conf import settings


class IngestConfig(AppConfig):
    """Reading and loading."""

    name = "ingest"
    verbose_name = "Reading of documents"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the page of numbers tell of uploads, where there is one."""
        if settings.METRICS_TOKEN:
            from ingest.uploads.numbers import UploadNumbers
            from inspections.metrics import ASKED

            ASKED.register(UploadNumbers())
