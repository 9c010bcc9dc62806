"""What a briefing says of the inspections and visits of an authority that began after its newest graded report's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from findings.briefings.content import BriefingPassage, BriefingSection, Notes
from findings.briefings.records import recommendations
from findings.models import Recommendation
from inspections.counted import counted
from inspections.lists.as_at import is_full
from inspections.models import Authority, Inspection, InspectionStatement, Report, partial_dates
from inspections.models.inspection_days import first_day
from inspections.templatetags.reading import inspection_dates


@dataclass(frozen=True, slots=True)
class LaterInspections:
    """Inspections that began after one, the newest first; or all of an authority.

    ``since`` is the day of that one, "" for all. ``told_by`` has for each the report that tells of it, its own where it
    is held. ``unread`` are those whose own report is not held, though it grades services.
    """

    since: str
    inspections: tuple[Inspection, ...]
    told_by: dict[int, Report]
    asked: dict[int, list[Recommendation]]
    unread: frozenset[int]

    @classmethod
    def of(cls, authority: Authority, one: Inspection | None) -> LaterInspections:
        """The inspections of an authority that began after ``one``, in four queries."""
        since = first_day(one) if one else ""
        known = Inspection.objects.published().filter(authority=authority).select_related("framework", "authority")
        later = [row for row in known if first_day(row) > since and row != one]
        later.sort(key=lambda row: (first_day(row), row.pk), reverse=True)
        keys = [row.pk for row in later]
        full = Inspection.objects.filter(is_full(), pk__in=keys, is_reported_only=True)
        told_by = _told_by(keys)
        asked: dict[int, list[Recommendation]] = {}
        own = [told_by[row.pk].pk for row in later if not row.is_reported_only and row.pk in told_by]
        for wanted in recommendations().filter(report__in=own).order_by("report", "ordinal"):
            asked.setdefault(wanted.report_id, []).append(wanted)
        return cls(since, tuple(later), told_by, asked, frozenset(full.values_list("pk", flat=True)))

    def not_held(self, notes: Notes) -> list[BriefingSection]:
        """The graded inspections that are newer than all that is quoted, if there are any; or that none is quoted."""
        rows = [one for one in self.inspections if one.pk in self.unread]
        if not rows:
            return []
        what = counted(len(rows), "graded inspection", "graded inspections")
        are = "is" if len(rows) == 1 else "are"
        if not self.since:
            none = "No report of a graded inspection of this authority is held, so none is quoted."
            known = f"{what} {are} known from other documents alone."
            return [BriefingSection("What is not held", f"{none} {known}", ())]
        lead = f"{what} {are} newer than the report that is quoted below, and known from other documents alone."
        passages = tuple(BriefingPassage(_words(one), self._notes(one, notes)) for one in rows)
        return [BriefingSection("Newer reports that are not held", lead, passages)]

    def section(self, notes: Notes) -> BriefingSection:
        """Every later inspection, with what its report asks for."""
        passages: list[BriefingPassage] = []
        for one in self.inspections:
            asked = self.asked.get(self.told_by[one.pk].pk, []) if one.pk in self.told_by else []
            makes = f" Its report makes {counted(len(asked), 'recommendation')}:" if asked else ""
            passages += [BriefingPassage(f"{_words(one)}{makes}", self._notes(one, notes)), *notes.quotes(asked)]
        known = f"{counted(len(self.inspections), 'inspection or visit', 'inspections and visits')} known"
        after = f" that began after {partial_dates.display(self.since)}" if self.since else ""
        return BriefingSection("What came since" if self.since else "Inspections", f"{known}{after}.", tuple(passages))

    def _notes(self, one: Inspection, notes: Notes) -> tuple[int, ...]:
        return (notes.cite(self.told_by[one.pk]),) if one.pk in self.told_by else ()


def _told_by(inspections: Sequence[int]) -> dict[int, Report]:
    """By the key of each inspection the published report that tells of it: its own first, else the newest."""
    statements = InspectionStatement.objects.published().filter(inspection__in=inspections)
    related = ("report__authority", "report__inspection__framework", "report__inspection__authority")
    found: dict[int, Report] = {}
    for one in statements.select_related(*related).order_by("-is_own", "-report__published", "pk"):
        found.setdefault(one.inspection_id, one.report)
    return found


def _words(inspection: Inspection) -> str:
    name = inspection.framework.name if inspection.framework else "Inspection under a framework that is not known"
    held = " Its report is not held." if inspection.is_reported_only else ""
    return f"{name}: {inspection_dates(inspection)}.{held}"
