"""What plans print of the state of an action: a rating by colour or letter, a share that is done, "Completed".

A column of dates may have a state in place of a date, or beside it.
"""

import re

from ingest.wording.dates import MONTHS
from ingest.wording.late import late

_STATES = (
    r"(?:fully |partially |partly |not (?:yet )?|on |off |at |in |nearly |substantially )?(?:completed?|started|track"
    r"|target|risk|progress|ongoing|on-going|delayed|overdue|closed|open|achieved|met|done|due|slipped|paused|embedded"
    r"|delivered)"
)
STATE = late(
    r"(?:red|amber|green|blue|yellow|gr[ea]y|purple|white|black|[brag])(?:\W+(?:red|amber|green|blue|[brag]))*"
    rf"|\d{{1,3}}\s?%|{_STATES}",
    re.I,
)
DAY = late(
    rf"(?:by |end (?:of )?)*(?:\d{{1,2}}(?:st|nd|rd|th)?[\s/.-]+)?(?:(?:{'|'.join(month[:3] for month in MONTHS)})\w*"
    r"|\d{1,2})[\s/.-]+(?:\d{2}|\d{4})|q[1-4]\b[\s\d/-]*|monthly|weekly|quarterly|ongoing",
    re.I,
)
"""A day, month or quarter, or how often; nothing else."""

WORDED = late(_STATES, re.I)
LEADING = late(rf"(?P<state>{STATE.pattern})(?=\s*[:;,.(–—]|\s+-\s)", re.I)
BESIDE_A_DATE = late(
    r"(?P<first>completed?|done|closed)\b(?=\W).+"
    r"|.+(?<!\bbe )(?<!\bnot )(?<!\bnot yet )(?<!% )(?<!ly )\b(?P<last>completed?|done)\W*",
    re.I | re.S,
)
"""Words for what is done in front of a date or behind it; "to be completed" and "50% complete" are none."""


def is_state(words: str) -> bool:
    """Tell whether words are a state of an action and nothing else."""
    return bool(STATE.fullmatch(words.strip(" .")))


def leading_state(words: str) -> str:
    """The state with which words begin, up to a stroke, a colon or the like: "Amber - two plans are late"."""
    match = LEADING.match(words)
    return match["state"] if match else ""


def state_in_date(words: str) -> tuple[str, str]:
    """The date and the state that the cell of a date prints: "Completed" gives ("", "Completed").

    Beside a date stands only what is done ("May 2025 - Completed"); the date is then left as it is printed.
    """
    if WORDED.fullmatch(words.strip(" .")):
        return "", words.strip(" .")
    match = BESIDE_A_DATE.fullmatch(words.strip())
    return words, (match["first"] or match["last"]) if match else ""
