"""The app of alerts by e-mail."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Saved searches and who follows them."""

    name = "findings.alerts"
    label = "alerts"
    verbose_name = "Alerts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have ``check --deploy`` look at what mails need."""
        from findings.alerts import deployment

        deployment.register()
