"""The columns of tables of actions, by the words with which plans head them.

A heading is compared in small letters and without anything between them. Columns stand in the order in which they are
looked for: the surest words first, so that "Objective" is the action only where no other column is. Each field is taken
once; a further column of the same words, and those of ``WITHOUT_FIELD``, are kept with their heading among the notes of
an action. A heading that no word knows is kept there too, and doubted.
"""

import re

from ingest.blocks import Block, TableRow
from ingest.structure.column_tables import LONGEST_HEADING, UNKNOWN, Column, name_columns, squash

KEPT = "+"
"""In front of the heading of a known column without a field of its own."""

_WHOSE = r"(?:ofsteds?|inspections?|ilacs|jtai|hmi|send|reports?)*"
COLUMNS = (
    Column(
        "ref",
        r"ref(?:erence)?s?(?:no|number)?|no|nos|number|num|id|item(?:no|number)?|serial(?:no)?"
        r"|(?:action|plan|unique|objective|improvement)(?:no|number|ref(?:erence)?|id)(?:no|number)?",
    ),
    Column("priority", r"(?:improvement|plan|strategic|our|key)?priorit(?:y|ies)(?:no|number|area|theme)?"),
    Column(
        "recommendation",
        rf"(?:link(?:s|ed)?(?:to)?|relevant|related|which|the)*{_WHOSE}"
        r"(?:recommendations?|recs?|priorit(?:y|ies)|areas?(?:for|of|requiring)(?:improvement|development"
        r"|priorityaction|significantweakness)|areas?toimprove|afis?)(?:no|nos|number|ref(?:erence)?)?s?"
        r"(?:addressed|met|from(?:the)?(?:inspection|ofsted|report))?"
        r"|what(?:ofsted|inspectors)said(?:wemust|weneedto|needsto)improve|whatneedstoimprove",
    ),
    Column(
        "action",
        r"(?:the|our|key|agreed|required|improvement|specific|main|planned|proposed|smart|detailed|individual|what)*"
        r"actions?(?:s|required|tobetaken|requiredtoaddress(?:it|this)?|needed|detail|description|steps?|points?"
        r"|(?:we|that)?(?:will|are)?(?:be)?(?:take|taking|taken)|planned|agreed|in?plan)*"
        r"|descriptionof(?:the)?actions?",
    ),
    Column("action", r"what(?:will|are|do|must|can)?we(?:will|going|need|must|do)?(?:to)?(?:do|doing)?(?:about(?:it|this))?|"
           r"what(?:we)?(?:will|is|needsto|needtobe|mustbe)(?:be)?(?:do|done|happen)|howwewilldo(?:it|this)|howwe(?:will)?improve"),
    Column("action", r"activit(?:y|ies)|tasks?|steps?|interventions?|improvementactivity|deliverables?"),
    Column(
        "lead",
        r"(?:(?:action|operational|delivery|responsible|named|plan)?(?:lead|owner)(?:s|er)?|accountable|responsible)"
        r"(?:and|or)?(?:officers?|persons?|managers?|owner|leads?|names?|team|service|role|professional|partners?"
        r"|agency|organisation|by|to|for|responsibility)*",
    ),
    Column(
        "lead",
        r"(?:by)?(?:who|whom)(?:is|will|are)?(?:be)?(?:responsible|leading|lead|doit|accountable|doing(?:it|this))?(?:for(?:it|this))?"
        r"|(?:lead)?responsibilit(?:y|ies)|accountability|sro|assignedto|officers?(?:responsible)?|owned(?:by)?|strategic(?:lead|owner)"
        r"|executive(?:lead|sponsor|owner)|sponsor|manager|persons?responsible",
    ),
    Column(
        "partners",
        r"partners?(?:involve(?:ment|d)|agenc(?:y|ies)|organisations?|leads?)?|involving|supportedby|support(?:ing)?(?:officers?"
        r"|leads?|partners?)?|withwhom|whoelse(?:isinvolved)?|otheragencies|contributors?|keypartners?|deliverypartners?",
    ),
    Column(
        "due",
        r"(?:to)?bywhen|when(?:will|to|for)?(?:it|this|be|we)*(?:done|doit|complet(?:e|ed|ion))?(?:by)?"
        r"|(?:original|current)?due(?:date|by)?"
        r"|(?:target|completion|end|finish|delivery|implementation|deadline|expected|planned|agreed|proposed|action)+"
        r"(?:completion|end|delivery)?(?:date|timescale|deadline)s?(?:forcompletion)?|deadlines?"
        r"|(?:target)?time(?:scale|frame|line|table)s?(?:forcompletion)?|complete(?:d)?by|completion|dateforcompletion"
        r"|datetobecompleted(?:by)?|target(?:for)?completion",
    ),
    Column("due", r"dates?|start(?:and)?(?:end|completion)dates?"),
    Column(
        "success_measures",
        r"(?:key|our)?success(?:measures?|criteria|factors?|indicators?)(?:and|or|kpis?|targets?|outcomes?|evidence|impacts?"
        r"|measures?)*|measures?ofsuccess|what(?:will)?success(?:will)?looks?like"
        r"|whatwill(?:be)?(?:different|good(?:look)?like)|how(?:will|do|can|would)?we(?:will)?know.*|whatgoodlookslike"
        r"|what(?:will)?good(?:will)?looks?like|whatdifference.*|whatwill(?:it|this)looklike.*",
    ),
    Column(
        "success_measures",
        r"(?:expected|intended|desired|planned|anticipated|target|key|our|the)*(?:outcomes?|impacts?|results?|benefits?)"
        r"(?:and|or)?(?:outcomes?|impacts?|measures?|evidence|success(?:measures?|criteria)|forchildren(?:andfamilies|andyoungpeople)?|onchildren|required"
        r"|sought|expected|wewillsee|wewant)*",
    ),
    Column("resources", r"(?:financial|additional|required)?resources?(?:requirements?|required|needed|implications?)?"
           r"|costs?(?:implications?)?|budget|funding"),
    Column(
        "measure",
        r"(?:key|performance|how)*(?:measures?(?:d|ment)?|indicators?|kpis?|metrics?)(?:of|and|or|by|measures?|kpis?|impact|outcomes?|target|success|progress)*"
        r"|howwewillmeasure.*|howwillwemeasure.*|howwill(?:it|this)bemeasured|monitoring(?:measures?|arrangements?|method)?",
    ),
    Column("success_measures", r"(?:evidence|sources?ofevidence|evidencesources?|assurance)(?:of)?(?:impact|completion|success|progress|required)*"),
    Column(
        "measure",
        r"(?:evidence|sources?ofevidence|evidencesources?|assurance)(?:of)?(?:impact|completion|success|progress|required)*"
        r"|(?:expected|intended|desired)?(?:outcomes?|impacts?)(?:measures?)?",
    ),
    Column("baseline", r"(?:current|baseline|starting)(?:performance|position|point|data|figure|measure)?|wherearewenow|wherewearenow"),
    Column("target", r"targets?|ambition|(?:performance)?target(?:measure|figure|outcome)?s?"),
    Column("rag", r"(?:current|latest|progress|overall|delivery|action)?(?:brag|rag)(?:rating|status|rated|score|progress|current)*"
           r"|progress(?:brag|rag)(?:rating|status)?|status(?:brag|rag)(?:rating)?"),
    Column("rag", r"(?:current|action|delivery|progress|completion|overall)?(?:status|rating)"),
    Column(
        "progress",
        r"(?:current|latest|monthly|quarterly|action)?(?:progress|updates?|position|commentary|comments?)"
        r"(?:on|to|so|since|this|and|of|made|date|far|update|updates|comments?|notes?|evidence|actions?|review|summary|narrative|progress|position|impact)*"
        r"|whathavewedone|whatwehavedone(?:sofar)?|statusupdate|statuscomments?|status",
    ),
)  # fmt: skip
WITHOUT_FIELD = re.compile(
    r"(?:start|review|revised|completed|actual|reported|last|next|approval|commencement)(?:\w{0,14})(?:date|by|on)?|start(?:ing|ed)?"
    r"|national(?:benchmark|average)|england|stat(?:istical)?neighbours?(?:benchmark|average)?|benchmark"
    r"|themes?|workstreams?|areas?(?:of\w+)?|objectives?|aims?|goals?|outcomes?|categor(?:y|ies)|issues?|findings?|ofstedfindings?"
    r"|whatofstedsaid|whatinspectors(?:said|found)|milestones?(?:anddates?)?|keymilestones?|governance|board|oversight|notes?"
    r"|risks?(?:andmitigation)?|barriers?|dependenc(?:y|ies)|paragraphs?(?:no|number|ref)?|reportparagraphs?|source|whatwewant(?:toachieve)?"
    r"|previous(?:rag|brag|status)(?:rating)?|directionoftravel|trend|evidence|standards?|pillar|service(?:area)?|team|cohort"
)
FOR_WANT_OF_AN_ACTION = Column(
    "action",
    r"(?:smart|improvement|key|strategic)?(?:objectives?|milestones?|aims?|commitments?|improvements?)|what|description|detail|action?plan|point",
)
FEWEST = 3
MOST_OF_REF = 3
"""Letters of a heading that is too short to be a word: an illegible "Ref"."""


