"""The runs of ``manage.py ingest``, and what became of each document in a run."""

from __future__ import annotations

from django.db import models

from inspections.models import SourceFile


class IngestRun(models.Model):
    """One call of ``manage.py ingest``; ``finished_at`` is null while it runs and if it was stopped."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    paths = models.JSONField(default=list)

    class Meta:
        ordering = ("-started_at",)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class Outcome(models.TextChoices):
    """What became of a document in a run."""

    LOADED = "loaded", "Loaded"
    UNCHANGED = "unchanged", "Unchanged"
    SET_ASIDE = "set-aside", "Set aside for a better edition"
    HELD_BACK = "held-back", "Held back, because it would change what is published"
    REFUSED = "refused", "Refused"
    FAILED = "failed", "Failed"


class IngestItem(models.Model):
    """One document of a run: how many of its records were created, changed, unchanged and retired, and its seconds."""

    run = models.ForeignKey(IngestRun, on_delete=models.CASCADE, related_name="items")
    source = models.ForeignKey(SourceFile, on_delete=models.SET_NULL, related_name="ingest_items", null=True)
    name = models.CharField(max_length=255)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    retired = models.PositiveIntegerField(default=0)
    notices = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)

    class Meta:
        ordering = ("run", "id")

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome}"
