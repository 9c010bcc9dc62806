"""Recommendations and their items."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models

from findings.models.interpretations import Interpreted
from findings.models.sections import Section
from inspections.models import Domain, ExtractedQuerySet
from inspections.vocabulary import Timescale


class RecommendationQuerySet(ExtractedQuerySet["Recommendation"]):
    """Questions about recommendations."""

    def top_level(self) -> Self:
        """Recommendations that are not sub-items of another."""
        return self.filter(parent__isnull=True)


class Recommendation(Interpreted):
    """What must change, under whatever heading the framework gives it.

    ``domain`` is that of its place in the report; ``about`` are all domains that follow from the report, or where
    ``is_domain_suggested`` from its words alone (``findings.references.domains``). ``restates`` is the recommendation
    of another report that this one repeats in the same or nearly the same words, as when a Cabinet report quotes the
    commissioner's.
    """

    KIND: ClassVar[str] = "recommendation"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("text", "ref", "addressee", "timescale", "domain", "section")

    ref = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="items", null=True, blank=True)
    section = models.ForeignKey(
        Section, on_delete=models.SET_NULL, related_name="recommendations", null=True, blank=True
    )
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="recommendations", null=True, blank=True)
    about = models.ManyToManyField(Domain, related_name="recommendations_about", blank=True, editable=False)
    is_domain_suggested = models.BooleanField(default=False, editable=False)
    text = models.TextField()
    orig = models.TextField()
    addressee = models.CharField(max_length=300, blank=True)
    timescale = models.CharField(max_length=20, choices=Timescale.choices(), blank=True)
    # Its index leaves out the many that restate nothing: with them SQLite takes it for useless and looks at every row.
    restates = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="restated_by", null=True, blank=True, db_index=False
    )

    objects = RecommendationQuerySet.as_manager()

    class Meta(Interpreted.Meta):
        constraints = [models.UniqueConstraint(fields=("report", "anchor"), name="recommendation_anchor_once_a_report")]
        indexes = [
            # All that lists count by: without it, counting reads the texts of all recommendations.
            models.Index(fields=("retired_at", "report", "timescale"), name="recommendation_live"),
            models.Index(
                fields=("restates",), condition=models.Q(restates__isnull=False), name="recommendation_restating"
            ),
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.ref}" if self.ref else self.anchor
