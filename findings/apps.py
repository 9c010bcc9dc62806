"""The app of what was said: findings, recommendations, actions, and the corrections to them."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """What was said."""

    name = "findings"
    verbose_name = "Findings"
    default_auto_field = "django.db.models.BigAutoField"
