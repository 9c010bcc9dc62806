"""Invented sentences: the same for the same seed, with a rare word in each text."""

from random import Random

from ingest.bench.vocabulary import Vocabulary


def words(seed: int = 1) -> Vocabulary:
    return Vocabulary(Random(seed))  # noqa: S311 - nothing here is secret


def test_the_same_seed_gives_the_same_words():
    assert words(3).text(4) == words(3).text(4)
    assert words(3).text(4) != words(4).text(4)


def test_a_text_has_as_many_sentences_as_asked_and_a_rare_word_at_its_end():
    text = words().text(3)
    assert text.count(". ") == 3
    assert " This was so in " in text
    assert all(sentence[0].isupper() for sentence in text.split(". "))


def test_headings_are_short():
    vocabulary = words()
    assert all(len(vocabulary.heading()) < 60 for _ in range(50))
