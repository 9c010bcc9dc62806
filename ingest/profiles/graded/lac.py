"""The inspection of services for looked after children, 2013: its own framework, with "adequate" as the third grade.

See ``recorded`` for how it is read.
"""

import re

from ingest.profiles.graded.recorded import RecordedForm, RecordedReport
from ingest.wording.domains import LAC
from inspections.vocabulary import ReportKind

LOOKED_AFTER = RecordedReport(
    RecordedForm(
        name="lac/1",
        kind=ReportKind.LAC,
        title=re.compile(
            r"inspection\s+of\s+(?:local\s+authority\s+)?(?:safeguarding\s+and\s+)?(?:services\s+for\s+)?looked\s+after\s+children"
            r"(?:\s+services)?\b",
            re.I,
        ),
        domains=LAC,
    )
)
