"""Which state of the knowledge base it is."""

from __future__ import annotations

import secrets

from django.db import models


def new_stamp() -> str:
    """A stamp that no other state had or will have, a restored backup's included; a counter could come again."""
    return secrets.token_hex(8)


class KnowledgeVersion(models.Model):
    """The one row whose ``stamp`` is new after every change to what the public pages show.

    Pages and counts that were made under a stamp hold for as long as it stays. ``inspections.caching.revision`` reads and renews it.
    """

    stamp = models.CharField(max_length=16, default=new_stamp)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_knowledge_version")]

    def __str__(self) -> str:
        return self.stamp