def action_header(row: TableRow) -> tuple[str, ...] | None:
    """The names of a table's columns if the row heads a table of actions, else None.

    It must name the action with a lead, a date, a measure or a rating, in at least three known columns that are at
    least half of the printed ones; where nothing else is printed, two are enough.
    """
    names = name_columns(row, (*COLUMNS, FOR_WANT_OF_AN_ACTION))
    known = {name for name in names if not name.startswith(UNKNOWN)}
    printed = sum(bool(text) for text in row.texts)
    who_or_when = known & {"lead", "due"}
    if "action" not in known or not (who_or_when or known & {"rag", "success_measures", "measure", "progress"}):
        return None
    enough = len(known) >= FEWEST or (printed == len(known) and bool(who_or_when))
    if not enough or len(known) * 2 < printed or max(len(text) for text in row.texts) > LONGEST_HEADING:
        return None
    named = [KEPT + name[1:] if name.startswith(UNKNOWN) and _without_field(name[1:]) else name for name in names]
    if "ref" not in named and named[0].startswith(UNKNOWN) and len(squash(named[0])) <= MOST_OF_REF:
        named[0] = "ref"
    return tuple(named)


def _without_field(heading: str) -> bool:
    word = squash(heading)
    return bool(word) and bool(
        WITHOUT_FIELD.fullmatch(word)
        or any(re.fullmatch(column.headings, word) for column in (*COLUMNS, FOR_WANT_OF_AN_ACTION))
    )


def header_in(table: Block) -> tuple[str, ...] | None:
    """The first header of a table of actions among the rows of a table."""
    return next((named for row in table.rows if (named := action_header(row))), None)


def label_of(words: str) -> str | None:
    """The field that a label in front of a colon names: "Lead", "By when"."""
    word = squash(words)
    return next((column.name for column in COLUMNS if word and re.fullmatch(column.headings, word)), None)
