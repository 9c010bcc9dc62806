"""Sections, findings, recommendations and risks."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.http import HttpRequest

from findings.admin.extracted import AddedByHand, ExtractedAdmin
from findings.admin.links import references_in, references_out
from findings.models import Finding, Recommendation, Risk, Section
from inspections.admin.base import AdminPanel, excerpt, row_link

LIST_TAIL = ("authority", "report_name", "place_shown", "marks")


@admin.register(Section)
class SectionAdmin(AddedByHand):
    """Headings and their contents."""

    hand_fields = ("parent", "after", "level", "page")
    list_display = ("heading", "level", "domain", *LIST_TAIL)
    own_filters = ("domain", "level")
    own_related = ("domain", "parent")
    text_field = "heading"
    search_fields = ("heading", "anchor", "report__title", "report__authority__name")
    facts = ("level", "parent", "origin")

    def related_panels(self, request: HttpRequest, obj: Section) -> Iterable[AdminPanel]:
        """Its findings and recommendations."""
        yield AdminPanel(
            "Findings in this section",
            ("Finding", "Text"),
            tuple((row_link(finding), excerpt(finding.text)) for finding in obj.findings.live()),
            "None.",
        )
        yield AdminPanel(
            "Recommendations in this section",
            ("Recommendation", "Text"),
            tuple((row_link(item), excerpt(item.text)) for item in obj.recommendations.live()),
            "None.",
        )


@admin.register(Finding)
class FindingAdmin(AddedByHand):
    """Numbered paragraphs, and unnumbered ones of summaries, letters and lists."""

    list_display = ("__str__", "words", "kind", "domain", *LIST_TAIL)
    own_filters = ("domain", "kind")
    own_related = ("domain", "section")

    def related_panels(self, request: HttpRequest, obj: Finding) -> Iterable[AdminPanel]:
        """References from and to the finding, and the judgements that it supports."""
        yield references_out(obj.references.all())
        yield references_in(obj.cited_by.all())
        carried = obj.carries.select_related(
            "judgement__domain", "judgement__grade", "judgement__inspection__framework"
        )
        yield AdminPanel(
            "Judgements that it carries",
            ("Judgement", "Domain", "Grade", "Paragraphs"),
            tuple(
                (
                    row_link(evidence.judgement, evidence.judgement.domain_wording),
                    str(evidence.judgement.domain),
                    str(evidence.judgement.grade or evidence.judgement.get_absence_display()),
                    evidence.judgement.evidence_range or "-",
                )
                for evidence in carried
            ),
            "None.",
        )


@admin.register(Recommendation)
class RecommendationAdmin(AddedByHand):
    """What must change."""

    list_display = ("__str__", "words", "timescale", "domain", *LIST_TAIL)
    own_filters = ("domain", "timescale")
    own_related = ("domain", "section", "parent", "restates")
    hand_fields = ("section", "after", "parent", "page")
    facts = ("parent", "restated", *ExtractedAdmin.facts)

    @admin.display(description="The same as")
    def restated(self, row: Recommendation) -> str:
        """The recommendation of another report that this one repeats."""
        return row_link(row.restates)

    def related_panels(self, request: HttpRequest, obj: Recommendation) -> Iterable[AdminPanel]:
        """The paragraphs that it cites, the actions that answer it, other references to it, and its items."""
        yield references_out(obj.references.all())
        yield references_in(obj.cited_by.filter(action__isnull=False), "Actions that answer it")
        yield references_in(obj.cited_by.filter(action__isnull=True))
        yield AdminPanel(
            "Sub-items",
            ("Recommendation", "Text"),
            tuple((row_link(item), excerpt(item.text)) for item in obj.items.live()),
            "None.",
        )


@admin.register(Risk)
class RiskAdmin(ExtractedAdmin):
    """Rows of risk tables."""

    list_display = ("words", "rating", "rating_wording", *LIST_TAIL)
    own_filters = ("rating",)
    own_related = ("section",)
    text_field = "risk"
    search_fields = ("risk", "description", "mitigation", "anchor", "report__title", "report__authority__name")
    facts = ("rating_wording", "origin")
