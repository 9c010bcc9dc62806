"""The revision of the knowledge base, which identifies the state that cached pages, counts and files were made from."""

from __future__ import annotations

import secrets
from contextvars import ContextVar

from django.db import models

held_revision: ContextVar[list[str] | None] = ContextVar("held_revision", default=None)
"""The revision that the current request has read, [] before it has, None outside of requests that read."""


def new_revision() -> str:
    """Return a random revision. A counter could repeat a value after a backup is restored."""
    return secrets.token_hex(8)


class KnowledgeRevision(models.Model):
    """The one row that holds the current revision, which changes with everything that the public pages show.

    Pages and counts stay valid while the revision stays. ``inspections.caching.revision`` reads it and
    ``inspections.write`` renews it.
    """

    revision = models.CharField(max_length=16, default=new_revision)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_knowledge_revision")]

    def __str__(self) -> str:
        return self.revision
