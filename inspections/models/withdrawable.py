"""What a person decided, with the reason, who and when; it is withdrawn, never deleted."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Withdrawable(models.Model):
    """Columns of a decision: the reason, who made it and when, and the same of its withdrawal, if there was one."""

    reason = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        abstract = True
