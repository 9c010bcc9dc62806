"""How recommendations are worded, as against findings, and the sentence that says that there are none.

A recommendation asks for something: it begins with a verb that does ("Ensure", "Further strengthen"), or says "should",
"must" or "need to". Headings tell by their words whether recommendations stand under them ("Areas for improvement") or
something else does ("Key strengths and weaknesses").
"""

import re

_VERBS = """
    accelerate accept achieve act adapt add address adopt agree align allocate amend analyse appoint arrange
    assess assign assure audit build carry challenge change check clarify collect combine commission commit
    communicate complete conduct consider consolidate consult continue convene coordinate co-ordinate create
    deal decide define deliver demonstrate deploy design determine develop devise direct discuss disseminate
    draw drive eliminate embed embrace enable encourage end enforce engage enhance ensure equip establish
    evaluate examine expand expedite explain explore extend facilitate finalise find focus foster give help hold
    identify implement improve include increase inform intensify introduce investigate invest involve issue join
    keep launch lead learn liaise listen maintain make manage maximise measure minimise monitor move notify
    obtain offer operate oversee plan prepare prevent prioritise produce promote provide publish pursue put
    raise recruit rectify redesign reduce refine refresh reinforce remind remove renew replace report require
    resolve respond review revise revisit roll scrutinise secure seek set share simplify speed stop streamline
    strengthen support sustain tackle take target test tighten track train undertake update use utilise widen
    work
"""
ASKS = frozenset(_VERBS.split())
"""Verbs with which recommendations begin."""
BEFORE_THE_VERB = re.compile(r"(?:[a-z]+ly|further|also|now|to|and|as a matter of urgency,?|in order to)\s+", re.I)
MODAL = re.compile(r"\b(?:should|must|needs? to|is required to|are required to)\b", re.I)
FIRST_WORD = re.compile(r"[a-z-]+", re.I)

OF_RECOMMENDATIONS = re.compile(
    r"\b(?:improvements?|improved?|recommend\w*|actions?|priorit\w+|immediate\w*|urgent\w*|development|months?|term"
    r"|should|must|next steps)\b",
    re.I,
)
OF_OTHER_MATTERS = re.compile(
    r"\b(?:strengths?|summary|findings?|judge?ments?|good practice|achievements?|background|context|case stud(?:y|ies)"
    r"|conclusions?|overview|effectiveness)\b|\b(?:is|are|works?|working|does|doing|done) (?:\w+ )?well\b"
    r"|\b(?:about|information about) this (?:inspection|visit|report)\b|\bprogress (?:since|made)\b"
    r"|\bwhat inspectors (?:found|did|saw)\b",
    re.I,
)

_THINGS = (
    r"(?:areas?|actions?|recommendations?|priorit(?:y|ies)|matters?|issues?|improvements?|areas? of concern|concerns?)"
)
_FOUND = r"(?:identified|required|found|made|necessary|needed|noted|arising|recommended|raised|reported|set|given)"
NONE = re.compile(
    r"(?:none|nil|n/?a|not applicable)(?:\s+(?:were|was|are)?\s*(?:identified|found|required|made|needed|noted))?\W*$"
    r"|(?:(?:there|inspectors|we|ofsted|the inspectorates?|(?:this|the) (?:\w+ ){0,2}?(?:inspection|visit|review))\s+"
    r"(?:were|are|was|is|found|identified|made|have|has|had|did|do|does)\s+)?"
    r"(?:(?:not|never)\s+(?:identif\w+|found|find|ma[dk]e|result\w*\s+in|been)\s+any\b|no\b|any\b)"
    rf"(?P<rest>[^.;:]{{0,90}}?\b{_THINGS}\b[^.;:]{{0,90}})[.]?\s*$",
    re.I,
)
NONE_LENGTH = 180
_CLAUSE = re.compile(r"\b(?:who|whose|which|because|should|must|that (?!was|were|is|are|requires?|needs?)\w+)\b", re.I)
_ABOUT_LISTS = re.compile(rf"\b{_FOUND}\b|\b(?:immediate|priority|urgent)\b|\bfor (?:improvement|development)\b", re.I)


def recommends(text: str) -> bool:
    """Tell whether a text asks for something, as a recommendation does."""
    if MODAL.search(text):
        return True
    bare = text.lstrip(" \"'“‘(")
    while before := BEFORE_THE_VERB.match(bare):
        bare = bare[before.end() :]
    word = FIRST_WORD.match(bare)
    return word is not None and word[0].casefold() in ASKS


def says_none(text: str) -> bool:
    """Tell whether a text only says that there is nothing to recommend or no action that is urgent."""
    bare = " ".join(text.split())
    if len(bare) > NONE_LENGTH or not (match := NONE.fullmatch(bare)):
        return False
    rest = match["rest"]
    return rest is None or (bool(_ABOUT_LISTS.search(rest)) and not _CLAUSE.search(rest))


def heads_other_matters(heading: str) -> bool:
    """Tell whether a heading says that what stands under it is something else than recommendations."""
    return bool(OF_OTHER_MATTERS.search(heading))


def heads_recommendations(heading: str) -> bool:
    """Tell whether a heading is about what must improve."""
    return bool(OF_RECOMMENDATIONS.search(heading)) and not heads_other_matters(heading)
