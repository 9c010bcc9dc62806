"""The columns of recommendations."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Case, QuerySet, When

from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.interpretations import THEME_COLUMNS
from findings.exports.joins import domain_codes, paragraphs_cited, values_of
from findings.exports.shared_columns import SOURCE, inspection, own_inspection, time_and_place_of_report, with_report
from findings.labels import label_of
from findings.references.answers import answered, asked_by_plans


def _restated(row: Any, site: str) -> object:
    return link("restates")(row, site) if row.restates and row.restates.report.is_public else None


RECOMMENDATION_COLUMNS: tuple[ExportColumn, ...] = (
    *time_and_place_of_report(),
    *inspection(own_inspection),
    ExportColumn("recommendation_ref", "Number as printed, empty where none is", of("ref")),
    ExportColumn("recommendation", "Name by which pages call it", lambda row, site: label_of(row), required=True),
    ExportColumn("part_of", "Anchor of the recommendation of which it is an item", of("parent.anchor")),
    ExportColumn("text", "The recommendation, whole", of("text"), required=True),
    ExportColumn("addressee", "To whom it is addressed, where it is printed", of("addressee")),
    ExportColumn("timescale", "Code of the time that the report sets", of("timescale")),
    ExportColumn("domain", "Code of the domain", of("domain.code")),
    ExportColumn(
        "about_domains",
        "Codes of the domains that it is about: that of its place in the report, "
        "else those of the paragraphs that it cites, else those that its words suggest",
        lambda row, site: values_of(row.about_domains),
        Datatype.WORDS,
    ),
    ExportColumn(
        "domains_suggested",
        "yes where the report tells none of these domains and only the words of the recommendation suggest them",
        of("is_domain_suggested"),
        Datatype.TRUTH,
        required=True,
    ),
    *THEME_COLUMNS,
    ExportColumn("section", "Heading under which it stands", of("section.heading")),
    ExportColumn(
        "paragraphs_cited",
        "Numbers of the paragraphs that it and its items cite",
        lambda row, site: values_of(row.paragraphs_cited),
        Datatype.WORDS,
    ),
    ExportColumn(
        "answered",
        "yes where an action answers it, no where a plan that has to answer it is held and no action does; empty where "
        "no such plan is held",
        of("answered"),
        Datatype.TRUTH,
    ),
    ExportColumn("restates", "Permanent address of the recommendation that it repeats", _restated, Datatype.ADDRESS),
    *SOURCE,
)


def recommendations_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Recommendations with all that their columns need."""
    whole: QuerySet[Any] = with_report(rows).select_related(
        *("parent", "domain", "section", "restates__report__authority")
    )
    found: QuerySet[Any] = whole.annotate(
        paragraphs_cited=paragraphs_cited(),
        about_domains=domain_codes(),
        answered=Case(
            When(answered(), then=True),
            When(asked_by_plans(), then=False),
            default=None,
            output_field=BooleanField(null=True),
        ),
    )
    return found
