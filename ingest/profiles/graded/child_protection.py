"""The inspection of arrangements for the protection of children, 2012 and 2013, with "adequate" as the third grade.

See ``recorded`` for how it is read.
"""

import re

from ingest.profiles.graded.recorded import RecordedForm, RecordedReport
from ingest.wording.domains import CHILD_PROTECTION
from inspections.vocabulary import ReportKind

PROTECTION = RecordedReport(
    RecordedForm(
        name="child-protection/1",
        kind=ReportKind.CHILD_PROTECTION,
        title=re.compile(
            r"(?:unannounced\s+)?inspection\s+of\s+(?:the\s+)?(?:local\s+authority(?:.s)?\s+)?arrangements\s+for\s+the\s+protection\s+of"
            r"\s+children\b",
            re.I,
        ),
        domains=CHILD_PROTECTION,
        explains=True,
    )
)
