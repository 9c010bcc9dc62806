"""The vocabulary of themes is complete and in the words of the field."""

from findings.interpretation.themes import THEMES


def test_every_theme_has_a_name_and_says_what_it_covers():
    assert len(THEMES) == 31
    assert all(theme.name and theme.covers and theme.code == code for code, theme in THEMES.items())
