"""Findings, and the judgements that they support."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from findings.models.interpretations import Interpreted
from findings.models.sections import Section
from inspections.models import Domain, ExtractedQuerySet, Judgement
from inspections.vocabulary import FindingKind, Polarity


class Finding(Interpreted):
    """A numbered paragraph, or an unnumbered one of a summary, letter or list.

    ``ref`` is the printed number ("19", "3.14"), "" if there is none; ``orig`` is the text as it stands in the file.
    ``polarity`` is the effective one: that which a person set, else that which rules suggest.
    """

    KIND: ClassVar[str] = "finding"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("text", "ref", "kind", "domain", "section")
    INTERPRETED: ClassVar[tuple[str, ...]] = ("polarity", "themes")

    ref = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=10, choices=FindingKind.choices())
    section = models.ForeignKey(Section, on_delete=models.SET_NULL, related_name="findings", null=True, blank=True)
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="findings", null=True, blank=True)
    text = models.TextField()
    orig = models.TextField()
    polarity = models.CharField(max_length=10, choices=Polarity.choices(), blank=True, editable=False)

    objects = ExtractedQuerySet.as_manager()

    class Meta(Interpreted.Meta):
        constraints = [models.UniqueConstraint(fields=("report", "anchor"), name="finding_anchor_once_a_report")]
        indexes = [
            models.Index(fields=("ref", "report"), name="finding_by_ref"),
            models.Index(fields=("retired_at", "report", "polarity"), name="finding_live"),
        ]

    def __str__(self) -> str:
        return f"Paragraph {self.ref}" if self.ref else self.anchor


class Evidence(models.Model):
    """A finding that supports a judgement. ``ordinal`` follows the printed order."""

    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, related_name="evidence")
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="carries")
    ordinal = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ("judgement", "ordinal", "finding__ordinal")
        constraints = [models.UniqueConstraint(fields=("judgement", "finding"), name="evidence_once")]

    def __str__(self) -> str:
        return f"{self.finding} for {self.judgement}"
