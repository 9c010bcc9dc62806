"""Local authorities and their statistical neighbours."""

from __future__ import annotations

from functools import lru_cache
from typing import Self

from django.db import models
from django.urls import get_script_prefix, reverse

from inspections.models.visibility import is_published


class AuthorityQuerySet(models.QuerySet["Authority"]):
    """Queries for authorities."""

    def with_reports(self) -> Self:
        """Return the authorities that have at least one report, whoever may see it."""
        return self.filter(reports__isnull=False).distinct()

    def with_published_reports(self) -> Self:
        """Return the authorities that have at least one report that the public pages show."""
        return self.filter(is_published("reports__")).distinct()


class Authority(models.Model):
    """A local authority of England, present or past. Reference data: edited in the CSV file and loaded by migration."""

    la_code = models.CharField("LA code", max_length=3, unique=True)
    gss_code = models.CharField("GSS code", max_length=9, blank=True)
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=100, unique=True)
    region = models.CharField(max_length=60)
    ofsted_urn = models.CharField("Ofsted provider number", max_length=10, blank=True)
    opened = models.DateField(null=True, blank=True)
    closed = models.DateField(null=True, blank=True)
    is_sample = models.BooleanField(default=False, help_text="Invented for the project's samples; it does not exist.")
    predecessors = models.ManyToManyField("self", symmetrical=False, related_name="successors", blank=True)
    neighbours = models.ManyToManyField(
        "self", symmetrical=False, related_name="neighbour_of", through="StatisticalNeighbour", blank=True
    )

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "authorities"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the authority's page."""
        return _address(self.slug, get_script_prefix())


@lru_cache(maxsize=1000)
def _address(slug: str, _prefix: str) -> str:
    """The address of an authority, which a map and its table have some hundred times on one page."""
    return reverse("authority", args=[slug])


class StatisticalNeighbour(models.Model):
    """One of the ten authorities that the DfE lists as most similar to another; rank 1 is the closest."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="neighbour_links")
    neighbour = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("authority", "rank")
        constraints = [models.UniqueConstraint(fields=("authority", "rank"), name="one_neighbour_at_each_rank")]

    def __str__(self) -> str:
        return f"{self.authority}: {self.rank}. {self.neighbour}"
