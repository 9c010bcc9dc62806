"""The themes that a record is materially about, each with the words that led to it."""

from findings.interpretation.themes.reading import ThemeReading, likely_themes, themes_of
from findings.interpretation.themes.vocabulary import THEMES, Theme

VERSION = 5
"""Raised whenever results change, so that readings that are kept can be made anew."""

__all__ = ["THEMES", "VERSION", "Theme", "ThemeReading", "likely_themes", "themes_of"]
