"""The columns of what was said: recommendations and actions."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Case, QuerySet, Value, When

from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.common import SOURCE, inspection, own_inspection, place, time
from findings.exports.joins import address_of, domains_told, paragraphs_cited, recommendations_answered, values_of
from findings.labels import label_of
from findings.references.answers import answered_keys
from inspections.lists.lookups import among

PUBLISHED = "Year in which the report was published"
_TIME_AND_PLACE = (
    *time(lambda row: row.report.year, PUBLISHED),
    *place(lambda row: row.report.authority),
)


def _restated(row: Any, site: str) -> object:
    return link("restates")(row, site) if row.restates and row.restates.report.is_public else None


RECOMMENDATION_COLUMNS: tuple[ExportColumn, ...] = (
    *_TIME_AND_PLACE,
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
        "Codes of the domains that it is about: that of its place in the report, else those of the paragraphs that it cites",
        lambda row, site: values_of(row.about_domains),
        Datatype.WORDS,
    ),
    ExportColumn("section", "Heading under which it stands", of("section.heading")),
    ExportColumn(
        "paragraphs_cited",
        "Numbers of the paragraphs that it and its items cite",
        lambda row, site: values_of(row.paragraphs_cited),
        Datatype.WORDS,
    ),
    ExportColumn(
        "answered",
        "yes where an action answers it, of the improvement plans that were read",
        of("answered"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn("restates", "Permanent address of the recommendation that it repeats", _restated, Datatype.ADDRESS),
    *SOURCE,
)

ACTION_COLUMNS: tuple[ExportColumn, ...] = (
    *_TIME_AND_PLACE,
    ExportColumn("action_ref", "Number as printed, empty where none is", of("ref")),
    ExportColumn("priority", "Priority of the plan under which it stands, as printed", of("priority")),
    ExportColumn("text", "The action, whole", of("text"), required=True),
    ExportColumn("lead", "Who leads it, as printed", of("lead")),
    ExportColumn("partners", "Who helps, as printed", of("partners")),
    ExportColumn("due", "By when, as printed", of("due")),
    ExportColumn(
        "due_by",
        "The day by which it is to be done, where the wording tells one; a month counts to its last day",
        of("due_by"),
        Datatype.DAY,
    ),
    ExportColumn("success_measures", "What success is, as printed", of("success_measures")),
    ExportColumn("resources", "Resources, as printed", of("resources")),
    ExportColumn("measure", "What is measured, as printed", of("measure")),
    ExportColumn("baseline", "Where the measure stood, as printed", of("baseline")),
    ExportColumn("target", "Where the measure is to stand, as printed", of("target")),
    ExportColumn("rag", "Rating of progress, as printed", of("rag")),
    ExportColumn(
        "recommendations_answered",
        "Permanent addresses of the recommendations that it answers",
        lambda row, site: tuple(f"{site}{address_of(one)}" for one in values_of(row.recommendations_answered)),
        Datatype.WORDS,
    ),
    *SOURCE,
)

REPORT = ("report__authority", "report__source", "report__inspection__framework")


def with_report(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Records with what the columns need that all of them have."""
    return rows.select_related(*REPORT)


def recommendations_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Recommendations with all that their columns need."""
    whole: QuerySet[Any] = rows.select_related(*REPORT, "parent", "domain", "section", "restates__report__authority")
    found: QuerySet[Any] = whole.annotate(
        paragraphs_cited=paragraphs_cited(),
        about_domains=domains_told(),
        answered=Case(When(among(answered_keys()), then=True), default=Value(False), output_field=BooleanField()),
    )
    return found


def actions_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Actions with all that their columns need."""
    whole: QuerySet[Any] = rows.select_related(*REPORT)
    found: QuerySet[Any] = whole.annotate(recommendations_answered=recommendations_answered())
    return found
