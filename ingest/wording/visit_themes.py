"""What a focused visit looked at, by the sentence of its letter that says so: "… arrangements for care leavers".

The themes are those of Ofsted's framework for inspecting local authority children's services, in the words of its
tables of outcomes. One is told only where the sentence names it and nothing beside it: what explains it may follow
("the 'front door' services that receive …"), another theme may not ("… and the response to …").
"""

import re
from collections.abc import Iterable

from ingest.wording.late import late

LOOKED_AT = late(
    r"\b(?:inspectors|they|(?:this|the) visit|HMI)\s+(?:looked at|reviewed|evaluated|examined|considered|focused on)\s+"
    r"(?:the\s+(?:local authority|council|authority|trust|borough|county|city)['’]s\s+)?arrangements\s+for\s+",
    re.I,
)
_PLAN = (
    r"(?:(?:,?\s+(?:including|and|or))\s+(?:(?:those|for)\s+)?(?:children\s+)?(?:who\s+are\s+)?(?:those\s+)?subject\s+to\s+"
    r"(?:a\s+)?(?:child\s+)?protection\s+plans?)?"
)
_QUOTED = r"[‘'\"“]?front door[’'\"”]?"
THEMES = (
    ("Front door", late(rf"(?:the\s+)?{_QUOTED}(?:\s+(?:services?|arrangements))?", re.I)),
    (
        "Front door",
        late(rf"(?:responding to\s+|managing\s+)?contacts and referrals at (?:the|their)\s+{_QUOTED}", re.I),
    ),
    ("Children in need/subject to a plan", late(rf"children in need{_PLAN}", re.I)),
    ("Vulnerable adolescents", late(r"vulnerable adolescents", re.I)),
    ("Achieving permanence", late(r"(?:achieving\s+)?permanence(?:\s+for\s+children(?:\s+in\s+care)?)?", re.I)),
    ("Children in care", late(r"(?:children in care|children looked after|looked after children)", re.I)),
    ("Care leavers", late(r"(?:care leavers|care[- ]experienced young people)", re.I)),
)
ENDS = late(
    r"\s*(?:[.;:(]|$|,?\s+(?:that|which|where|who)\b|,\s+(?:including|the point|the (?-i:[A-Z]))|\s+including\b)", re.I
)
"""What may stand behind the name of a theme: the end of the sentence, or words that explain it."""


def find_theme(paragraphs: Iterable[str]) -> str | None:
    """The theme of the first sentence that says what the visit looked at; None where it names another, or more."""
    for text in paragraphs:
        if sentence := LOOKED_AT.search(text):
            named = ((name, form.match(text, sentence.end())) for name, form in THEMES)
            return next((name for name, match in named if match and ENDS.match(text, match.end())), None)
    return None
