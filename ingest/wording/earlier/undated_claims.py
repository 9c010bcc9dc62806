"""Whether a sentence gives services an earlier grade without a date: "has moved from inadequate to good".

Such a grade belongs to no inspection that its words name, so it is for the caller to report. Told are changes from a
grade, grades that services "previously" or "until recently" had, that they have "no longer" or that they had before
one of now, and those of a time "when inspectors last visited". What is said of plans, cases or other bodies is left
alone, and so is what may be.
"""

import re

from ingest.wording.earlier.tokens import Token, letters

_GRADE = r"(?:an?\W+)?(?:outstanding|inadequate|adequate|good|requir\w+ improvement)\b"
_JUDGED = r"(?:judged|rated|graded|found|assessed|deemed|considered)\W+(?:to\W+be\W+|as\W+(?:being\W+)?|overall\W+)*"
_THEN = (
    r"(?:previously|formerly|historically|originally|initially|once|until (?:recently|then)"
    r"|at that (?:time|point|inspection)|last time)"
)
_CHANGES = (
    r"(?:mov(?:ed?|es|ing)|gone|went|risen|rose|raised|improv(?:ed?|es|ing|ements?)|progress(?:ed|es|ing)?|declin(?:ed?|es|ing)"
    r"|deteriorat(?:ed?|es|ing)|dropp(?:ed|ing)|fell|fallen|slipp(?:ed|ing)|chang(?:ed?|es|ing)|lifted|climbed|upgraded"
    r"|downgraded|transform(?:ed|ing)|shift(?:ed|ing)?|journey|up|down)"
)
CHANGED = re.compile(rf"\b{_CHANGES}\b[^.;:]{{0,60}}\bfrom\W+(?:being\W+|its\W+|the\W+)?{_GRADE}", re.I)
_SOME = r"[^.;:]{0,60}\b"
PAST = re.compile(
    rf"\b{_THEN},?\W+(?:been\W+)?(?:{_JUDGED})?{_GRADE}"
    rf"|\b{_THEN},?\W+[^.,;:]{{3,80}}\b(?:was|were)\W+(?:{_JUDGED})?{_GRADE}"
    rf"|\bno longer\W+(?:{_JUDGED})?{_GRADE}"
    rf"|\bwh(?:ich|o)\W+(?:was|were|had been)\W+(?:{_JUDGED})?{_GRADE}{_SOME}(?:is|are) now\b"
    rf"|\bnot\W+(?:{_JUDGED})?{_GRADE}\W+but\W+(?:{_JUDGED})?(?:{_GRADE}|required improvement)"
    rf"|\b(?:had|has|have) been\W+(?:{_JUDGED})?an?\W+(?:{_GRADE})\W+(?:authority|council|service)"
    rf"|\b(?:since|after|having|despite)\W+(?:being|been|having been)\W+(?:{_JUDGED})?{_GRADE}"
    rf"|\bhad\W+(?:\w+\W+)?been\W+(?:{_JUDGED}){_GRADE}"
    rf"|\binspectors?\W+(?:\w+\W+)?(?:last|previously)\W+(?:visited|came|were here|reported){_SOME}{_GRADE}"
    rf"|\bwhen\W+(?:(?:it|they)\W+(?:was|were)\W+)?(?:last|previously)\W+(?:judged|rated|graded|inspected|assessed){_SOME}{_GRADE}"
    rf"|\b(?:authority|council|service)s?\W+(?:that|which)\W+(?:was|were|had been)\W+(?:{_JUDGED})?{_GRADE}"
    rf"|\b(?:was|were)\W+(?:{_JUDGED})?{_GRADE}\W+(?:at that time|then)\b"
    rf"|\b(?:the|its|their|an?|previous|following|after)\W+(?:inadequate|outstanding|adequate|requir\w+ improvement)"
    r"\W+(?:overall\W+)?(?:(?:grade|judge?ment|rating)s?|outcome|verdict)\b"
    rf"|\bwhen\W+(?:it|they|services|the (?:council|authority|service))\W+(?:was|were|had been)\W+(?:{_JUDGED})?"
    rf"{_GRADE}"
    rf"|\b{_GRADE}{_SOME}when inspectors\W+(?:last\W+|previously\W+)?(?:visited|came|inspected)\b"
    rf"|\b(?:second|third|fourth|fifth)\W+(?:time in a row|successive|consecutive){_SOME}{_GRADE}"
    rf"|\b(?:grade|judge?ment|rating)\W+of\W+{_GRADE}{_SOME}(?:is|are|was|were|has|have)\b"
    rf"|\b(?:previous|last|earlier|former)\W+(?:overall\W+)?(?:grade|judge?ment|rating)s?\b[^.;]{{0,80}}\b(?:was|were|is|of|:)\W+{_GRADE}"
    rf"|\b(?:inspections?|outcome|judge?ment|report|ilacs|sif)\b[^.;]{{0,60}}\((?:overall\W+)?{_GRADE}[^()]{{0,20}}\)",
    re.I,
)
SPEAKS_OF_THE_PAST = re.compile(
    rf"\b{_THEN}\b|\bno longer\b|\bhad (?:\w+ )?been\b|\b(?:has|have) been an?\b|\bbut requir"
    r"|\b(?:since|after|having|despite) (?:being|been|having)\b|\b(?:is|are) now\b|\b(?:last|previously) \w+ed\b"
    r"|\blast came\b|\b(?:judge?ment|grade|rating)s?\b|\b(?:authority|council|service)s?\W+(?:that|which)\b|\bat that\b"
    r"|\b(?:was|were) .{0,60} then\b|\bwhen (?:it|they|services|the|inspectors)\b|\bin a row\b|\b(?:suc|con)[a-z]+ive\b"
    r"|\b(?:outcome|verdict)\b"
    rf"|\bfrom\W+(?:being\W+|its\W+|the\W+)?{_GRADE}",
    re.I,
)
"""Words without which no sentence is such a one, so that most need not be read."""
ABOUT_SERVICES = re.compile("[SNJPI]")
STANDS_FOR_IT = re.compile(r"\W*(?:this|that)\W+(?:is|was|represents|marks)\b", re.I)
HOPED_OR_OTHERS = re.compile("[hO]")


def tells_of_the_past(sentence: str, row: tuple[Token, ...]) -> bool:
    """Tell whether a sentence gives services a grade that they had before, in words that name no inspection."""
    text = letters(row)
    if "T" in text or HOPED_OR_OTHERS.search(text):
        return False
    if PAST.search(sentence):
        return ABOUT_SERVICES.search(text) is not None
    changed = CHANGED.search(sentence)
    if changed is None:
        return False
    if STANDS_FOR_IT.match(sentence):
        return True
    in_front = "".join(token.letter for token in row if token.start < changed.end())
    return ABOUT_SERVICES.search(in_front) is not None
