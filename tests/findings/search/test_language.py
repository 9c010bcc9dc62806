"""What people type is understood without errors, told in words, and means what the help says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.search.expressions import (
    And,
    Beginning,
    Expression,
    Meaning,
    Not,
    Or,
    Phrase,
    Word,
    all_of,
    any_of,
    in_words,
    none_of,
)
from findings.search.language import COMMON, DEEPEST, LONGEST, MOST_WORDS, parse

DRIFT, DELAY, VISIT = Word("drift"), Word("delay"), Word("visit")


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("drift", DRIFT),
        ("Drift", DRIFT),
        ("drift delay", And((DRIFT, DELAY))),
        ("drift AND delay", And((DRIFT, DELAY))),
        ("drift OR delay", Or((DRIFT, DELAY))),
        ("drift delay OR visit", Or((And((DRIFT, DELAY)), VISIT))),
        ("drift (delay OR visit)", And((DRIFT, Or((DELAY, VISIT))))),
        ("drift -delay", And((DRIFT, Not(DELAY)))),
        ("drift NOT delay", And((DRIFT, Not(DELAY)))),
        ("drift AND NOT delay", And((DRIFT, Not(DELAY)))),
        ("-delay", Not(DELAY)),
        ("NOT -delay", DELAY),
        ("NOT (NOT delay)", DELAY),
        ("-(drift OR delay)", Not(Or((DRIFT, DELAY)))),
        ('-"drift delay"', Not(Phrase(("drift", "delay")))),
        ('"drift delay"', Phrase(("drift", "delay"))),
        ("“drift delay”", Phrase(("drift", "delay"))),
        ('"drift"', Phrase(("drift",))),
        ("drift-delay", Phrase(("drift", "delay"))),
        ("3.14", Phrase(("3", "14"))),
        ("dri*", Beginning("dri")),
        ("children's", Word("children")),
        ("café", Word("cafe")),
        ("or and not", And((Word("or"), Word("and"), Word("not")))),
        ("((drift))", DRIFT),
        ("« drift delay »", Phrase(("drift", "delay"))),
        ("drift OR the", Or((DRIFT, Word("the")))),
        ("drift -the", And((DRIFT, Not(Word("the"))))),
        ("drift NOT (the delay)", And((DRIFT, Not(And((Word("the"), DELAY)))))),
        ("the -delay", And((Word("the"), Not(DELAY)))),
        ("cafe\u0301", Word("cafe")),
        ("", None),
        (' "" () - * ', None),
    ],
)
def test_query_means(typed, expression):
    assert parse(typed).expression == expression


@pytest.mark.parametrize(
    ("typed", "expression", "note"),
    [
        ('drift "delay visit', And((DRIFT, Phrase(("delay", "visit")))), "closing quotation mark"),
        ("drift OR", DRIFT, "OR was left out"),
        ("OR drift", DRIFT, "OR was left out"),
        ("drift NOT", DRIFT, "NOT was left out"),
        ("dr*", Word("dr"), "at least 3 letters"),
        ("the drift of delay", And((DRIFT, DELAY)), "“the”, “of” were left out, because nearly every record has them"),
        ("the delay OR drift", Or((DELAY, DRIFT)), "“the” was left out, because nearly every record has it"),
    ],
)
def test_what_cannot_be_understood_is_left_out_and_noted(typed, expression, note):
    query = parse(typed)
    assert query.expression == expression
    assert note in " ".join(query.notes)


@pytest.mark.parametrize("typed", ["drift )", ")drift", "(drift", "drift ((", "AND drift AND"])
def test_brackets_and_operators_without_a_partner_change_nothing(typed):
    assert parse(typed).expression == DRIFT


def test_common_words_are_searched_for_where_nothing_else_is_asked_and_in_phrases():
    assert parse("the of").expression == And((Word("the"), Word("of")))
    assert parse('"of the"').expression == Phrase(("of", "the"))
    assert not parse('"of the" drift').notes


def test_too_many_words_and_too_long_queries_are_cut_and_noted():
    many = parse(" ".join(f"w{n}x" for n in range(MOST_WORDS + 5)))
    assert isinstance(many.expression, And)
    assert len(many.expression.parts) == MOST_WORDS
    assert f"first {MOST_WORDS} words" in many.notes[0]
    assert f"first {LONGEST} characters" in " ".join(parse("x" * (LONGEST + 1)).notes)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("drift", "records with “drift”"),
        ('drift "social work" -delay', "records with “drift” and the phrase “social work”, but not “delay”"),
        ("drift delay OR vis*", "records with (“drift” and “delay”) or a word that begins with “vis”"),
        ("-drift", "records with anything but “drift”"),
        ("drift -delay -visit", "records with “drift”, but not “delay” or “visit”"),
        ("(", ""),
    ],
)
def test_what_was_understood_is_told_in_words(typed, words):
    assert parse(typed).understood == words


PIECES = st.sampled_from(
    [
        "(",
        ")",
        '"',
        "“",
        "-",
        "*",
        "AND",
        "OR",
        "NOT",
        " ",
        "'",
        "^",
        ":",
        "+",
        "~",
        "=",
        "&",
        "|",
        "!",
        "drift",
        "the",
        "\x00",
    ]
)
TYPED = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=60).map(" ".join)
)


@given(TYPED)
def test_nothing_that_is_typed_is_an_error(typed):
    query = parse(typed)
    assert (query.understood == "") == (query.expression is None)
    assert all(note.endswith(".") for note in query.notes)


def test_brackets_deeper_than_understood_are_noted():
    query = parse("(a1 OR " * (DEEPEST + 3) + "drift")
    assert "Brackets were left out" in " ".join(query.notes)
    assert "drift" in query.understood


LETTERS = st.text("abcdefgxyz0189", min_size=3, max_size=6).filter(lambda word: word not in COMMON)
LEAVES = st.one_of(
    LETTERS.map(Word), LETTERS.map(Beginning), st.lists(LETTERS, min_size=1, max_size=3).map(tuple).map(Phrase)
)


def joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    some = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(some.map(all_of), some.map(any_of), inner.map(none_of))


def typed_as(expression: Expression) -> str:
    """The text that means the expression."""
    match expression:
        case Word(letters):
            return letters
        case Beginning(letters):
            return f"{letters}*"
        case Phrase(words):
            return f'"{" ".join(words)}"'
        case Not(part):
            return f"-{typed_as(part)}" if isinstance(part, Word | Beginning | Phrase) else f"-({typed_as(part)})"
        case And(parts):
            return " ".join(f"({typed_as(part)})" if isinstance(part, Or) else typed_as(part) for part in parts)
        case Or(parts):
            return " OR ".join(typed_as(part) for part in parts)
        case Meaning():
            raise TypeError("the other terms of a meaning are not typed")


@given(st.recursive(LEAVES, joined, max_leaves=6))
def test_every_expression_can_be_typed_and_is_told_in_words_of_its_own(expression):
    query = parse(typed_as(expression), literally=True)
    assert query.expression == expression
    assert query.understood == f"records with {in_words(expression)}"
