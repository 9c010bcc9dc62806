"""A record has the themes that it is materially about, each with the words that led to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.interpretation.themes import THEMES, likely_themes, themes_of
from findings.interpretation.themes.reading import named

SENTENCES = {
    "supervision": "Staff in the north team had supervision twice a year.",
    "assessment": "Each assessment describes what the family needs.",
    "planning": "Child in need plans were left to drift for a year.",
    "front-door": "The hub applies thresholds to every referral.",
    "early-help": "Early help reaches more families than before.",
    "child-protection": "Strategy discussions took place within a day.",
    "neglect": "Staff see neglect where it has lasted for years.",
    "domestic-abuse": "Domestic abuse is met with a firm answer.",
    "exploitation-and-missing": "Return home interviews follow when a child goes missing.",
    "voice": "Their wishes and feelings are written down word for word.",
    "court": "Pre-proceedings work starts late.",
    "permanence": "Adoption is considered from the first day.",
    "identity": "Life-story work begins too late.",
    "placements": "Foster carers had a quiet year.",
    "health": "Dental checks and health assessments are up to date.",
    "education": "The virtual school follows attendance each week.",
    "care-leavers": "Pathway plans of care leavers were thin.",
    "unaccompanied-children": "Unaccompanied asylum-seeking children were met at the port.",
    "disability-and-send": "Disabled children had short breaks each month.",
    "reviewing-officers": "Independent reviewing officers raise disputes.",
    "homelessness": "Homeless young people were sent away.",
    "private-fostering": "Private fostering is rarely notified.",
    "allegations": "The designated officer keeps allegations in one book.",
    "workforce": "Turnover and agency staff fell for a third year.",
    "caseloads": "Caseloads were lower than before.",
    "quality-assurance": "Audits find what is wrong.",
    "leadership": "The chief executive and elected members asked few questions.",
    "corporate-parenting": "The corporate parenting board met once.",
    "partnership": "Partner agencies and the police share information.",
    "records": "Chronologies and case records have holes.",
    "commissioning": "Budgets and contracts were cut.",
}


def test_there_is_a_sentence_for_every_theme():
    assert set(SENTENCES) == set(THEMES)


@pytest.mark.parametrize("theme", SENTENCES)
def test_a_sentence_about_one_theme_has_it_first(theme: str):
    first, *_ = themes_of(SENTENCES[theme])
    assert first.theme == theme
    assert first.because


def test_a_theme_named_in_passing_is_left_out():
    text = (
        "Supervision is regular. Supervision of new staff is weekly, and their supervision is kept. One was at school."
    )
    assert [reading.theme for reading in themes_of(text)] == ["supervision"]


def test_a_text_about_nothing_has_no_theme():
    assert themes_of("") == themes_of("The weather was fine.") == ()


@given(
    st.lists(st.sampled_from([*SENTENCES.values(), "’", "", "\N{COMBINING ACUTE ACCENT}"]) | st.text()).map(" ".join)
)
def test_any_text_has_few_known_themes_and_each_because_of_its_own_words(text: str) -> None:
    readings = themes_of(text, text[:40])
    assert len({reading.theme for reading in readings}) == len(readings) <= 4
    for reading in readings:
        assert reading.theme in THEMES
        assert all(words in text for words in reading.because)


def test_themes_that_mostly_stand_beside_another_are_named_with_less():
    scores = dict.fromkeys(THEMES, -9.0) | {"supervision": 2.0}
    assert named(scores | {"caseloads": -1.3}) == ["supervision", "caseloads"]
    assert named(scores | {"caseloads": -1.5}) == ["supervision"]
    assert named(scores | {"partnership": -0.7}) == ["supervision"]


def test_the_likeliest_theme_is_the_first_that_is_named_and_unlikely_ones_are_left_out():
    text = SENTENCES["supervision"]
    likely = likely_themes(text)
    assert max(likely, key=lambda theme: likely[theme]) == themes_of(text)[0].theme
    assert all(0 < chance < 1 for chance in likely.values())
    assert len(likely) < len(THEMES)
