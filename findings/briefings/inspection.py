"""A briefing on an inspection: its judgements, what its report asks for, criticises and praises."""

from __future__ import annotations

from findings.briefings.authority import sections_of_report
from findings.briefings.content import Briefing, BriefingPassage, BriefingSection, Notes
from findings.briefings.grades import judgement_words
from findings.briefings.records import own_reports
from inspections.judgements.over_time import RELATED
from inspections.models import Inspection, Judgement


def briefing_on_inspection(inspection: Inspection, site: str) -> Briefing:
    """The briefing on an inspection. Without a report of its own there are judgements alone, as others tell them."""
    notes = Notes(site)
    rows = Judgement.objects.published().preferred().filter(inspection=inspection)
    passages = tuple(
        BriefingPassage(f"{row.domain.name}: {judgement_words(row)}.", (notes.cite(row.report, row),))
        for row in rows.select_related(*RELATED).order_by("domain__order", "scope", "pk")
    )
    report = own_reports().filter(inspection=inspection).first()
    sections = [BriefingSection("How it was judged", _lead(inspection, bool(passages)), passages)]
    if report is None:
        sections.append(BriefingSection("Its report", "The report of this inspection itself is not held.", ()))
    else:
        sections += sections_of_report(report, notes)
    name = f"briefing-{inspection.authority.slug}-{inspection.slug}"
    return notes.briefing(f"{inspection}: a briefing", name, sections)


def _lead(inspection: Inspection, is_judged: bool) -> str:
    if is_judged:
        return "The preferred judgement of each domain."
    gives_grades = inspection.framework is None or inspection.framework.graded
    return "No judgement of it is held." if gives_grades else "Inspections of this kind give no grades."
