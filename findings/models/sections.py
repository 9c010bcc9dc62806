"""Sections: the headings of a report."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from inspections.models import Domain, Extracted, ExtractedQuerySet


class Section(Extracted):
    """A heading and what stands under it. ``level`` 1 is the highest."""

    KIND: ClassVar[str] = "section"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("heading", "domain")

    heading = models.CharField(max_length=500)
    level = models.PositiveSmallIntegerField()
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="children", null=True, blank=True)
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="sections", null=True, blank=True)

    objects = ExtractedQuerySet.as_manager()

    class Meta(Extracted.Meta):
        constraints = [models.UniqueConstraint(fields=("report", "anchor"), name="section_anchor_once_a_report")]

    def __str__(self) -> str:
        return self.heading
