"""The app of who was inspected, by whom, when, and with which verdict."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    """Who was inspected."""

    name = "inspections"
    verbose_name = "Inspections"
    default_auto_field = "django.db.models.BigAutoField"
