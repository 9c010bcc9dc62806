"""Judgements of others than Ofsted's inspectors in the words of reports: a chair, managers, a mock inspection.

What they judged is no grade of an inspection, however exactly it is worded and dated.
"""

import re

from ingest.wording.stems import at_words

_OTHERS = (
    r"(?:chairs?|chairpersons?|leaders?|managers?|commissioners?|auditors?|advis[eo]rs?|consultants?|boards?|panels?|peers?"
    r"|departments?|dfe|staff|families|parents|carers|partners|directors?|governors?|councillors?|members|ombudsman"
    r"|courts?|police|trusts?|cqc|care quality commission|regulator|lga|association|officers|workers|practitioners|they"
    r" themselves|council itself|authority itself|internal audits?|ombudsman|institute|consultancy|hmip|hmi probation)"
)
_JUDGED = r"(?:judged|rated|graded|assessed|evaluated|deemed|considered|declared|concluded|believed|thought|felt|found)"
OTHER_JUDGES = re.compile(
    at_words(
        rf"\b{_OTHERS}\W+(?:\w+ly\W+|had\W+|have\W+|has\W+|also\W+|then\W+){{0,3}}{_JUDGED}\b",
        rf"\b{_JUDGED}\b[^.,;:]{{0,60}}\bby\W+(?:the\W+|an?\W+|its\W+|their\W+)?(?:\w+\W+){{0,3}}{_OTHERS}\b",
    ),
    re.I,
)
_SUBJECTS = (
    r"(?:(?:area |local area )?send|special educational needs(?: and disabilit\w+)?|youth (?:justice|offending)"
    r"|probation|early years|schools?|(?:children's |secure |residential )*homes?|(?:private )?fostering|corporate"
    r"|contact(?:,? (?:and )?referral)?(?:,? and assessment)?)"
)
OTHER_INSPECTIONS = re.compile(
    r"\b(?:mock|thematic|themed|internal|trial|simulated|diagnostic|peer|sector[\s-]led|independent|lga)\W+(?:\w+\W+)?"
    r"(?:inspections?|reviews?|assessments?|challenges?)\b"
    rf"|\b{_SUBJECTS} (?:\w+ )?(?:re-?)?(?:inspections?|reviews?|assessments?)\b"
    rf"|\binspect(?:ions? of|ed) (?:\w+ ){{0,2}}{_SUBJECTS}\b",
    re.I,
)
"""Inspections of something else than children's services as a whole or a domain of them, or by others than Ofsted."""
INSPECTORS = re.compile(r"\bofsted\b|\binspectors?\b|\bhmi\b|\bjudged\W+(?:\w+\W+){0,4}by\W+(?:\w+\W+)?inspect", re.I)


def judged_by_others(sentence: str) -> bool:
    """Tell whether a sentence says that others than inspectors judged, or tells of an inspection of another kind."""
    if OTHER_INSPECTIONS.search(sentence):
        return True
    return OTHER_JUDGES.search(sentence) is not None and not INSPECTORS.search(sentence)
