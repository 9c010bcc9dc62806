"""Sentences as rows of tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.wording.earlier.tokens import LONGEST, letters, tokens
from tests.growth import grows_with_the_text


def row(sentence: str) -> str:
    return letters(tokens(sentence))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The local authority was judged to be good.", "SVG."),
        ("The council's adoption service was judged good.", "SVG."),
        ("Kent's services for its looked after children were rated outstanding.", "SVG."),
        ("Early help services were judged good.", "FVG."),
        ("Wexley was found inadequate.", "xVG."),
        ("Kent was found inadequate.", "NVG."),
        ("The previous inspection of adoption was in May 2012.", "IoSCpD."),
        ("All were judged good or outstanding.", "PVx."),
        ("The last focused visit found good practice.", "xAGx."),
        ("Ofsted judged leadership to be \u2018adequate\u2019.", "ASZG."),
        ("They were judged to be grade 2 (good)", "PVG"),
        ("from 2014/15 and 2014-15", "pxx&x"),
    ],
)
def test_a_sentence_becomes_a_row_of_letters(sentence: str, found: str) -> None:
    assert row(sentence) == found


def test_a_service_keeps_its_words_with_what_leads_up_to_it() -> None:
    (service, *_) = tokens("the local authority\u2019s services for children looked after were good")
    assert (service.printed, service.domains) == (
        "the local authority\u2019s services for children looked after",
        ("children-in-care",),
    )


def test_a_word_in_front_of_a_service_makes_it_loose() -> None:
    found = {token.printed: token.loose for token in tokens("They improve services, and the services are good")}
    assert (found["services"], found["the services"]) == (True, False)


@given(st.text(max_size=400))
def test_any_text_gives_tokens_that_stand_in_it(text: str) -> None:
    assert all(text[token.start : token.end] for token in tokens(text))


@pytest.mark.parametrize(
    "word",
    [
        "adoption service ",
        "children and ",
        "services for ",
        "the last inspection of ",
        "was judged to be ",
        "care ",
        "a-",
    ],
)
def test_no_pattern_grows_with_the_square_of_a_sentence(word: str) -> None:
    assert grows_with_the_text(tokens, word, LONGEST)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Kent County Council was judged good.", "NVG."),
        ("Kent Fostering was judged good.", "NOVG."),
        ("Kent Safeguarding Children Board was judged good.", "SVG."),
        ("Kent Children's Services were judged good.", "SVG."),
        ("Kent Children's Services Trust was judged good.", "NVG."),
    ],
)
def test_the_name_of_an_authority_ends_where_that_of_another_body_begins(sentence: str, found: str) -> None:
    assert letters(tokens(sentence)) == found
