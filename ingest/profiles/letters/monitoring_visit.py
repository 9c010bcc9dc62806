"""Monitoring visits to children's services that were judged inadequate (2016 to today).

The same letter, without grades.
"""

import re

from ingest.profiles.letters.form import LetterForm
from ingest.profiles.letters.letter import Letter
from inspections.vocabulary import ReportKind

MONITORING_VISIT = Letter(
    LetterForm(
        name="monitoring-visit/1",
        kind=ReportKind.MONITORING_VISIT,
        framework="monitoring-visit",
        subject=re.compile(r"(?!this\b|the findings)(?:.{0,60}\b)?monitoring visit\b", re.I),
        expects_improvement=False,
    )
)
