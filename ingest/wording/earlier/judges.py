"""Judgements of others than Ofsted's inspectors in the words of reports: a chair, managers, a mock inspection.

What they judged is no grade of an inspection, however exactly it is worded and dated.
"""

import re

_OTHERS = (
    r"(?:chairs?|chairpersons?|leaders?|managers?|commissioners?|auditors?|advis[eo]rs?|consultants?|boards?|panels?|peers?"
    r"|departments?|dfe|staff|families|parents|carers|partners|directors?|governors?|councillors?|members|ombudsman"
    r"|courts?|police|trusts?|cqc|care quality commission|regulator|lga|association|officers|workers|practitioners|they"
    r" themselves|council itself|authority itself)"
)
_JUDGED = r"(?:judged|rated|graded|assessed|evaluated|deemed|considered|declared|concluded|believed|thought|felt)"
OTHER_JUDGES = re.compile(
    rf"\b{_OTHERS}\W+(?:\w+ly\W+|had\W+|have\W+|has\W+|also\W+|then\W+){{0,3}}{_JUDGED}\b"
    rf"|\b{_JUDGED}\b[^.,;:]{{0,60}}\bby\W+(?:the\W+|an?\W+|its\W+|their\W+)?(?:\w+\W+){{0,3}}{_OTHERS}\b",
    re.I,
)
OTHER_INSPECTIONS = re.compile(
    r"\b(?:mock|thematic|themed|internal|trial|simulated|diagnostic|peer|sector[\s-]led|independent|lga)\W+(?:\w+\W+)?"
    r"(?:inspections?|reviews?|assessments?|challenges?)\b",
    re.I,
)
INSPECTORS = re.compile(r"\bofsted\b|\binspectors?\b|\bhmi\b|\bjudged\W+(?:\w+\W+){0,4}by\W+(?:\w+\W+)?inspect", re.I)


def judged_by_others(sentence: str) -> bool:
    """Tell whether a sentence says that others than inspectors judged, or tells of an inspection of another kind."""
    if OTHER_INSPECTIONS.search(sentence):
        return True
    return OTHER_JUDGES.search(sentence) is not None and not INSPECTORS.search(sentence)
