"""Judgements of inspections."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from inspections.models.extracted import Extracted, ExtractedQuerySet
from inspections.models.framework import Domain, Grade
from inspections.models.inspection import Inspection, InspectionStatement
from inspections.reference.tables import framework_codes
from inspections.vocabulary import Absence, Basis, FrameworkType, Scope

# Frameworks whose outcomes are for a whole area and all its partners, on a scale that no other framework shares.
AREA_FRAMEWORKS = frozenset(framework_codes(FrameworkType.AREA))


class JudgementQuerySet(ExtractedQuerySet["Judgement"]):
    """Queries for judgements."""

    def preferred(self) -> Self:
        """Return the preferred judgement of each fact: a primary one, or a reported one if no primary one is public."""
        return self.filter(is_preferred=True)

    def of_services(self) -> Self:
        """Return the judgements on children's services, which can be compared, without the outcomes of whole areas."""
        return self.exclude(inspection__framework__code__in=AREA_FRAMEWORKS)

    def for_domain(self, code: str) -> Self:
        """Return the judgements of one domain, by its code."""
        return self.filter(domain__code=code)

    def with_paragraph(self, ref: str) -> Self:
        """Return the judgements whose evidence includes the numbered paragraph ("38", "3.14")."""
        holding = Judgement.objects.filter(evidence__finding__ref=ref, evidence__finding__retired_at__isnull=True)
        return self.filter(pk__in=holding.values("pk"))


class Judgement(Extracted):
    """Inspection x domain x scope, with the grade and its wording as printed. ``absence`` says why a grade is null.

    ``evidence_range`` is the range of paragraphs that support the judgement, as people cite it ("14 to 38"); the
    findings themselves are related as ``evidence``. ``statement`` is the report's statement about the inspection, from
    which the inspection was identified; it is null in rows made by hand. ``is_preferred`` marks the one judgement that
    counts among those of the same inspection, domain and scope.
    """

    KIND: ClassVar[str] = "judgement"
    CORRECTABLE: ClassVar[tuple[str, ...]] = ("grade", "grade_wording", "absence", "domain", "domain_wording", "scope")

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="judgements")
    statement = models.ForeignKey(
        InspectionStatement, on_delete=models.SET_NULL, related_name="judgements", null=True, blank=True
    )
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="judgements")
    domain_wording = models.CharField(max_length=300)
    scope = models.CharField(max_length=20, choices=Scope.choices(), blank=True)
    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, related_name="judgements", null=True, blank=True)
    grade_wording = models.CharField(max_length=300, blank=True)
    absence = models.CharField(max_length=20, choices=Absence.choices(), blank=True)
    basis = models.CharField(max_length=10, choices=Basis.choices())
    evidence_range = models.CharField(max_length=200, blank=True)
    is_preferred = models.BooleanField(default=False)

    objects = JudgementQuerySet.as_manager()

    class Meta(Extracted.Meta):
        constraints = [
            models.UniqueConstraint(fields=("report", "anchor"), name="judgement_anchor_once_a_report"),
            models.UniqueConstraint(
                fields=("inspection", "domain", "scope"), condition=Q(is_preferred=True), name="one_preferred_judgement"
            ),
            models.CheckConstraint(
                condition=Q(grade__isnull=False, absence="") | (Q(grade__isnull=True) & ~Q(absence="")),
                name="judgement_has_a_grade_or_a_reason",
            ),
        ]
        indexes = [models.Index(fields=("domain", "inspection"), name="judgement_by_domain")]

    def __str__(self) -> str:
        return f"{self.domain_wording}: {self.grade_wording or self.get_absence_display()}"
