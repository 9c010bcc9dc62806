"""The choices of analyses of themes."""

from django.http import QueryDict

from findings.analysis.filtersets import themes
from findings.interpretation.themes import THEMES


def test_every_theme_can_be_asked_for():
    assert dict(themes()) == {code: theme.name for code, theme in THEMES.items()}
    assert "caseloads" in dict(themes())
    assert QueryDict("theme=caseloads")["theme"] in THEMES
