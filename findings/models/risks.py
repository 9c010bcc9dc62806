"""Risks: the rows of a risk table."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from findings.models.sections import Section
from inspections.models import Extracted, ExtractedQuerySet


class Risk(Extracted):
    """A row of a risk table. ``rating`` is the letter and digit; ``rating_wording`` is how the document prints it."""

    KIND: ClassVar[str] = "risk"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("risk", "description", "mitigation", "rating", "section")

    section = models.ForeignKey(Section, on_delete=models.SET_NULL, related_name="risks", null=True, blank=True)
    risk = models.TextField()
    description = models.TextField(blank=True)
    mitigation = models.TextField(blank=True)
    rating = models.CharField(max_length=10, blank=True)
    rating_wording = models.CharField(max_length=20, blank=True)

    objects = ExtractedQuerySet.as_manager()

    class Meta(Extracted.Meta):
        constraints = [models.UniqueConstraint(fields=("report", "anchor"), name="risk_anchor_once_a_report")]

    def __str__(self) -> str:
        return self.risk
