from findings.interpretation.matters.outcome import OUTCOME, outcome_of, said_by, said_of, sides_said, text_of_matter
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


def test_how_much_praises_and_criticises_counts_of_whole_records_and_of_the_matter():
    record = MatterRecord("1", "Core groups are weak and far too often late. Supervision is strong and very effective.")
    numbers = dict(zip(OUTCOME, outcome_of(WANTED, [(1.0, record, profile_of(record))], -9.0), strict=True))
    assert numbers["blame"] > numbers["blame of the matter"] == numbers["nearest blame"]
    assert numbers["praise of the matter"] == numbers["nearest praise"] > numbers["praise"]
    assert numbers["both sides"] == min(numbers["praise of the matter"], numbers["blame of the matter"])


def test_the_text_of_the_matter_is_the_whole_where_no_sentence_or_every_one_is_about_it():
    about = "Supervision is strong and very effective."
    for text in (about, "Core groups are late. Plans are weak."):
        record = MatterRecord("1", text)
        assert text_of_matter(WANTED, record, profile_of(record)) == text
    record = MatterRecord("1", f"Core groups are late. {about}")
    assert text_of_matter(WANTED, record, profile_of(record)) == about


def test_a_recommendation_criticises_and_a_known_polarity_counts_for_the_whole_text_alone():
    assert sides_said(RECORDS[4], RECORDS[4].text) == (0.0, 1.0)
    record = MatterRecord("1", RECORDS[0].text, polarity=Polarity.MIXED)
    assert sides_said(record, record.text) == (0.5, 0.5)
    praise, blame = sides_said(record, "Supervision is weak and far too often late.")
    assert blame > praise


def test_a_polarity_that_the_words_bear_out_says_as_much_as_they_do():
    record = MatterRecord("1", RECORDS[0].text, polarity=Polarity.STRENGTH)
    assert sides_said(record, record.text) == sides_said(MatterRecord("1", record.text), record.text) != (1.0, 0.0)
