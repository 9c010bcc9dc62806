"""The app of findings, recommendations and actions."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FindingsConfig(AppConfig):
    """Findings, recommendations, actions, and the corrections of what was read."""

    name = "findings"
    verbose_name = "Findings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the editors' groups at the rights that the program declares."""
        from findings.permissions import set_up_groups

        post_migrate.connect(set_up_groups, sender=self, dispatch_uid="findings.permissions")
