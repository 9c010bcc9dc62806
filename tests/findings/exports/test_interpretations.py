"""Files tell themes and polarity, and whether rules suggest them or a person decided."""

from findings.exports.interpretations import POLARITY_COLUMNS, THEME_COLUMNS
from findings.models import Finding


def test_each_interpretation_says_where_it_comes_from():
    row = Finding(themes="caseloads,workforce", polarity="mixed", decided="polarity")
    values = {column.name: column.value(row, "") for column in (*THEME_COLUMNS, *POLARITY_COLUMNS)}
    assert values == {
        "themes": ("caseloads", "workforce"),
        "themes_source": "suggested",
        "polarity": "mixed",
        "polarity_source": "decided",
    }
