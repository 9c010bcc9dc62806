"""Terms of the field bring up the other terms for the same, in both directions, and never in silence."""

import pytest

from findings.search import synonyms
from findings.search.expressions import And, Meaning, Not, Or, Phrase, Word, as_typed
from findings.search.language import parse
from findings.search.synonyms import TermKind, field_terms
from findings.search.words import stem_of


@pytest.fixture
def terms(monkeypatch, tmp_path):
    """A file with a few meanings of its own."""
    lines = ["meaning,term,kind", "harbour plan,HPL,acronym", "harbour plan,harbour plan,term"]
    lines += ["harbour plan,quay scheme,earlier", "boat yard,BOAT,capitals", "boat yard,boat yard,term"]
    lines += ["moorings,moorings,term", "moorings,mooringplace,spelling"]
    (tmp_path / "synonyms.csv").write_text("\n".join(lines))
    monkeypatch.setattr(synonyms, "FILE", tmp_path / "synonyms.csv")
    caches = (synonyms.field_terms, synonyms._by_stems, synonyms._longest, synonyms._by_meaning)
    for one in caches:
        one.cache_clear()
    yield
    monkeypatch.undo()
    for one in caches:
        one.cache_clear()


PLAN, SCHEME = Phrase(("harbour", "plan")), Phrase(("quay", "scheme"))
SHORT, SHORT_PLURAL = Word("hpl"), Word("hpls")
BOTH = And((Word("harbour"), Word("plans")))


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("HPL", Meaning(SHORT, (SHORT_PLURAL, PLAN, SCHEME))),
        ("hpls", Meaning(SHORT_PLURAL, (SHORT, PLAN, SCHEME))),
        ("harbour plans", Meaning(BOTH, (SHORT, SHORT_PLURAL, SCHEME))),
        ("harbour-plans", Meaning(Phrase(("harbour", "plans")), (SHORT, SHORT_PLURAL, SCHEME))),
        ("harbour plans drift", And((Meaning(BOTH, (SHORT, SHORT_PLURAL, SCHEME)), Word("drift")))),
        ("drift OR HPL", Or((Word("drift"), Meaning(SHORT, (SHORT_PLURAL, PLAN, SCHEME))))),
        (
            "drift (HPL OR delay)",
            And((Word("drift"), Or((Meaning(SHORT, (SHORT_PLURAL, PLAN, SCHEME)), Word("delay"))))),
        ),
        ('"HPL"', Phrase(("hpl",))),
        ('"harbour plan"', PLAN),
        ("drift -HPL", And((Word("drift"), Not(SHORT)))),
        ("harbour OR plan", Or((Word("harbour"), Word("plan")))),
        ("plan harbour", And((Word("plan"), Word("harbour")))),
        ("moorings", Meaning(Word("moorings"), (Word("mooringplace"),))),
    ],
)
def test_a_term_brings_up_the_others(terms, typed, expression):
    assert parse(typed).expression == expression
    assert parse(typed, literally=True).expression == as_typed(expression)


def test_an_acronym_that_is_a_word_counts_in_capitals_only_and_is_not_searched_for_otherwise(terms):
    assert parse("BOAT").expression == Meaning(Word("boat"), (Phrase(("boat", "yard")),))
    assert parse("boat").expression == Word("boat")
    assert parse("boat yard").expression == And((Word("boat"), Word("yard")))


def test_other_terms_are_told_in_words(terms):
    assert parse("HPL drift").understood == "records with “hpl” (or “hpls”, “harbour plan”, “quay scheme”) and “drift”"
    assert parse("harbour plans").understood == (
        "records with (“harbour” and “plans”, or “hpl”, “hpls”, “quay scheme”)"
    )


def test_the_terms_of_the_file_are_sound():
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for term in field_terms():
        assert term.words, term
        assert term.kind not in (TermKind.CAPITALS,) or term.term.isupper(), term
        key = (term.meaning, tuple(map(stem_of, term.words)))
        assert key not in seen, f"{term} stands twice"
        seen.add(key)
    for meaning in {meaning for meaning, _ in seen}:
        assert sum(one == meaning for one, _ in seen) > 1, f"{meaning} has one term alone"


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("LAC", "children in care"),
        ("children in care", "lac"),
        ("PLO", "public law outline"),
        ("EHC plan", "ehcp"),
        ("s47", "section 47"),
        ("wellbeing", "well being"),
        ("well-being", "wellbeing"),
        ("multiagency", "multi agency"),
        ("lifestory work", "life story work"),
        ("life story", "life storybook"),
        ("youth offending team", "youth justice service"),
    ],
)
def test_the_field_is_known(typed, other):
    assert f"“{other}”" in parse(typed).understood
