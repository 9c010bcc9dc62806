"""In which of today's domains a judgement shows, with which note, and why a cell has none."""

import pytest

from inspections.judgements.latest import preferred_in_columns
from inspections.models import DomainLineage, Inspection
from inspections.reference.lineage import JudgementGap, Lineage
from inspections.vocabulary import Comparability
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def shown(framework: str | None, domain: str) -> list[tuple[str, str]]:
    """Today's domains of a judgement, by code, each with its note."""
    report = builders.report(of=builders.inspection(framework))
    judgement = builders.judgement(report, domain, grade_code=None)
    return [(column.code, note) for column, note in Lineage().todays_domains(judgement)]


def test_a_domain_of_today_shows_without_a_note():
    assert shown("ilacs", "help-and-protection") == [("help-and-protection", "")]


def test_a_judgement_on_two_domains_shows_in_both():
    assert shown("ilacs", "children-in-care-and-care-leavers") == [
        ("children-in-care", "Children in care and care leavers: broadly comparable"),
        ("care-leavers", "Children in care and care leavers: broadly comparable"),
    ]


def test_an_older_domain_shows_in_its_successor_with_how_it_compares():
    assert shown("jar", "staying-safe") == [("help-and-protection", "Staying safe: broadly comparable")]


def test_a_domain_of_the_same_name_that_compares_in_part_has_a_note():
    lineage = Lineage()
    partly = [link for links in lineage.links.values() for link in links if link.comparability in ("broad", "partial")]
    same_name = [link for link in partly if link.domain_id == link.column_id]
    assert same_name
    assert all(lineage.note(link).startswith(f"{link.domain.name}: ") for link in same_name)


def test_a_domain_that_only_changed_its_name_is_noted_with_its_old_name():
    old, new = builders.domain("staying-safe"), builders.domain()
    link = DomainLineage(framework=builders.framework("jar"), domain=old, column=new, comparability=Comparability.SAME)
    assert Lineage.note(link) == "judged as Staying safe"


def test_a_domain_without_lineage_shows_in_its_own_domain():
    assert shown("jar", "being-healthy") == [("being-healthy", "")]


def test_a_judgement_of_an_unknown_framework_shows_in_its_own_domain():
    assert shown(None, "staying-safe") == [("staying-safe", "")]


def test_columns_are_the_domains_of_today_in_order():
    columns = Lineage().columns
    assert [column.code for column in columns][:3] == ["overall-effectiveness", "leadership", "help-and-protection"]
    assert [column.order for column in columns] == sorted({column.order for column in columns})


@pytest.mark.parametrize(
    ("framework", "domain", "gap"),
    [
        ("ilacs", "help-and-protection", JudgementGap.NO_JUDGEMENT),
        ("ilacs", "adoption", JudgementGap.NOT_IN_FRAMEWORK),
        ("jar", "help-and-protection", JudgementGap.NO_JUDGEMENT),  # judged as staying safe
        ("jar", "being-healthy", JudgementGap.NO_JUDGEMENT),  # without lineage
        ("jar", "staying-safe", JudgementGap.NOT_IN_FRAMEWORK),  # it shows in help and protection instead
        (None, "help-and-protection", JudgementGap.NOT_QUOTED),
    ],
)
def test_a_gap_says_why_an_inspection_has_no_judgement(framework, domain, gap):
    assert Lineage().gap(builders.domain(domain), builders.inspection(framework)) is gap


@pytest.mark.parametrize(
    ("started", "gap"),
    [("2006-05-02", JudgementGap.NOT_IN_FRAMEWORK), ("2008-02-04", JudgementGap.NO_JUDGEMENT)],
)
def test_a_domain_is_missed_in_the_years_in_which_its_framework_judged_it(started, gap):
    """Joint area reviews judged services for looked after children from 2007 on."""
    assert Lineage().gap(builders.domain("children-in-care"), builders.inspection("jar", started=started)) is gap


@pytest.mark.parametrize(
    ("scope", "columns"),
    [
        ("safeguarding", ["help-and-protection"]),
        ("looked-after", ["children-in-care", "care-leavers"]),
        ("", ["overall-effectiveness"]),
    ],
)
def test_the_overall_grade_of_each_service_shows_in_its_own_domain_of_today(scope, columns):
    report = builders.report(of=builders.inspection("slac"))
    judgement = builders.judgement(report, "overall-effectiveness", grade_code=None, scope=scope)
    assert [column.code for column, _ in Lineage().todays_domains(judgement)] == columns
    assert sorted(preferred_in_columns().values_list("column_code", flat=True)) == sorted(columns)


def test_the_domains_of_an_inspection_that_is_only_mentioned_are_not_quoted():
    mentioned: Inspection = builders.inspection("ilacs", is_reported_only=True)
    assert Lineage().gap(builders.domain(), mentioned) is JudgementGap.NOT_QUOTED


def test_lineage_takes_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        Lineage()
