"""Focused visits to children's services (2018 to today): a letter of 3 to 7 pages, without grades.

A "focused assurance visit" is one, too.
Findings are bullets (2018 to mid-2021), prose (since then) or, in a few of 2020, numbered paragraphs; see ``letters``.
"""

import re

from ingest.profiles.letters.form import LetterForm
from ingest.profiles.letters.letter import Letter
from inspections.vocabulary import ReportKind

FOCUSED_VISIT = Letter(
    LetterForm(
        name="focused-visit/1",
        kind=ReportKind.FOCUSED_VISIT,
        framework="focused-visit",
        themed=True,
        subject=re.compile(r"(?!this\b|the findings)(?:.{0,60}\b)?focus?sed (?:assurance )?visit\b", re.I),
    )
)
