"""The CSV files of the reference data agree with each other, and their cells become typed facts."""

from collections import Counter
from datetime import date

import pytest

from inspections.reference import tables
from inspections.vocabulary import Comparability, FrameworkType, Scope


def test_cells_become_typed_facts():
    city = next(authority for authority in tables.authorities() if authority.la_code == "201")
    assert city.aliases == ("London Corporation", "Corporation of London")
    assert (city.predecessors, city.statistical_neighbours[:2], city.closed) == ((), ("202", "205"), "")
    bedford = next(authority for authority in tables.authorities() if authority.la_code == "822")
    assert (bedford.opened, bedford.predecessors) == ("2009-04-01", ("820",))
    jar = tables.frameworks()[0]
    assert (jar.code, jar.first_year, jar.last_year, jar.graded) == ("jar", 2005, 2009, True)
    assert next(f for f in tables.frameworks() if f.code == "jar-progress").graded is False
    assert next(f for f in tables.frameworks() if f.code == "ilacs").last_year is None
    staying_safe = next(d for d in tables.framework_domains() if (d.framework, d.domain) == ("jar", "staying-safe"))
    assert (staying_safe.order, staying_safe.scopes) == (2, (Scope.LOCAL_SERVICES,))
    good = next(grade for grade in tables.grades() if (grade.framework, grade.code) == ("jar", "good"))
    assert (good.rank, good.number) == (2, 3)
    assert {tile.block for tile in tables.tiles()} == {"england", "london"}


def test_the_type_of_a_framework_says_where_its_inspections_count():
    types = {framework.code: framework.type for framework in tables.frameworks()}
    assert (types["focused-visit"], types["monitoring-visit"]) == (FrameworkType.VISIT, FrameworkType.VISIT)
    assert (types["lscb-review"], types["send"]) == (FrameworkType.REVIEW, FrameworkType.AREA)
    assert types["ilacs"] is FrameworkType.SERVICES
    reviews_and_areas = tables.framework_codes(FrameworkType.REVIEW, FrameworkType.AREA)
    assert {types[code] for code in reviews_and_areas} == {FrameworkType.REVIEW, FrameworkType.AREA}
    assert {"lscb-review", "send"} <= set(reviews_and_areas)


def test_samples_are_marked():
    assert "Wexcombe" in {authority.name for authority in tables.authorities() if authority.sample}


@pytest.mark.parametrize(
    "keys",
    [
        [authority.la_code for authority in tables.authorities()],
        [authority.name for authority in tables.authorities()],
        [framework.code for framework in tables.frameworks()],
        [domain.code for domain in tables.domains()],
        [domain.order for domain in tables.domains()],
        [(row.framework, row.domain) for row in tables.framework_domains()],
        [(row.framework, row.domain, row.scope, row.column) for row in tables.lineage()],
        [(row.framework, row.code) for row in tables.grades()],
        [(row.version, row.framework, row.grade) for row in tables.crosswalk()],
        [tile.la_code for tile in tables.tiles()],
        [(tile.block, tile.column, tile.row) for tile in tables.tiles()],
    ],
)
def test_every_key_is_unique(keys):
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_code_that_a_row_names_exists():
    authorities = {authority.la_code for authority in tables.authorities()}
    frameworks = {framework.code for framework in tables.frameworks()}
    domains = {domain.code for domain in tables.domains()}
    grades = {(grade.framework, grade.code) for grade in tables.grades()}
    judged = {(row.framework, row.domain) for row in tables.framework_domains()}
    assert {code for a in tables.authorities() for code in (*a.predecessors, *a.statistical_neighbours)} <= authorities
    assert {tile.la_code for tile in tables.tiles()} <= authorities
    assert {framework for framework, _ in (*judged, *grades)} <= frameworks
    assert {row.domain for row in tables.framework_domains()} <= domains
    assert {(row.framework, row.domain) for row in tables.lineage()} <= judged
    assert {row.column for row in tables.lineage()} <= domains
    assert {(row.framework, row.grade) for row in tables.crosswalk()} <= grades


def test_only_graded_frameworks_have_a_scale_whose_ranks_have_no_gap():
    ranks: dict[str, list[int]] = {}
    for grade in tables.grades():
        ranks.setdefault(grade.framework, []).append(grade.rank)
    assert all(found == list(range(1, len(found) + 1)) for found in ranks.values()), "best grade first"
    assert {framework.code for framework in tables.frameworks() if framework.graded} == set(ranks)


def test_a_printed_number_stands_for_one_grade_of_a_scale():
    numbers = [(grade.framework, grade.number) for grade in tables.grades() if grade.number is not None]
    assert len(numbers) == len(set(numbers))


def test_no_grade_has_a_better_band_than_a_better_grade_of_its_scale():
    latest = max(row.version for row in tables.crosswalk())
    bands = {(row.framework, row.grade): int(row.band) for row in tables.crosswalk() if row.version == latest}
    by_framework: dict[str, list[int]] = {}
    for grade in tables.grades():
        if (grade.framework, grade.code) in bands:
            by_framework.setdefault(grade.framework, []).append(bands[grade.framework, grade.code])
    assert all(found == sorted(found) for found in by_framework.values())


def test_lineage_is_comparable_in_a_way_of_the_vocabulary():
    assert {row.comparability for row in tables.lineage()} <= set(Comparability.values())


def test_frameworks_and_authorities_end_after_they_begin():
    assert all(
        framework.last_year is None or framework.first_year <= framework.last_year for framework in tables.frameworks()
    )
    for authority in tables.authorities():
        opened, closed = (date.fromisoformat(day) if day else None for day in (authority.opened, authority.closed))
        assert not (opened and closed) or opened < closed, authority.name


def test_no_authority_is_its_own_neighbour_or_predecessor():
    for authority in tables.authorities():
        assert authority.la_code not in (*authority.statistical_neighbours, *authority.predecessors)
        assert len(set(authority.statistical_neighbours)) == len(authority.statistical_neighbours)
