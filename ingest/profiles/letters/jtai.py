"""Joint targeted area inspections (2016 to today).

A letter of four inspectorates to the partners of an area, without grades.

The letters of 2016 to 2020 have no overview: their summary stands between the sentences about the inspection and the
first heading. The theme is printed in the subject from 2018 to 2020, and in the opening sentence since 2022; see
``letters``.
"""

import re

from ingest.profiles.letters.form import LetterForm
from ingest.profiles.letters.letter import Letter
from inspections.vocabulary import ReportKind

JTAI = Letter(
    LetterForm(
        name="jtai/1",
        kind=ReportKind.JTAI,
        framework="jtai",
        subject=re.compile(r"(?!this\b|the findings)(?:.{0,30}\b)?joint targeted area inspection\b", re.I),
        divided=True,
        led=False,
        longest_list=10,
        about=re.compile(
            r"(?:between|from|on)\s+\d|this (?:letter|joint|inspection|report)\b|the inspection (?:took|was carried)|"
            r"inspectors (?:looked|considered|evaluated)",
            re.I,
        ),
    )
)
