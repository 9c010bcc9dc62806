"""Constraints of the database on inspections, judgements and sources: one test for each constraint."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from inspections.models import (
    Conflict,
    ConflictDecision,
    CrosswalkEntry,
    DomainLineage,
    EditionChoice,
    FetchedFile,
    FrameworkDomain,
    Grade,
    Inspection,
    Judgement,
    KnowledgeRevision,
    NoticeSettlement,
    Report,
    ReportSource,
    SourceFile,
    StatisticalNeighbour,
    VisibilityChange,
)
from tests import builders
from tests.builders import again

pytestmark = pytest.mark.django_db


def inspected() -> tuple[Inspection, Report]:
    found = builders.inspection()
    return found, builders.report(of=found)


def second_neighbour_at_a_rank() -> None:
    again(StatisticalNeighbour.objects.filter(rank=1)[0])


def domain_twice_in_a_framework() -> None:
    again(FrameworkDomain.objects.all()[0])


def lineage_twice() -> None:
    again(DomainLineage.objects.all()[0])


def grade_twice_in_a_framework() -> None:
    again(Grade.objects.get(framework__code="sif", code="good"), rank=9)


def two_grades_at_a_rank() -> None:
    again(Grade.objects.get(framework__code="sif", code="good"), code="better")


def two_bands_for_a_grade() -> None:
    again(CrosswalkEntry.objects.all()[0], band=9)


def two_inspections_at_an_address() -> None:
    again(inspected()[0])


def two_statements_at_an_anchor() -> None:
    found, report = inspected()
    again(builders.statement(report, found))


def two_conflicts_on_a_date() -> None:
    found, report = inspected()
    again(builders.conflict(found, report, report, ("2015-01-01", "2015-01-02")))


def two_conflicts_on_a_grade() -> None:
    found, report = inspected()
    values = {"field": "grade", "domain": builders.domain()}
    again(builders.conflict(found, report, report, ("good", "inadequate"), **values))


def two_judgements_at_an_anchor() -> None:
    again(builders.judgement(inspected()[1]), is_preferred=False)


def two_preferred_judgements() -> None:
    again(builders.judgement(inspected()[1]), anchor="another")


def judgement_with_neither_grade_nor_reason() -> None:
    builders.judgement(inspected()[1], grade_code=None, absence="")


def two_reports_at_an_address() -> None:
    again(inspected()[1], identity="another")


def two_reports_as_the_same_part_of_a_file() -> None:
    found, report = inspected()
    other = builders.report(of=found)
    ReportSource.objects.filter(report=other).update(source=report.source)


def two_current_files_of_a_report() -> None:
    report = inspected()[1]
    ReportSource.objects.create(report=report, source=builders.source(), ordinal=1, role="current")


def two_active_choices_of_an_edition() -> None:
    report, editor = inspected()[1], builders.editor()
    for _ in range(2):
        EditionChoice.objects.create(report=report, source=report.source, reason="As printed.", made_by=editor)


def second_knowledge_revision() -> None:
    KnowledgeRevision.objects.create(pk=2)


def settlement(**values) -> NoticeSettlement:
    defaults = {"key": "a", "code": "conflict", "message": "Two days.", "reason": "Both are printed."}
    author = User.objects.filter(username="editor").first() or builders.editor()
    source = SourceFile.objects.first() or builders.source()
    return NoticeSettlement.objects.create(source=source, made_by=author, **defaults | values)


def two_active_settlements_of_a_notice() -> None:
    again(settlement())


def settlement_without_a_reason() -> None:
    settlement(reason="")


def change_of_visibility(**values) -> None:
    defaults = {"before": "draft", "after": "published", "reason": "Looked at."}
    VisibilityChange.objects.create(report=builders.report(), made_by=builders.editor(), **defaults | values)


def change_of_visibility_without_a_reason() -> None:
    change_of_visibility(reason="")


def change_of_visibility_that_changes_nothing() -> None:
    change_of_visibility(before="published")


def decision_without_a_reason() -> None:
    found, _ = inspected()
    ConflictDecision.objects.create(inspection=found, field="started", value="2015", made_by=builders.editor())


def waiting_file_without_bytes() -> None:
    at = {"address": "https://files.example/1", "answered_by": "https://files.example/1", "fetched_at": timezone.now()}
    FetchedFile.objects.create(name="1", sha256="1" * 64, size=1, incoming="draft", state="waiting", stored="", **at)


BREAKERS: dict[str, Callable[[], None]] = {
    "one_neighbour_at_each_rank": second_neighbour_at_a_rank,
    "domain_once_a_framework": domain_twice_in_a_framework,
    "lineage_once": lineage_twice,
    "grade_once_a_framework": grade_twice_in_a_framework,
    "one_grade_at_each_rank": two_grades_at_a_rank,
    "one_band_a_version_and_grade": two_bands_for_a_grade,
    "inspection_slug_once_an_authority": two_inspections_at_an_address,
    "statement_anchor_once_a_report": two_statements_at_an_anchor,
    "one_conflict_a_field": two_conflicts_on_a_date,
    "one_conflict_a_grade": two_conflicts_on_a_grade,
    "judgement_anchor_once_a_report": two_judgements_at_an_anchor,
    "one_preferred_judgement": two_preferred_judgements,
    "judgement_has_a_grade_or_a_reason": judgement_with_neither_grade_nor_reason,
    "report_slug_once_an_authority": two_reports_at_an_address,
    "one_report_a_part_of_a_source": two_reports_as_the_same_part_of_a_file,
    "one_current_source_a_report": two_current_files_of_a_report,
    "one_active_choice_a_report": two_active_choices_of_an_edition,
    "one_active_settlement_a_notice": two_active_settlements_of_a_notice,
    "settlement_has_a_reason": settlement_without_a_reason,
    "decision_has_a_reason": decision_without_a_reason,
    "visibility_change_has_a_reason": change_of_visibility_without_a_reason,
    "visibility_change_changes_something": change_of_visibility_that_changes_nothing,
    "one_knowledge_revision": second_knowledge_revision,
    "waiting_file_has_its_bytes": waiting_file_without_bytes,
}


@pytest.mark.parametrize("name", BREAKERS)
def test_the_database_refuses_what_breaks_the_constraint(name):
    with pytest.raises(IntegrityError), transaction.atomic():
        BREAKERS[name]()


def test_every_constraint_has_its_test():
    models = apps.get_app_config("inspections").get_models()
    assert {constraint.name for model in models for constraint in model._meta.constraints} == set(BREAKERS)


def test_what_the_constraints_leave_free_can_be_saved():
    found, report = inspected()
    first = builders.judgement(report)
    again(first, anchor="reported", is_preferred=False)
    again(first, anchor="other-scope", scope="council")
    builders.conflict(found, report, report, ("2015-01-01", "2015-01-02"))
    builders.conflict(found, report, report, ("2015-02-01", "2015-02-02"), field="ended")
    assert (Judgement.objects.count(), Conflict.objects.count()) == (3, 2)
