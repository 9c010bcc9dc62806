"""What a pronoun may mean beside the services that have judgements: "Early help has improved since it was judged good".

In this order: a part of the services that has no judgement of its own; where the sentence names no service, whatever
stands at its head; else what narrows a service that it names ("services for disabled children", "the council's response
to neglect", "oversight of adoption"). In each case it is not clear what was judged.
"""

import re

from ingest.wording.earlier.tokens import Token, letters

CHANGES = re.compile(
    r"much|more|little|there|this|that|is|are|has|have|had|not|been|be|made|significant\w*|substantial\w*|considerable"
    r"|good|rapid\w*|steady|slow\w*|real|some|clear\w*|strong\w*|well|progress|changes?|improve\w*|developments?|pace"
    r"|deteriorat\w*|(?:[\w-]+ )*visits?|first|second|third|fourth|fifth|months?|years?|time|journey|period|action|seen"
    r"|taken|continued?"
)
"""Words beside which a pronoun can only mean what was spoken of before."""
LEADS_UP = re.compile(
    r"quality|experiences?|progress|outcomes|effectiveness|performance|standards?|impact|state|strength\w*|weakness\w*"
    r"|improvements?|changes?|deterioration|decline|concerns|shortfalls|support|provision|work|benefit|letter|\w+ed|made"
    r"|seen|begun|(?:[\w-]+ )*visits?"
)
"""What leads up to a service, so that a pronoun behind it means the service."""
POSSESSIVE = re.compile(r"(?:'s|s')$")
POINTS = re.compile(r"this|these|those")
EVERYONE = re.compile(r"all|local|families|vulnerable|young|people|children\b.*")


def may_mean_another(pronoun: Token, in_front: tuple[Token, ...]) -> bool:
    """Tell whether a pronoun behind these tokens of its sentence may mean something that no domain names."""
    text = letters(in_front)
    if "F" in text:
        return True
    if "S" not in text:
        heads = in_front[: len(re.split("[cNP]", text)[0])]
        return any(token.letter == "x" and not CHANGES.fullmatch(token.words) for token in heads)
    whole = not any(any(token.domains) for token in in_front if token.letter == "S")
    narrowed = re.search(r"S[fo]+(?=[xc])", text) if whole else None
    if narrowed and not EVERYONE.fullmatch(in_front[narrowed.end()].words):
        return True
    if whole and POINTS.fullmatch(pronoun.words) and re.search("S.*x", text):
        return True
    owned = re.search(r"S(?=x)", text)
    if owned and POSSESSIVE.search(in_front[owned.start()].words):
        leads_up = LEADS_UP.fullmatch(in_front[owned.end()].words)
        return not leads_up or re.match("x+[fop]", text[owned.end() :]) is not None
    headed = re.search(r"(?<=[xc])[fop]+(?=S)", text)
    return headed is not None and not LEADS_UP.fullmatch(in_front[headed.start() - 1].words)
