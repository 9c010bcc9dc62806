"""What is seen of a record: declared terms as one word, pairs in a sentence, and more weight for what comes first."""

import pytest

from findings.interpretation.themes.features import DECLARED, declared_terms, features_of


def declared(text: str, theme: str) -> dict[str, float]:
    return dict(zip(DECLARED, features_of(text, "").declared[theme], strict=True))


def test_a_declared_term_of_several_words_hides_the_words_in_it():
    seen = features_of("Pathway plans help.", "")
    assert "pathway plan" in seen.values
    assert "plan" not in seen.values
    assert "planning" not in seen.declared
    assert seen.declared_places["care-leavers"] == [((0, 2), 1.0)]


def test_a_term_does_not_reach_over_the_end_of_a_sentence():
    assert "pathway plan" not in features_of("They chose a pathway. Plans came later.", "").values


def test_two_words_side_by_side_count_within_a_sentence_and_around_no_common_word():
    seen = features_of("Rural buses stop early. Never on time", "")
    assert {"rural|buse", "buse|stop", "stop|earli"} <= set(seen.values)
    assert not {name for name in seen.values if name.startswith("earli|") or "on" in name.split("|")}


def test_what_stands_first_counts_more():
    first, later = (features_of(text, "").values["bus"] for text in ("A bus. A tram.", "A tram. A bus."))
    assert first > later


def test_values_are_in_proportion_to_the_whole():
    values = features_of("Rural buses stop early where rural roads end.", "").values
    assert sum(value * value for value in values.values()) == pytest.approx(1.0)


def test_words_of_the_heading_are_kept_apart_without_common_ones():
    assert features_of("", "The experiences of children and the children").heading == ("experi", "child")


def test_declared_terms_tell_where_and_how_much_of_a_theme_there_is():
    numbers = declared("Supervision is monthly. It rains. Supervision is weekly.", "supervision")
    assert numbers["strongest"] == numbers["opening"] == numbers["relative"] == 1.0
    assert numbers["share"] == pytest.approx(2 / 4, abs=0.2)
    assert declared("It rains. Supervision is weekly.", "supervision")["opening"] == 0.0


def test_a_declared_term_has_four_words_at_most():
    assert max(map(len, declared_terms().weights)) <= 4
