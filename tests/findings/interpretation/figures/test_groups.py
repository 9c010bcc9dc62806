from findings.interpretation.figures.dates import dates_in
from findings.interpretation.figures.groups import REACH, groups_in
from findings.interpretation.figures.numerals import numerals_in


def grouped(text: str) -> list[tuple[int, ...]]:
    groups = groups_in(text, numerals_in(text), dates_in(text))
    return [tuple(int(numeral.value) for numeral in group.numerals) for group in groups]


def test_numbers_that_stand_together_are_a_group() -> None:
    assert grouped("between 15 and 20 children and 3–4 visits, or 60 to 70% of them") == [(15, 20), (3, 4), (60, 70)]


def test_a_percentage_lends_its_sign_to_no_number_after_it() -> None:
    assert grouped("5% to 12 visits") == [(5,), (12,)]


def test_dates_are_no_numbers() -> None:
    assert grouped("By 31 March 2015, 12 plans; in 2014–15, 9 plans") == [(12,), (9,)]


def test_nothing_is_counted_as_zero_but_no_percent_is_a_percentage() -> None:
    assert grouped("the 0 to 19 service, and 0% of plans") == [(0,)]


def test_a_group_knows_its_sentence() -> None:
    text = "There were 12 plans. Of 30 reviews, 9 were late."
    sentences = [text[group.begin : group.stop].strip(". ") for group in groups_in(text, numerals_in(text), [])]
    assert sentences == ["There were 12 plans", "Of 30 reviews, 9 were late", "Of 30 reviews, 9 were late"]


def test_words_far_away_are_not_near() -> None:
    text = f"{'word ' * 200}12 plans {'word ' * 200}"
    (group,) = groups_in(text, numerals_in(text), [])
    assert (group.start - group.near_begin, group.near_stop - group.end) == (REACH, REACH)
    (group,) = groups_in("12 plans", numerals_in("12 plans"), [])
    assert (group.near_begin, group.near_stop) == (0, 8)
