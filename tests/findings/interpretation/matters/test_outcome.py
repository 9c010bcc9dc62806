from findings.interpretation.matters.outcome import OUTCOME, outcome_of, said_by, said_of
from findings.interpretation.matters.profiles import MatterRecord, profile_of
from inspections.vocabulary import Polarity
from tests.findings.interpretation.matters.made import RECORDS, recommended

WANTED = profile_of(recommended("Hold supervision every month."))


def test_a_polarity_that_is_known_counts_before_the_words():
    assert said_by(RECORDS[0]) == "strength"
    assert said_by(MatterRecord("1", RECORDS[0].text, polarity=Polarity.MIXED)) == "mixed"


def test_only_the_sentences_about_the_matter_say_something_of_it():
    record = MatterRecord("1", "Core groups are weak and far too often late. Supervision is strong and very effective.")
    assert said_of(WANTED, record, profile_of(record)) == "strength"


def test_a_later_recommendation_asks_again():
    assert said_of(WANTED, RECORDS[4], profile_of(RECORDS[4])) == "recommendation"


def test_nearer_records_count_more():
    found = [(2.0, RECORDS[0], profile_of(RECORDS[0])), (0.0, RECORDS[1], profile_of(RECORDS[1]))]
    numbers = dict(zip(OUTCOME, outcome_of(WANTED, found, -9.0), strict=True))
    assert numbers["record-strength"] > numbers["record-weakness"] > 0
    assert numbers["nearest-strength"] == 1
    assert numbers["unresolved"] > 0
