"""Inspection frameworks: the domains that they judge, their grades, and how both compare across frameworks."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from inspections.vocabulary import Comparability, Scope


class Framework(models.Model):
    """An inspection framework, with the inspectorate and the years in which it was used."""

    code = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=40)
    inspectorate = models.CharField(max_length=100)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)
    graded = models.BooleanField()

    class Meta:
        ordering = ("first_year", "code")

    def __str__(self) -> str:
        return self.short_name


class Domain(models.Model):
    """A subject of judgement, with one code across frameworks."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=100)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("order",)

    def __str__(self) -> str:
        return self.name


class FrameworkDomain(models.Model):
    """A domain as one framework words it, and the scopes in which it is judged ("" where it is judged once)."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="framework_domains")
    domain = models.ForeignKey(Domain, on_delete=models.CASCADE, related_name="framework_domains")
    wording = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField()
    scopes = models.CharField(max_length=60, blank=True)
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("framework", "order")
        constraints = [models.UniqueConstraint(fields=("framework", "domain"), name="domain_once_a_framework")]

    def __str__(self) -> str:
        return f"{self.framework}: {self.wording}"


class DomainLineage(models.Model):
    """How a domain of an older framework continues in one of today's domains, which are the columns of the matrix.

    ``scope`` limits it to judgements of one scope, "" to those without one; ``ANY_SCOPE`` stands for all.
    """

    ANY_SCOPE: ClassVar[str] = "any"

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="lineage")
    domain = models.ForeignKey(Domain, on_delete=models.CASCADE, related_name="lineage")
    scope = models.CharField(max_length=20, blank=True, default=ANY_SCOPE)
    column = models.ForeignKey(Domain, on_delete=models.CASCADE, related_name="ancestry")
    comparability = models.CharField(max_length=10, choices=Comparability.choices())
    note = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "domain lineage"
        ordering = ("column", "framework")
        constraints = [models.UniqueConstraint(fields=("framework", "domain", "scope", "column"), name="lineage_once")]

    def __str__(self) -> str:
        return f"{self.framework} {self.domain} → {self.column}"

    @property
    def scope_label(self) -> str:
        """The label of the scope to which it is limited, "" where it is limited to none."""
        return Scope(self.scope).label if self.scope in Scope.values() else ""


class Grade(models.Model):
    """A grade of one framework's scale. Rank 1 is the best; ``number`` is the number that reports print, if any."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="grades")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=60)
    rank = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("framework", "rank")
        constraints = [
            models.UniqueConstraint(fields=("framework", "code"), name="grade_once_a_framework"),
            models.UniqueConstraint(fields=("framework", "rank"), name="one_grade_at_each_rank"),
        ]

    def __str__(self) -> str:
        return self.name


class CrosswalkEntry(models.Model):
    """One row of a version of the crosswalk: the comparable band (1 is the best) of a framework's grade."""

    version = models.CharField(max_length=20)
    grade = models.ForeignKey(Grade, on_delete=models.CASCADE, related_name="bands")
    band = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "crosswalk entries"
        ordering = ("version", "grade")
        constraints = [models.UniqueConstraint(fields=("version", "grade"), name="one_band_a_version_and_grade")]

    def __str__(self) -> str:
        return f"{self.version}: {self.grade} → {self.band}"
