"""What the rules suggest is kept with the words that led to it, and only made again when something changed."""

from findings.interpretation import suggestions
from findings.interpretation.suggestions import digest, suggested, suggested_polarity, suggested_themes, value_of

CASELOADS = "Caseloads are too high, and this is a weakness."


def test_a_finding_has_themes_and_a_polarity_with_the_words_that_led_to_them():
    found = suggested(CASELOADS, "", with_polarity=True)
    assert value_of(found, "themes") == "caseloads"
    assert value_of(found, "polarity") == "weakness"
    assert suggested_themes(found)[0].because[0] in CASELOADS
    assert (polarity := suggested_polarity(found)) is not None
    assert polarity.value == "weakness"


def test_a_recommendation_has_no_polarity():
    found = suggested(CASELOADS, "", with_polarity=False)
    assert (value_of(found, "polarity"), suggested_polarity(found)) == ("", None)


def test_the_digest_changes_with_text_heading_and_version(monkeypatch):
    before = digest("One.", "Heading")
    assert digest("One.", "Heading") == before
    assert len({before, digest("Two.", "Heading"), digest("One.", "Other")}) == 3
    monkeypatch.setattr(suggestions, "VERSION", "other")
    assert digest("One.", "Heading") != before
