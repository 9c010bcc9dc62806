"""Reconciliation of inspections that several documents state, in any order of loading."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findings.models import CrossReference, Recommendation
from ingest.drafts import Extraction
from ingest.load import load
from inspections.models import Conflict, Inspection, InspectionStatement, Judgement, Notice, Report
from inspections.reconciliation import reconcile, reconcile_inspections
from inspections.vocabulary import ReportKind
from tests import builders
from tests.ingest.drafts_builder import (
    extraction,
    inspection,
    judgement,
    paper,
    plan,
    sif,
)
from tests.ingest.snapshots import everything, facts, wipe
from tests.readings import reading_of

pytestmark = pytest.mark.django_db


def commissioner(**values):
    return paper(ReportKind.COMMISSIONER_REPORT, "2016-01-10", **values)


MENTION = judgement(grade="requires-improvement", inspection=inspection("sif", "2015-06"), anchor="judgement-2015")
EARLIER = inspection("child-protection", "2013-01")
VAGUE = inspection(None, "2013")


def medley() -> list[Extraction]:
    """Return documents of one authority that state or mention the same inspections."""
    looked_after = inspection("lac", "2013-07-15", "2013-07-19", published="2013-08-23")
    return [
        extraction(sif(mentions=(EARLIER,)), name="sif"),
        extraction(commissioner(judgements=(MENTION,), mentions=(VAGUE,)), name="commissioner"),
        extraction(
            paper(
                published="2013-12-17", inspection=looked_after,
                judgements=(judgement(grade="inadequate", anchor="judgement-lac", inspection=looked_after),),
            ),
            name="cabinet",
        ),
        extraction(plan(inspection=inspection("lac", "2013-07-08", "2013-07-19")), name="plan"),
    ]  # fmt: skip


def test_an_inspection_that_was_mentioned_first_is_taken_over_by_its_own_report():
    documents = medley()
    load(documents[1])
    mentioned = Inspection.objects.get(slug="sif-2015-06")
    assert mentioned.is_reported_only
    load(documents[0])
    mentioned.refresh_from_db()
    assert (mentioned.slug, mentioned.former_slugs, mentioned.is_reported_only) == (
        "sif-2015-09-14",
        ["sif-2015-06"],
        False,
    )
    reported, primary = Judgement.objects.filter(domain__code="overall-effectiveness").order_by("-basis")
    assert reported.inspection == primary.inspection == mentioned
    assert (reported.is_preferred, primary.is_preferred) == (False, True)


def test_the_dates_of_its_own_report_are_preferred_to_those_of_any_number_of_others():
    mentioned = inspection("sif", "2015-09-15", "2015-10-08", published="2015-11-28", lead_inspector="Bea Brown")
    load(extraction(sif(), name="own"))
    for month in ("2016-02-01", "2016-03-01", "2016-04-01"):
        load(extraction(paper(published=month, mentions=(mentioned,)), name=month))
    found = Inspection.objects.get()
    assert (found.started, found.published, found.lead_inspector) == ("2015-09-14", "2015-11-27", "Ada Grey")


def test_a_contradicting_first_day_is_a_conflict_with_both_places_named():
    for one in medley():
        load(one)
    conflict = Conflict.objects.get(inspection__framework__code="lac", field="started")
    sides = {side.report.kind: (side.value, side.is_preferred) for side in conflict.sides.all()}
    assert sides == {"cabinet-report": ("2013-07-15", True), "improvement-plan": ("2013-07-08", False)}
    notice = Notice.objects.get(code="conflict", report__kind="improvement-plan")
    assert "8 July 2013" in notice.message
    assert "15 July 2013" in notice.message


def test_a_mention_that_matches_two_inspections_is_kept_apart_and_marked():
    for one in medley():
        load(one)
    apart = Inspection.objects.get(framework=None)
    assert (apart.slug, apart.statements.get().report.kind) == ("inspection-2013", "commissioner-report")
    assert Notice.objects.get(code="inspection-ambiguous", report__kind="commissioner-report").level == "warning"


def test_statements_of_two_rows_keep_the_one_with_an_own_report():
    own, mentioned = builders.inspection(), builders.inspection(is_reported_only=True)
    builders.statement(builders.report(of=own), own)
    for _ in range(2):
        builders.statement(builders.report("cabinet-report"), mentioned)
    reconcile_inspections([own.authority_id])
    found = Inspection.objects.get()
    assert (found, found.slug) == (own, own.slug)
    assert found.former_slugs == [mentioned.slug]
    assert found.statements.count() == 3


def test_statements_of_two_mentioned_rows_keep_the_one_of_most_statements():
    rare, often = (builders.inspection(is_reported_only=True) for _ in range(2))
    for inspection_row in (rare, often, often):
        builders.statement(builders.report("cabinet-report"), inspection_row)
    reconcile_inspections([often.authority_id])
    assert Inspection.objects.get() == often


def test_a_row_without_statements_gives_up_its_address_to_a_new_inspection():
    abandoned = builders.inspection(slug="sif-2015-09-14", is_reported_only=True)
    report = builders.report("cabinet-report")
    stated = InspectionStatement(
        report=report, anchor="inspection", framework=builders.framework(), started="2015-09-14"
    )
    reconcile_inspections([abandoned.authority_id], (stated,))
    abandoned.refresh_from_db()
    assert abandoned.slug == f"former-{abandoned.pk}"
    assert stated.inspection.slug == "sif-2015-09-14"
    assert stated.inspection != abandoned


@pytest.mark.either_database
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(4)))
def test_any_order_of_loading_gives_the_same_rows(order):
    documents = medley()
    wipe()
    for one in documents:
        load(one)
    expected = facts()
    wipe()
    for place in order:
        load(documents[place])
    assert facts() == expected


def test_reconciling_again_changes_nothing():
    for one in medley():
        load(one)
    before = everything()
    reconcile([pk for pk in Report.objects.values_list("authority_id", flat=True) if pk])
    assert everything() == before


@pytest.mark.slow
@pytest.mark.parametrize("order", list(permutations("024", 3))[::2])
def test_the_real_contradictions_show_whatever_the_order(order, seeds):
    for digits in order:
        path = next(path for name, path in seeds.items() if name == f"00{digits}")
        load(reading_of(path))
    found = {(c.inspection.framework and c.inspection.framework.code, c.field): c for c in Conflict.objects.all()}
    ilacs = {s.report.kind: (s.value, s.is_preferred) for s in found["ilacs", "started"].sides.all()}
    assert ilacs["improvement-plan"] == ("2019-07-08", False)
    assert ilacs["cabinet-report"] == ilacs["commissioner-report"] == ("2019-07-15", True)
    values = {(s.report.kind, s.value, s.is_preferred) for s in found["sif", "started"].sides.all()}
    assert {("commissioner-report", "2015-06", False), ("sif", "2015-09-14", True)} <= values
    restated = Recommendation.objects.filter(restates__report__kind="commissioner-report")
    assert sorted(r.restates.ref for r in restated if r.restates) == ["1", "2", "3", "4", "5", "6"]
    assert CrossReference.objects.filter(reason="", action__isnull=False).count() == 84


def test_a_name_with_its_capitals_comes_before_the_same_in_small_letters():
    known = builders.inspection("ilacs", started="2024-03-04", is_reported_only=True)
    for name, ended in (("ada marsh", "2024-03-15"), ("Ada Marsh", "")):
        table = builders.report("outcomes-table", authority=known.authority, is_own=False)
        builders.statement(table, known, is_own=False, ended=ended, lead_inspector=name)
    reconcile_inspections([known.authority_id])
    known.refresh_from_db()
    assert (known.lead_inspector, known.ended) == ("Ada Marsh", "2024-03-15")
