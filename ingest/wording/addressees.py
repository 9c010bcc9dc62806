"""Who is asked to act: the words before "should" in a recommendation, or in the sentence that announces a list of them.

In "local providers should respond", the addressee is everything before "should". In "In order to improve provision,
the local authority should ensure that:", the addressee is what follows the purpose. "must" and "need to" count as
"should". A text with none of them has no addressee. Inspections until 2012 put the bodies in brackets behind the words:
"(NHS Wexcombe)".
"""

import re

PURPOSE = re.compile(r"^(?:in order )?to\b", re.I)
MODAL = re.compile(r"\s+(?:should|must|needs? to)\b")
OPENS = re.compile(r"\b(?:the(?:\s+local)?|local|all|each|both)\s+", re.I)
LONGEST = 14
BRACKETS = re.compile(r"\((?P<bodies>[^()]{3,120})\)\W*$")
BODY = re.compile(
    r"\b(?:NHS|PCT|council|trusts?|boards?|authorit(?:y|ies)|police|commissioners?|providers?|partners?|partnership"
    r"|LSCB|CCG|agencies|services?)\b",
    re.I,
)


def find_addressee(text: str) -> str | None:
    """Return the addressee as printed; None when the text names none, or when its words are more than ``LONGEST``."""
    modal = MODAL.search(text)
    if not modal:
        return None
    head = text[: modal.start()].strip()
    if PURPOSE.match(head):
        after_comma = head.rpartition(",")[2].strip()
        starts = [match.start() for match in OPENS.finditer(head)]
        head = after_comma if OPENS.match(after_comma) else head[starts[-1] :] if starts else ""
    head = head.strip(" ,")
    return head if head and len(head.split()) <= LONGEST else None


def named_behind(text: str) -> str | None:
    """Return the bodies that stand in brackets at the end of the text; None where these are none or hold figures."""
    match = BRACKETS.search(text)
    bodies = match["bodies"].strip() if match else ""
    return bodies if BODY.search(bodies) and not re.search(r"\d", bodies) else None
