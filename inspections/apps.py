"""The app of authorities, frameworks, inspections and judgements."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class InspectionsConfig(AppConfig):
    """Configuration of the app."""

    name = "inspections"
    verbose_name = "Inspections"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what follows migrations (reference data, statistics) and what renews the revision after changes."""
        from inspections import database_statistics, write
        from inspections.reference.sync import after_migrate

        post_migrate.connect(after_migrate, sender=self, dispatch_uid="inspections.reference.tables")
        post_migrate.connect(
            database_statistics.after_migrate, sender=self, dispatch_uid="inspections.database_statistics"
        )
        write.watch()
