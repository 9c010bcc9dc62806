"""The filters of judgements and inspections, shared by their pages and exports."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Case, CharField, F, When
from django.db.models.expressions import Combinable

from inspections.caching.revision import for_revision
from inspections.lists.filters import ChoicesFilter, DerivedFilter, ParagraphFilter, YearsFilter, codes
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.grouping import BY_INSPECTION
from inspections.lists.holding import framework_code, frameworks_and_unknown, holding, reading, readings
from inspections.models import Authority, Domain, Framework, Grade, Report
from inspections.vocabulary import Absence, Basis, Holding, ReportKind


@for_revision
def authorities() -> Iterable[tuple[str, str]]:
    """Authorities by name; those of the samples last, and marked."""
    found = Authority.objects.order_by("is_sample", "name").values_list("slug", "name", "is_sample")
    return ((slug, f"{name} (sample)" if sample else name) for slug, name, sample in found)


@for_revision
def regions() -> Iterable[tuple[str, str]]:
    """Regions of England that have authorities, by name."""
    names = Authority.objects.order_by("region").values_list("region", flat=True).distinct()
    return ((name, name) for name in names)


@for_revision
def grades() -> Iterable[tuple[str, str]]:
    """Grades by code, best first, under the shortest of their names, and the reasons why there is none."""
    names: dict[str, str] = {}
    for code, name in Grade.objects.order_by("rank", "framework").values_list("code", "name"):
        names[code] = min(names.get(code, name), name, key=len)
    return (*names.items(), *Absence.choices())


def bases() -> Iterable[tuple[str, str]]:
    """Who states the judgement, in a few words."""
    return ((Basis.PRIMARY, "Primary (the inspection’s own report)"), (Basis.REPORTED, "Reported (another document)"))


@for_revision
def tables_of_outcomes() -> Iterable[tuple[str, str]]:
    """The tables of outcomes that were read, by title."""
    tables = Report.objects.published().filter(kind=ReportKind.OUTCOMES_TABLE)
    return tables.order_by("title", "slug").values_list("slug", "title")


def table_of_outcomes() -> Combinable:
    """The table of outcomes that a row is from, by its slug; null for other reports, so that few groups are counted."""
    return Case(When(report__kind=ReportKind.OUTCOMES_TABLE, then=F("report__slug")), output_field=CharField())


class JudgementFilterSet(FacetedFilterSet):
    """Filters of judgements."""

    group = BY_INSPECTION

    paragraph = ParagraphFilter(label="Paragraph", hint="The number of a paragraph of its evidence, such as 38 or 3.14")
    authority = ChoicesFilter("inspection__authority__slug", load=authorities, label="Authority", shown_as="select")
    year = YearsFilter("inspection__year", label="Year of the inspection")
    domain = ChoicesFilter("domain__code", load=codes(Domain, "code", "name"), label="Domain")
    grade = ChoicesFilter("grade__code", extra_path="absence", load=grades, label="Grade")
    framework = ChoicesFilter(
        "inspection__framework__code", load=codes(Framework, "code", "short_name"), label="Framework"
    )
    basis = ChoicesFilter("basis", load=bases, label="Basis")
    table = DerivedFilter(
        derive=table_of_outcomes, load=tables_of_outcomes, label="Table of outcomes", shown_as="select"
    )
    region = ChoicesFilter("inspection__authority__region", load=regions, label="Region")


class InspectionFilterSet(FacetedFilterSet):
    """Filters of inspections."""

    authority = ChoicesFilter("authority__slug", load=authorities, label="Authority", shown_as="select")
    year = YearsFilter("year", label="Year of the inspection")
    framework = DerivedFilter(derive=framework_code, load=frameworks_and_unknown, label="Framework")
    region = ChoicesFilter("authority__region", load=regions, label="Region")
    held = DerivedFilter(derive=holding, load=Holding.choices, label="How it is known")
    reading = DerivedFilter(derive=reading, load=readings, label="How far its report was read")


class CoverageFilterSet(FacetedFilterSet):
    """Filters of what is held: each row stands for the inspections of an authority, a framework and a year."""

    authority = ChoicesFilter("authority__slug", load=authorities, label="Authority", shown_as="select")
    region = ChoicesFilter("authority__region", load=regions, label="Region")
    framework = DerivedFilter(derive=framework_code, load=frameworks_and_unknown, label="Framework")
    year = YearsFilter("year", label="Year of the inspection")


class AuthorityFilterSet(FacetedFilterSet):
    """Filters of authorities."""

    region = ChoicesFilter("region", load=regions, label="Region")

    class Meta:
        model = Authority
        fields: tuple[str, ...] = ()
