"""Until when inspections are held: newest days of full inspections and visits, from reports and tables."""

import pytest

from inspections.lists.as_at import HeldUpTo, InspectionGroup, as_at, held_words
from inspections.vocabulary import ReportKind
from tests import builders

pytestmark = pytest.mark.django_db


def held(code: str, published: str, **values):
    """An inspection with its own report."""
    inspection = builders.inspection(code, started=published, published=published, **values)
    report = builders.report(of=inspection)
    builders.statement(report, inspection, is_own=True)
    return inspection


def told(kind: str, code: str, published: str):
    """An inspection that only a document of another kind states."""
    inspection = builders.inspection(code, started=published, published=published, is_reported_only=True)
    builders.statement(builders.report(kind), inspection, is_own=False)
    return inspection


def test_full_inspections_and_visits_have_days_of_their_own():
    held("ilacs", "2025-01-27")
    held("ilacs", "2019-01-27")
    held("focused-visit", "2025-12-02")
    assert as_at() == (
        HeldUpTo(InspectionGroup.FULL, "2025-01-27", "2025-01-27"),
        HeldUpTo(InspectionGroup.VISITS, "2025-12-02", "2025-12-02"),
    )
    assert not as_at()[0].is_from_table


def test_tables_of_outcomes_count_and_mentions_do_not():
    held("ilacs", "2024-01-27")
    told(ReportKind.OUTCOMES_TABLE, "ilacs", "2025-03-01")
    told(ReportKind.CABINET_REPORT, "ilacs", "2026-03-01")
    (full,) = as_at()
    assert (full.newest, full.newest_read, full.is_from_table) == ("2025-03-01", "2024-01-27", True)


def test_reviews_of_areas_and_boards_are_no_full_inspections():
    held("send", "2025-01-27")
    held("lscb-review", "2015-01-27")
    assert as_at() == ()


def test_samples_count_only_where_there_is_nothing_else():
    held("ilacs", "2024-01-27")
    real = builders.authority("Kent")
    held("sif", "2016-02-03", authority=real)
    assert [one.newest for one in as_at()] == ["2016-02-03"]


def test_an_inspection_without_publication_counts_from_its_last_day():
    inspection = builders.inspection("ilacs", started="2024-01-08", ended="2024-01-19", published="")
    builders.statement(builders.report(of=inspection), inspection, is_own=True)
    assert as_at()[0].newest == "2024-01-19"


def test_it_is_said_in_a_sentence():
    assert held_words() == "No inspection is held."
    held("ilacs", "2025-01-27")
    held("focused-visit", "2025-12-02")
    assert held_words() == (
        "Held are full inspections up to 27 January 2025 and visits up to 2 December 2025; "
        "others may exist, newer or earlier."
    )
