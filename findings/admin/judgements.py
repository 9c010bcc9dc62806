"""Judgements, as editors correct them.

Their admin is in this app, because corrections are and imports point one way.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from findings.admin.extracted import AddedByHand
from findings.admin.forms import JudgementForm, JudgementHandForm
from inspections.admin.base import AdminPanel, excerpt, place, row_link
from inspections.admin_site import AdminQueue
from inspections.models import Grade, Judgement, partial_dates
from inspections.vocabulary import Absence


class GradeFilter(admin.SimpleListFilter):
    """Grades by their code, over all frameworks."""

    title = "grade"
    parameter_name = "grade"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Each code once, the best first."""
        return list(dict(Grade.objects.order_by("rank", "-framework__first_year").values_list("code", "name")).items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Judgement]) -> QuerySet[Judgement]:
        """Judgements with the chosen grade."""
        return queryset.filter(grade__code=self.value()) if self.value() else queryset


@admin.register(Judgement)
class JudgementAdmin(AddedByHand):
    """Judgements with the paragraphs that support them."""

    form = JudgementForm
    hand_form = JudgementHandForm
    hand_fields = ("page",)
    list_display = (
        "domain",
        "verdict",
        "grade_wording",
        "scope",
        "authority",
        "inspected",
        "stated",
        "place_shown",
        "marks",
    )
    own_filters = ("domain", GradeFilter, "absence", "basis", "is_preferred")
    own_related = ("domain", "grade", "inspection__authority", "inspection__framework")
    search_fields = ("domain_wording", "grade_wording", "anchor", "report__title", "report__authority__name")
    facts = ("inspection_link", "basis", "is_preferred", "evidence_range", "origin")
    queues = (
        AdminQueue(
            rank=6,
            title="Judgements without a legible grade",
            about="Look at the page and correct them, or leave the reason.",
            rows=Judgement.objects.live,
            by="absence",
            parts=tuple(
                (str(absence), str(absence.label), f"absence__exact={absence}")
                for absence in (Absence.NOT_READ, Absence.NOT_LEGIBLE)
            ),
        ),
    )

    def words_of(self, row: Judgement) -> str:
        """Domain and grade."""
        return f"{row.domain_wording}: {row.grade_wording or row.get_absence_display()}"

    @admin.display(description="grade", ordering="grade__rank")
    def verdict(self, judgement: Judgement) -> str:
        """The grade, or the reason for its absence."""
        return str(judgement.grade or judgement.get_absence_display())

    @admin.display(description="inspection", ordering="inspection__started")
    def inspected(self, judgement: Judgement) -> str:
        """The framework and the first day."""
        of = judgement.inspection
        return f"{of.framework or 'Inspection'}, {partial_dates.display(of.started or of.published)}"

    @admin.display(description="basis", ordering="basis")
    def stated(self, judgement: Judgement) -> str:
        """Primary or reported."""
        return judgement.basis.capitalize()

    def marks_of(self, row: Judgement) -> dict[str, bool]:
        """Also whether another judgement is preferred."""
        return {"not preferred": not row.is_preferred, **super().marks_of(row)}

    @admin.display(description="inspection")
    def inspection_link(self, judgement: Judgement) -> str:
        """A link to the inspection."""
        return row_link(judgement.inspection)

    def related_panels(self, request: HttpRequest, obj: Judgement) -> Iterable[AdminPanel]:
        """The evidence, and what other documents state about the same fact."""
        others = Judgement.objects.live().filter(inspection=obj.inspection, domain=obj.domain, scope=obj.scope)
        yield AdminPanel(
            "The same judgement elsewhere",
            ("Report", "Grade", "As printed", "Basis", "Preferred"),
            tuple(
                (
                    row_link(other, str(other.report)),
                    self.verdict(other),
                    other.grade_wording or "-",
                    other.get_basis_display(),
                    "yes" if other.is_preferred else "no",
                )
                for other in others.exclude(pk=obj.pk).select_related("report", "grade")
            ),
            "No other document states it.",
        )
        yield AdminPanel(
            "Evidence",
            ("Finding", "Text", "Place"),
            tuple(
                (row_link(evidence.finding), excerpt(evidence.finding.text), place(evidence.finding))
                for evidence in obj.evidence.select_related("finding")
            ),
            "No paragraph was tied to it.",
        )
