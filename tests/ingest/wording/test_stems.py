"""The stems of patterns: no match without one, and nothing compiled or searched for a text that holds none."""

import pkgutil
import re
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ingest
from ingest.wording.stems import StemmedPattern, at_words, folded

FOLDERS = ("ingest.structure", "ingest.wording")


def _patterns() -> dict[str, StemmedPattern]:
    names = [module.name for module in pkgutil.walk_packages(ingest.__path__, "ingest.")]
    modules = [import_module(name) for name in names if name.startswith(FOLDERS)]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, StemmedPattern)
    }


PATTERNS = _patterns()


def test_the_patterns_of_all_readers_of_prose_are_found() -> None:
    assert len(PATTERNS) >= 16


@pytest.mark.parametrize("name", PATTERNS)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_a_pattern_matches_holds_one_of_its_stems(name: str, data: st.DataObject) -> None:
    stemmed = PATTERNS[name]
    # Hypothesis would print the letter that is only looked at in front of the word.
    pattern = re.compile(stemmed.expression.replace(r"(?=\w)", ""), stemmed.pattern.flags)
    text = data.draw(st.from_regex(pattern))

    assert stemmed.search(text) is not None


def test_a_text_without_a_stem_has_no_match_and_the_pattern_is_not_compiled() -> None:
    stemmed = StemmedPattern(r"\bgood\b", "good")

    assert stemmed.search("A fair text.") is None
    assert "pattern" not in vars(stemmed)


def test_a_text_with_a_stem_is_searched() -> None:
    stemmed = StemmedPattern(r"\bgood\b", "good")

    assert stemmed.search("Goodness") is None
    assert stemmed.search("It is GOOD.") is not None


def test_case_counts_where_the_flags_say_so() -> None:
    stemmed = StemmedPattern(r"\bRI\b", "ri", flags=0)

    assert stemmed.search("rated ri") is None
    assert stemmed.search("rated RI") is not None


@pytest.mark.parametrize("letter", ["i", "I", "\u0130", "\u0131", "s", "S", "\u017f", "k", "K", "\u212a"])
def test_each_form_of_a_letter_that_a_pattern_takes_for_it_is_folded_to_it(letter: str) -> None:
    plain = next(plain for plain in "isk" if StemmedPattern(plain, plain).pattern.match(letter))

    assert plain in folded(letter)


def test_patterns_of_words_match_where_words_begin_and_nowhere_else() -> None:
    pattern = re.compile(at_words(r"\bcat", r"\b\d{2}\b"))

    found = [match.span() for match in pattern.finditer("cats, a bobcat (12) 123 cats")]

    assert found == [(0, 3), (16, 18), (24, 27)]
