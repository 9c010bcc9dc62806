"""The words with which plans head the columns of their tables of actions.

A heading is compared in small letters and without anything between them (``squash``). Columns stand in the order in
which they are looked for: the surest words first, so that "Objective" is the action only where no other column is.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.wording.dates import MONTHS
from ingest.wording.ratings import rating_columns

NUMBER_SIGNS = ("#", "№", "Nº", "N°")


def squash(heading: str) -> str:
    """A heading without case, spaces and signs: "Recom menda tion" gives "recommendation", a sign for numbers "no"."""
    return re.sub(r"[^a-z]", "", heading.casefold()) if heading.strip(" .") not in NUMBER_SIGNS else "no"


BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
LEAST_LETTERS = 3


def forms_of(heading: str) -> tuple[str, ...]:
    """The forms in which a heading is compared: whole, without what it has in brackets, and its parts about strokes."""
    bare = BRACKETS.sub(" ", heading)
    parts = [squash(part) for part in bare.split("/")] if "/" in bare else []
    forms = (squash(heading), squash(bare), *(part for part in parts if len(part) >= LEAST_LETTERS))
    return tuple(dict.fromkeys(form for form in forms if form))


def _column(name: str, *headings: str) -> tuple[str, str]:
    """A column whose headings match one of the patterns."""
    return name, "|".join(headings)


_EVIDENCE = (
    r"(?:evidence|sources?ofevidence|evidencesources?|assurance)(?:of)?"
    r"(?:impact|completion|success|progress|required)*"
)
PLAN_COLUMNS = (
    _column(
        "ref",
        r"ref(?:erence)?s?(?:no|number)?|no|nos|number|num|id|item(?:no|number)?|serial(?:no)?",
        r"(?:action|plan|unique|objective|improvement)(?:no|number|ref(?:erence)?|id)(?:no|number)?",
    ),
    _column("priority", r"(?:improvement|plan|strategic|our|key)?priorit(?:y|ies)(?:no|number|area|theme)?"),
    _column(
        "recommendation",
        r"(?:link(?:s|ed)?(?:to)?|relevant|related|which|the)*(?:ofsteds?|inspections?|ilacs|jtai|hmi|send|reports?)*"
        r"(?:recommendations?|recs?|priorit(?:y|ies)|areas?(?:for|of|requiring)(?:improvement|development|priorityaction"
        r"|significantweakness)|areas?toimprove|afis?)(?:no|nos|number|ref(?:erence)?)?s?"
        r"(?:addressed|met|from(?:the)?(?:inspection|ofsted|report))?",
        r"what(?:ofsted|inspectors)said(?:wemust|weneedto|needsto)improve|whatneedstoimprove",
    ),
    _column(
        "action",
        r"(?:the|our|key|agreed|required|improvement|specific|main|planned|proposed|smart|detailed|individual|what)*"
        r"actions?(?:s|required|tobetaken|requiredtoaddress(?:it|this)?|needed|detail|description|steps?|points?"
        r"|(?:we|that)?(?:will|are)?(?:be)?(?:take|taking|taken)|planned|agreed|in?plan)*",
        r"descriptionof(?:the)?actions?",
    ),
    _column(
        "action",
        r"what(?:will|are|do|must|can)?we(?:will|going|need|must|do)?(?:to)?(?:do|doing)?(?:about(?:it|this))?",
        r"what(?:we)?(?:will|is|needsto|needtobe|mustbe)(?:be)?(?:do|done|happen)",
        r"howwewilldo(?:it|this)|howwe(?:will)?improve|(?:so)?we(?:will|aregoingto)(?:do)?|our(?:planned)?response",
    ),
    _column(
        "action", r"activit(?:y|ies)|tasks?|steps?|interventions?|improvementactivity|(?:key)?deliverables?|subactions?"
    ),
    _column(
        "lead",
        r"(?:(?:action|operational|delivery|responsible|named|plan)?(?:lead|owner)(?:s|er)?|accountable|responsible)"
        r"(?:and|or)?(?:officers?|persons?|managers?|owner|leads?|names?|team|service|role|professional|partners?"
        r"|agency|organisation|by|to|for|responsibility)*",
    ),
    _column(
        "lead",
        r"(?:by)?(?:who|whom)(?:is|will|are)?(?:be)?(?:responsible|leading|lead|doit|accountable|doing(?:it|this))?"
        r"(?:for(?:it|this))?",
        r"(?:lead)?responsibilit(?:y|ies)|accountability|sro|assignedto|officers?(?:responsible)?|owned(?:by)?",
        r"strategic(?:lead|owner)|exec(?:utive)?(?:lead|sponsor|owner)|sponsor|manager|persons?responsible"
        r"|leaddirector|servicelead|seniorresponsible(?:officer|owner)",
    ),
    _column(
        "partners",
        r"(?:key|delivery)?partners?(?:involve(?:ment|d)|agenc(?:y|ies)|organisations?|leads?)?|involving|otheragencies",
        r"supportedby|support(?:ing)?(?:officers?|leads?|partners?)?|withwhom|whoelse(?:isinvolved)?|contributors?",
    ),
    _column(
        "due",
        r"(?:to)?bywhen|when(?:will|to|for)?(?:it|this|be|we)*(?:done|doit|complet(?:e|ed|ion))?(?:by)?",
        r"(?:original|current)?due(?:date|by)?|datedue|deadlines?|complete(?:d)?by|completion|dateforcompletion",
        r"(?:target|completion|end|finish|delivery|implementation|deadline|expected|planned|agreed|proposed|action)+"
        r"(?:completion|end|delivery)?(?:date|timescale|deadline)s?(?:forcompletion)?",
        r"(?:target)?time(?:scale|frame|line|table)s?(?:forcompletion)?|datetobecompleted(?:by)?"
        r"|target(?:for)?completion",
    ),
    _column("due", r"dates?|start(?:and)?(?:end|completion)dates?|end|finish"),
    _column(
        "success_measures",
        r"(?:key|our)?success(?:measures?|criteria|factors?|indicators?)"
        r"(?:and|or|kpis?|targets?|outcomes?|evidence|impacts?|measures?)*",
        r"measures?ofsuccess|what(?:will)?success(?:will)?looks?like|whatdifference.*|whatwill(?:it|this)looklike.*",
        r"whatwill(?:be)?(?:different(?:(?:for|because).*)?|good(?:look)?like)|how(?:will|do|can|would)?we(?:will)?know.*",
        r"what(?:will)?good(?:will)?looks?like",
    ),
    _column(
        "success_measures",
        r"(?:expected|intended|desired|planned|anticipated|target|key|our|the)*(?:outcomes?|impacts?|results?|benefits?)"
        r"(?:and|or)?(?:outcomes?|impacts?|measures?|evidence|success(?:measures?|criteria)|required|sought|expected"
        r"|forchildren(?:andfamilies|andyoungpeople)?|onchildren|wewillsee|wewant)*",
    ),
    _column(
        "resources",
        r"(?:financial|additional|required)?resources?(?:requirements?|required|needed|implications?)?",
        r"costs?(?:implications?)?|budget|funding",
    ),
    _column(
        "measure",
        r"(?:key|performance|how)*(?:measures?(?:d|ment)?|indicators?|kpis?|metrics?)"
        r"(?:of|and|or|by|measures?|kpis?|impact|outcomes?|target|success|progress)*",
        r"howwewillmeasure.*|howwillwemeasure.*|howwill(?:it|this)bemeasured",
        r"monitoring(?:measures?|arrangements?|method)?",
    ),
    _column("success_measures", _EVIDENCE),
    _column("measure", _EVIDENCE, r"(?:expected|intended|desired)?(?:outcomes?|impacts?)(?:measures?)?"),
    _column(
        "baseline",
        r"(?:current|baseline|starting)(?:performance|position|point|data|figure|measure)?|wherearewenow|wherewearenow",
    ),
    _column("target", r"targets?|ambition|(?:performance)?target(?:measure|figure|outcome)?s?"),
    _column(
        "rag",
        r"(?:current|latest|progress|overall|delivery|action)?(?:brag|rag)"
        r"(?:rating|status|rated|score|progress|current)*",
        r"(?:progress|status)(?:brag|rag)(?:rating|status)?",
    ),
    _column("rag", r"(?:current|action|delivery|progress|completion|overall)?(?:status|rating)"),
    _column("rag", r"(?:percent(?:age)?)?completed?(?:yn|yesno)?"),
    _column(
        "progress",
        r"(?:current|latest|monthly|quarterly|action)?(?:progress|updates?|position|commentary|comments?)"
        r"(?:on|to|so|since|this|and|of|made|date|far|updates?|comments?|notes?|evidence|actions?|review|summary"
        r"|narrative|progress|position|impact)*",
        r"what(?:havewe|wehave)done(?:sofar)?|narrative|statusupdate|statuscomments?|status",
    ),
)
WITHOUT_FIELD = re.compile(
    r"(?:start|review|revised|completed|actual|reported|last|next|approval|commencement)(?:\w{0,14})(?:date|by|on)?"
    r"|start(?:ing|ed)?|national(?:benchmark|average)|england|stat(?:istical)?neighbours?(?:benchmark|average)?"
    r"|benchmark|themes?|workstreams?|areas?(?:of\w+)?|objectives?|aims?|goals?|outcomes?|categor(?:y|ies)|issues?"
    r"|(?:ofsted)?findings?|(?:what)?(?:ofsted|theinspection|hmi)(?:said|found|toldus)|(?:what)?inspectors(?:said|found)|(?:key)?milestones?(?:anddates?)?|governance"
    r"|(?:board)?oversight|board|outputs?|frequency|why|how|where|notes?|risks?(?:andmitigation)?|barriers?|dependenc(?:y|ies)|paragraphs?(?:no|number|ref)?"
    r"|reportparagraphs?|source|whatwewant(?:toachieve)?|previous(?:rag|brag|status)(?:rating)?|directionoftravel"
    r"|trend|evidence|standards?|pillar|service(?:area)?|team|cohort"
)
FOR_WANT_OF_AN_ACTION = _column(
    "action",
    r"(?:smart|improvement|key|strategic)?(?:objectives?|milestones?|aims?|commitments?|improvements?)",
    r"what|description|detail|actionplan|point",
)
OF_A_FIELD = re.compile("|".join(f"(?:{headings})" for _, headings in (*PLAN_COLUMNS, FOR_WANT_OF_AN_ACTION)))
LONGEST_HEADING = 90
"""Characters; a longer cell heads no column."""

FEWEST_KNOWN, FEWEST_IN_LINE = 3, 4
LONGEST_LINE, LONGEST_PART = 40, 9
"""Words of a line that can be a header, and of one heading in it."""

ACTION_WORD = re.compile(r"\bactions?\b|\bwhat\b|\btasks?\b", re.I)
WHO_OR_WHEN = re.compile(r"\b(?:lead|owner|who|responsib\w+|when|deadline|timescales?|due|date)\b", re.I)


_MONTH = f"(?:{'|'.join(MONTHS)}|sept|{'|'.join(month[:3] for month in MONTHS)})"
PERIOD_IN = re.compile(
    rf"\b(?:q(?:uarter|tr)?\.?\s*[1-4]|{_MONTH}\b\.?(?:[\s/'’–-]*(?:20)?\d\d)?|20\d\d(?:[/–-]\d{{2,4}})?"
    r"|(?:week|month|phase|wave)\s*\d{1,2})(?!\w)",
    re.I,
)
PERIOD = re.compile(
    r"(?:q(?:uarter|tr)?\.?\s*[1-4]|(?:month|week|year|phase|wave)\s*\d{1,2}"
    rf"|{_MONTH}\.?)?"
    r"[\s/–-]*(?:\d{2}|\d{4})?(?:[/–-]\d{2,4})?",
    re.I,
)


@lru_cache(maxsize=4096)
def is_known_heading(text: str) -> bool:
    """Tell whether a heading is of a column that plans have, also one of a period: "Q1 progress"."""
    if len(text) > LONGEST_HEADING:
        return False
    forms = (*forms_of(text), *forms_of(undated(text)))
    return any(WITHOUT_FIELD.fullmatch(form) or OF_A_FIELD.fullmatch(form) for form in forms)


def undated(heading: str) -> str:
    """A heading without the period that it names: "Update May 2025" gives "Update"."""
    return " ".join(PERIOD_IN.sub(" ", heading).split())


def is_period(text: str) -> bool:
    """Tell whether a heading names a period of which a column tells: "Q1", "April 2025"."""
    return bool(text.strip()) and bool(PERIOD.fullmatch(text.strip()))


def heads_actions(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row head a table of actions: several known headings, at least half of the printed."""
    ratings = rating_columns(texts)
    others = [text for at, text in enumerate(texts) if text and at not in ratings]
    known = sum(map(is_known_heading, others))
    return known + bool(ratings) >= FEWEST_KNOWN and known * 2 >= len(others)


def heads_in_line(text: str) -> bool:
    """Tell whether a line is the header of a table of actions whose columns are not drawn: "Action Lead By when"."""
    words = text.split()
    if not FEWEST_KNOWN <= len(words) <= LONGEST_LINE or len(text) > LONGEST_LINE * 12:
        return False
    most = [0, *([-1] * len(words))]  # the most headings into which the first words part, -1 for none
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - LONGEST_PART), end):
            if most[start] >= 0 and is_known_heading(" ".join(words[start:end])):
                most[end] = max(most[end], most[start] + 1)
    return most[-1] >= FEWEST_IN_LINE and bool(ACTION_WORD.search(text)) and bool(WHO_OR_WHEN.search(text))
