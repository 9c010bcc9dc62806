"""How inspections are known, and how far their reports were read, as expressions over rows of inspections.

Only what the public sees counts: an inspection whose report is hidden is known from elsewhere. An inspection that a
table of outcomes and other documents state is known from the table.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Case, CharField, Exists, OuterRef, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from inspections.caching.revision import for_revision
from inspections.models import Framework, InspectionStatement, Report
from inspections.vocabulary import Holding, ReadingStatus, ReportKind

UNKNOWN_FRAMEWORK = "unknown"


def own_statements() -> QuerySet[InspectionStatement]:
    """What the own report of the inspection of the outer query states of it."""
    return InspectionStatement.objects.published().filter(inspection=OuterRef("pk"), is_own=True)


def statements_of_tables() -> QuerySet[InspectionStatement]:
    """What tables of outcomes state of the inspection of the outer query."""
    tables = InspectionStatement.objects.published().filter(report__kind=ReportKind.OUTCOMES_TABLE)
    return tables.filter(inspection=OuterRef("pk"))


def own_reports() -> QuerySet[Report]:
    """The own reports of the inspection of the outer query."""
    return Report.objects.published().filter(inspection=OuterRef("pk"), is_own=True)


def holding() -> Combinable:
    """How an inspection is known: a ``Holding``."""
    return Case(
        When(Exists(own_statements()), then=Value(Holding.REPORT.value)),
        When(Exists(statements_of_tables()), then=Value(Holding.TABLE.value)),
        default=Value(Holding.MENTION.value),
        output_field=CharField(),
    )


def reading() -> Combinable:
    """How far the own report of an inspection was read: a ``ReadingStatus``, null where there is none."""
    partial = own_reports().filter(source__status=ReadingStatus.PARTIAL)
    return Case(
        When(Exists(partial), then=Value(ReadingStatus.PARTIAL.value)),
        When(Exists(own_reports()), then=Value(ReadingStatus.COMPLETE.value)),
        output_field=CharField(),
    )


def framework_code() -> Combinable:
    """The code of the framework of an inspection, ``UNKNOWN_FRAMEWORK`` where no document names it."""
    return Coalesce("framework__code", Value(UNKNOWN_FRAMEWORK))


@for_revision
def frameworks_and_unknown() -> Iterable[tuple[str, str]]:
    """Frameworks by code, and the choice of inspections whose framework is not known."""
    return (*Framework.objects.values_list("code", "short_name"), (UNKNOWN_FRAMEWORK, "Not known"))


def readings() -> Iterable[tuple[str, str]]:
    """The statuses that a report which was read can have."""
    return ((one.value, one.label) for one in (ReadingStatus.COMPLETE, ReadingStatus.PARTIAL))
