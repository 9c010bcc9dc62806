"""The app that reads documents and loads what they say."""

from django.apps import AppConfig


class IngestConfig(AppConfig):
    """Reading and loading."""

    name = "ingest"
    verbose_name = "Reading of documents"
    default_auto_field = "django.db.models.BigAutoField"
