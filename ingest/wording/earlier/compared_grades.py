"""Whether a sentence tells an earlier grade by what it was not: "not judged inadequate", "better than good".

Which grade services had follows from none of it, so it is for the caller to report. "The only area not judged
inadequate" tells of all other areas, too, and names none of them.
"""

import re

from ingest.wording.earlier.tokens import Token, letters

_GRADE = (
    r"(?:an?\W+)?(?:outstanding|inadequate|adequate|good|requir\w+ improvement)\b(?:\W+to be good\b)?"
    r"(?=\W*$|[.;,:)\u2019\u201d'\"]|\W+(?:in|at|by|overall|when|and|or|but|for|until|since|was|were|is|are)\b)"
)
_JUDGED = r"(?:judged|rated|graded|found|assessed|deemed|considered)\W+(?:to\W+be\W+|as\W+(?:being\W+)?|overall\W+)*"
_THAN = r"(?:not yet|not|(?:no\W+)?(?:less|better|worse|higher|lower|more) than|at least|above|below|short of)"
COMPARED = re.compile(
    rf"\b(?:not|never)\W+(?:to\W+be\W+|to\W+have\W+been\W+|been\W+|yet\W+)*{_JUDGED}{_GRADE}"
    rf"|\b{_JUDGED}{_THAN}\W+(?:to\W+be\W+)?{_GRADE}"
    rf"|\b(?:was|were|been)\W+(?:still\W+|only\W+|all\W+)?(?:not yet|{_THAN})\W+{_GRADE}",
    re.I,
)
ABOUT_AREAS = re.compile(r"\b(?:areas?|domains?|aspects?|elements?|nothing|none|everything)\b", re.I)
OF_SERVICES = re.compile("[SNJ]")


def compares_grades(sentence: str, row: tuple[Token, ...]) -> bool:
    """Tell whether a sentence says of services, in the past, which grade they did not have."""
    text = letters(row)
    if set(text) & set("hOT") or not COMPARED.search(sentence):
        return False
    return OF_SERVICES.search(text) is not None or ABOUT_AREAS.search(sentence) is not None
