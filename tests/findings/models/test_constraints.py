"""The database enforces what must always be true of records, references and corrections: one test per constraint."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from findings.models import (
    Assignment,
    Correction,
    CrossReference,
    DomainSum,
    Evidence,
    FollowDecision,
    FollowedMatter,
    RecordConfirmation,
    RecordSum,
    ReportGroup,
    SearchEntry,
    ThemeSum,
)
from findings.search.entries import index_report
from inspections.models import Report
from tests import builders
from tests.builders import again

pytestmark = pytest.mark.django_db


def report() -> Report:
    return builders.report(of=builders.inspection())


def evidence_twice() -> None:
    of = report()
    builders.judgement(of, evidence=(builders.finding(of, "2"),))
    again(Evidence.objects.get(), ordinal=2)


def reference_from_two_records() -> None:
    of = report()
    reference = builders.reference_to(builders.finding(of, "2"))
    CrossReference.objects.filter(pk=reference.pk).update(recommendation=builders.recommendation(of))


def two_references_at_a_place() -> None:
    again(builders.reference_to(builders.finding(report(), "2")))


def two_active_corrections() -> None:
    again(builders.correction(builders.finding(report(), "2"), "text", "New."))


def correction_without_reason() -> None:
    builders.correction(builders.finding(report(), "2"), "text", "New.", reason="")


def search_entry_twice() -> None:
    of = builders.finding(report(), "1").report
    index_report(of.pk)
    again(SearchEntry.objects.get(report=of), id=1)


def confirmation(**values) -> RecordConfirmation:
    of = builders.finding(report(), "1")
    facts = {"report": of.report, "kind": of.KIND, "anchor": of.anchor, "key": "0", "reason": "Compared."}
    return RecordConfirmation.objects.create(made_by=builders.editor(), **facts | values)


def assignment(**values) -> Assignment:
    return Assignment.objects.create(assignee=builders.editor(), made_by=builders.editor(), **values)


def another_figure(**values) -> None:
    of = builders.finding(report(), "1", text="There are 12 plans.")
    index_report(of.report_id)
    again(of.figures.get(), **values)


def themed() -> Report:
    """A report with a finding that has a theme."""
    of = builders.finding(report(), "1", text="Caseloads are too high.").report
    index_report(of.pk)
    return of


def followed() -> FollowedMatter:
    """What a later report says of a recommendation, with a record that it links."""
    asked = builders.recommendation(report(), "1", text="Supervise every team each month.")
    later = builders.report(of=builders.inspection("ilacs", started="2023-01-01", published="2023-02-01"))
    builders.finding(later, "1", text="Supervision of teams is regular and strong.")
    index_report(asked.report_id)
    return FollowedMatter.objects.get(recommendation=asked)


def follow_decision(**values) -> FollowDecision:
    of = report()
    facts = {"report": of, "anchor": "rec-1", "later": of, "verdict": "improved", "reason": "Compared."}
    return FollowDecision.objects.create(made_by=builders.editor(), **facts | values)


def confirmation_without_reason() -> None:
    confirmation(reason="")


def assignment_of_nothing() -> None:
    assignment()


def group() -> ReportGroup:
    return ReportGroup.objects.create(key="sif", report_kind="sif", is_own=True, is_sample=False)


def records_summed_twice() -> None:
    again(RecordSum.objects.create(group=group(), kind="finding", records=3))


def theme_summed_twice() -> None:
    numbers = dict.fromkeys(("reports", "records", "strength", "weakness", "mixed", "neutral"), 1)
    again(
        ThemeSum.objects.create(
            group=group(), kind="finding", theme="neglect", criticises=True, praises=False, **numbers
        )
    )


def domain_summed_twice() -> None:
    again(DomainSum.objects.create(group=group(), domain=builders.domain(), recommendations=1))


def no_domain_summed_twice() -> None:
    again(DomainSum.objects.create(group=group(), domain=None, recommendations=1))


BREAKERS: dict[str, Callable[[], None]] = {
    "section_anchor_once_a_report": lambda: again(builders.section(report())),
    "finding_anchor_once_a_report": lambda: again(builders.finding(report())),
    "recommendation_anchor_once_a_report": lambda: again(builders.recommendation(report())),
    "risk_anchor_once_a_report": lambda: again(builders.risk(report())),
    "action_anchor_once_a_report": lambda: again(builders.action(report())),
    "evidence_once": evidence_twice,
    "records_summed_once_a_group": records_summed_twice,
    "theme_summed_once_a_group": theme_summed_twice,
    "domain_summed_once_a_group": domain_summed_twice,
    "no_domain_summed_once_a_group": no_domain_summed_twice,
    "reference_has_one_source": reference_from_two_records,
    "reference_ordinal_once_a_report": two_references_at_a_place,
    "one_active_correction_a_field": two_active_corrections,
    "correction_has_a_reason": correction_without_reason,
    "one_search_entry_a_record": search_entry_twice,
    "one_confirmation_that_holds_a_record": lambda: again(confirmation(), key="1"),
    "confirmation_has_a_reason": confirmation_without_reason,
    "one_active_assignment_a_report": lambda: again(assignment(report=report())),
    "one_active_assignment_a_place": lambda: again(assignment(stop="warning-1")),
    "assignment_has_a_report_or_a_place": assignment_of_nothing,
    "theme_once_a_record": lambda: again(themed().record_themes.get()),
    "theme_counted_once_a_report": lambda: again(themed().theme_counts.get()),
    "figure_once_a_place": another_figure,
    "matter_followed_once_a_report": lambda: again(followed()),
    "record_linked_once_a_matter": lambda: again(followed().records.get()),
    "one_active_follow_decision": lambda: again(follow_decision()),
    "follow_decision_has_a_reason": lambda: again(follow_decision(), reason="", anchor="rec-2"),
    "records_counted_once_a_report": lambda: again(themed().record_counts.get()),
    "matter_asked_once": lambda: again(followed().recommendation.asked_matters.get()),
    "figure_is_printed": lambda: another_figure(ordinal=2, start=2, end=2),
}


@pytest.mark.parametrize("name", BREAKERS)
def test_the_database_refuses_what_breaks_the_constraint(name):
    with pytest.raises(IntegrityError), transaction.atomic():
        BREAKERS[name]()


def test_every_constraint_has_its_test():
    models = apps.get_app_config("findings").get_models()
    assert {constraint.name for model in models for constraint in model._meta.constraints} == set(BREAKERS)


def test_a_withdrawn_correction_makes_way_for_another():
    first = builders.correction(builders.finding(report(), "2"), "text", "New.")
    Correction.objects.filter(pk=first.pk).update(withdrawn_at="2026-01-01T00:00Z")
    again(first, withdrawn_at=None)
    assert Correction.objects.active().count() == 1
