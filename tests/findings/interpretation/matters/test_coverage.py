from findings.interpretation.matters.comparison import LINK
from findings.interpretation.matters.coverage import COVERAGE, coverage_of, is_for_board
from findings.interpretation.matters.profiles import profile_of
from tests.findings.interpretation.matters.made import later, recommended


def covered(text, kind="ilacs", ranked=()):
    record = recommended(text)
    return dict(zip(COVERAGE, coverage_of(record, profile_of(record), later(kind), ranked), strict=True))


def test_a_matter_that_no_record_names_has_no_share():
    assert covered("Hold core groups.")["concept-share"] == 0
    assert covered("Hold supervision.")["concept-share"] == 0.2


def test_other_bodies_count_except_where_they_are_inspected_too():
    assert covered("Police and hospital staff must share what they know.")["to-others"] == 0.5
    assert covered("Police and hospital staff must share what they know.", "jtai")["to-others"] == 0


def test_the_odds_of_the_best_three_count():
    ranked = [(2.0, (1.0,) * len(LINK)), (0.5, (0.0,) * len(LINK))]
    found = covered("Hold supervision.", ranked=ranked)
    assert (found["best"], found["second"], found["near"]) == (2.0, 0.5, 1.0)
    assert (found["related-concepts"], found["likely-themes-alike"]) == (1.0, 1.0)


def test_the_domain_tells_that_it_is_for_the_board():
    for domain, expected in (("lscb", True), ("leadership", False)):
        record = recommended("Report every year.", domain=domain)
        assert is_for_board(record, profile_of(record)) is expected
