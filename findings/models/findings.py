"""What a report says: sections, findings, recommendations, risks."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models

from inspections.models import Domain, Extracted, ExtractedQuerySet, Judgement
from inspections.vocabulary import FindingKind, Timescale


class Section(Extracted):
    """A heading and what stands under it; ``level`` 1 is the highest."""

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


class Finding(Extracted):
    """A numbered paragraph, or an unnumbered one of a summary, letter or list.

    ``ref`` is the number as printed ("19", "3.14"), "" where none is; ``orig`` is the text as it stands in the file.
    """

    KIND: ClassVar[str] = "finding"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("text", "ref", "kind", "domain")

    ref = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=10, choices=FindingKind.choices())
    section = models.ForeignKey(Section, on_delete=models.SET_NULL, related_name="findings", null=True, blank=True)
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="findings", null=True, blank=True)
    text = models.TextField()
    orig = models.TextField()

    objects = ExtractedQuerySet.as_manager()

    class Meta(Extracted.Meta):
        constraints = [models.UniqueConstraint(fields=("report", "anchor"), name="finding_anchor_once_a_report")]
        indexes = [
            models.Index(fields=("ref", "report"), name="finding_by_ref"),
            models.Index(fields=("retired_at", "report"), name="finding_live"),
        ]

    def __str__(self) -> str:
        return f"Paragraph {self.ref}" if self.ref else self.anchor


class Evidence(models.Model):
    """That a finding carries a judgement, in printed order."""

    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, related_name="evidence")
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="carries")
    ordinal = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ("judgement", "ordinal")
        constraints = [models.UniqueConstraint(fields=("judgement", "finding"), name="evidence_once")]

    def __str__(self) -> str:
        return f"{self.finding} for {self.judgement}"


class RecommendationQuerySet(ExtractedQuerySet["Recommendation"]):
    """Questions about recommendations."""

    def top_level(self) -> Self:
        """Recommendations that are not sub-items of another."""
        return self.filter(parent__isnull=True)


class Recommendation(Extracted):
    """What must change, under whatever heading the framework gives it.

    ``domain`` is that of its place in the report; ``about`` are the domains that the report tells in any way (``findings.references.domains``).
    ``restates`` is the recommendation of another report of which this one is the same in near-identical words (a Cabinet report that
    quotes the commissioner's).
    """

    KIND: ClassVar[str] = "recommendation"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("text", "ref", "addressee", "timescale", "domain")

    ref = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="items", null=True, blank=True)
    section = models.ForeignKey(
        Section, on_delete=models.SET_NULL, related_name="recommendations", null=True, blank=True
    )
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="recommendations", null=True, blank=True)
    about = models.ManyToManyField(Domain, related_name="recommendations_about", blank=True, editable=False)
    text = models.TextField()
    orig = models.TextField()
    addressee = models.CharField(max_length=300, blank=True)
    timescale = models.CharField(max_length=20, choices=Timescale.choices(), blank=True)
    # Its index leaves out the many that restate nothing: with them SQLite takes it for useless and looks at every row.
    restates = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="restated_by", null=True, blank=True, db_index=False
    )

    objects = RecommendationQuerySet.as_manager()

    class Meta(Extracted.Meta):
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


class Risk(Extracted):
    """A row of a risk table. ``rating`` is the letter and digit; ``rating_wording`` is how the document prints it."""

    KIND: ClassVar[str] = "risk"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("risk", "description", "mitigation", "rating")

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
