"""The app of who was inspected, by whom, when, and with which verdict."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class InspectionsConfig(AppConfig):
    """Who was inspected."""

    name = "inspections"
    verbose_name = "Inspections"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the reference tables at what the CSV files say, and the version of the knowledge base new after every change."""
        from inspections import write
        from inspections.reference.sync import after_migrate

        post_migrate.connect(after_migrate, sender=self, dispatch_uid="inspections.reference.tables")
        write.watch()
