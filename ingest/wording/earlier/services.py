"""The services, and other bodies, that sentences about earlier inspections name, each with its domains.

What is listed first is tried first. A service is named with what leads up to it ("experiences and progress of",
"services for") and what goes on ("arrangements"). ``WHOLE`` are words for the authority and all of its services;
``ANAPHORIC`` are words for the whole that may mean a part, where one was named before.
"""

from dataclasses import dataclass

from ingest.wording.domains import (
    ADOPTION,
    BOARD,
    CAPACITY,
    CARE,
    CARE_AND_LEAVERS,
    HELP,
    LEADERSHIP,
    LEAVERS,
    OVERALL,
)


@dataclass(frozen=True, slots=True)
class LexiconTerm:
    """Words of one kind: the letter (see ``lexicon``), the pattern, and the domains that a service names."""

    letter: str
    pattern: str
    domains: tuple[str, ...] = ()


MANY = r"(?:vulnerable\s+)?children(?:,?\s+(?:and\s+)?(?:their\s+)?(?:young\s+people|families|carers)){0,4}"
CARED = (
    r"(?:looked[\s-]after\s+children(?:\s+and\s+young\s+people)?"
    r"|children(?:\s+and\s+young\s+people)?\s+(?:who\s+are\s+)?looked\s+after"
    r"|children(?:\s+and\s+young\s+people)?\s+in\s+(?:public\s+)?care)"
)
LEFT = r"(?:care[\s-]leavers?|care[\s-]experienced\s+(?:young\s+)?people|young\s+people\s+leaving\s+care)"
_OF = r"(?:the\s+)?(?:experiences?(?:\s+and\s+progress)?\s+of\s+|effectiveness\s+of\s+|performance\s+(?:in|of|for)\s+)"
_FOR = r"(?:the\s+)?(?:services?|provision|support|care|arrangements)\s+(?:provided\s+)?(?:for|to)\s+"
_TO = rf"(?:{_OF})?(?:(?:its|their|the)\s+)?(?:{_FOR})?(?:the\s+)?"
_SERVICE = r"(?:'?s?'?\s+(?:(?:social\s+care\s+)?(?:services?|provision|arrangements|functions?)|team))"
_CONTRIBUTION = r"(?:contribution\s+(?:to|towards)\s+)?(?:outcomes?\s+(?:in|for)\s+)?"
_TITLE = (
    r"(?:services?\s+for\s+)?children\s+in\s+need\s+of\s+help\s+and\s+protection,?\s+(?:and\s+)?"
    rf"{CARED}(?:,?\s+and\s+care\s+leavers)?"
)

SERVICES = (
    LexiconTerm("S", _TITLE),
    LexiconTerm(
        "S",
        rf"{MANY}\s+(?:who\s+need(?:ed)?|in\s+need\s+of|needing)\s+help,?\s+(?:and\s+)?protection,?\s+(?:and|or)\s+care",
    ),
    LexiconTerm(
        "S", r"(?:all|each|every\s+one|both|any)\s+(?:of\s+)?(?:the\s+|its\s+|their\s+)?(?:\w+\s+)?judge?ments", ()
    ),
    LexiconTerm(
        "S",
        r"all\s+(?:aspects|areas|parts)\s+of\s+(?:the\s+)?(?:local\s+authority's\s+)?(?:children's\s+)?(?:social\s+care\s+)?"
        r"(?:services?|practice|provision)",
    ),
    LexiconTerm(
        "S",
        rf"{_TO}{CARED}(?:\s+and\s+achieving\s+permanence)?,?\s+(?:and\s+)?(?:for\s+)?{LEFT}",
        (CARE_AND_LEAVERS,),
    ),
    LexiconTerm(
        "S", rf"(?:the\s+)?overall\s+effectiveness\s+(?:of|for)\s+(?:services\s+for\s+)?{CARED}{_SERVICE}?", (CARE,)
    ),
    LexiconTerm(
        "S",
        r"(?:the\s+)?overall\s+effectiveness\s+(?:of|for|in)\s+(?:the\s+)?(?:safeguarding|child\s+protection)"
        r"(?:\s+(?:services?|arrangements))?",
        (HELP,),
    ),
    LexiconTerm(
        "S",
        rf"(?:outcomes\s+for\s+{CARED}(?:\s+and\s+care\s+leavers)?)",
        ("outcomes-for-looked-after-children",),
    ),
    LexiconTerm("S", rf"{_TO}{CARED}\s+and\s+achieving\s+permanence", (CARE,)),
    LexiconTerm("S", rf"{_TO}{CARED}{_SERVICE}?", (CARE,)),
    LexiconTerm("S", rf"{_TO}{LEFT}{_SERVICE}?|(?:the\s+)?leaving[\s-]care\s+(?:service|team)s?", (LEAVERS,)),
    LexiconTerm(
        "S",
        rf"{_TO}{MANY}\s+(?:who\s+need(?:ed)?|in\s+need\s+of|needing)\s+help\s+(?:and|or)\s+protections?",
        (HELP,),
    ),
    LexiconTerm(
        "S",
        rf"(?:{_OF})?(?:{_FOR})?(?:children's\s+|child\s+)?(?:help\s+and\s+protection|safeguarding|(?:child|public)\s+protection)"
        r"(?:\s+(?:and\s+child\s+protection))?(?:\s+(?:services?|arrangements|provision|practice|functions))?"
        r"(?:\s+for\s+children(?:\s+and\s+young\s+people)?)?(?!\s+(?:children\s+)?(?:board|partnership|hub|team|unit))",
        (HELP,),
    ),
    LexiconTerm(
        "S",
        rf"(?:{_FOR})?(?:the\s+)?(?:safeguarding|protection)\s+of\s+{MANY}",
        (HELP,),
    ),
    LexiconTerm("S", rf"(?:services?|arrangements)\s+for\s+(?:safeguarding|protecting)\s+{MANY}", (HELP,)),
    LexiconTerm("O", r"(?:regional|voluntary|independent)\s+adoption\s+(?:agenc(?:y|ies)|services?|support)"),
    LexiconTerm(
        "S",
        rf"(?:{_OF})?(?:(?:its|the|their)\s+)?(?:local\s+authority\s+|council\s+)?adoption"
        r"(?:\s+(?:performance|services?|agency|provision|work))?",
        (ADOPTION,),
    ),
    LexiconTerm(
        "S",
        r"(?:the\s+)?(?:effectiveness\s+of\s+)?(?:the\s+)?(?:(?:local\s+)?safeguarding\s+children'?s?\s+board|lscb)",
        (BOARD,),
    ),
    LexiconTerm(
        "S",
        r"leadership(?:,?\s+(?:and\s+)?(?:management|governance)){0,3}(?:\s+of\s+(?:the\s+)?services?)?",
        (LEADERSHIP,),
    ),
    LexiconTerm(
        "S",
        r"(?:the\s+)?impact\s+of\s+leaders"
        r"(?:\s+on\s+(?:social\s+work\s+)?practice(?:\s+with\s+children\s+and\s+families)?)?",
        (LEADERSHIP,),
    ),
    LexiconTerm("S", r"(?:the\s+)?capacity\s+(?:to\s+improve|for\s+improvement)", (CAPACITY,)),
    LexiconTerm("S", r"(?:the\s+)?quality\s+of\s+provision", ("quality-of-provision",)),
    LexiconTerm("S", rf"{_CONTRIBUTION}being\s+healthy", ("being-healthy",)),
    LexiconTerm("S", rf"{_CONTRIBUTION}staying\s+safe", ("staying-safe",)),
    LexiconTerm("S", rf"{_CONTRIBUTION}enjoying\s+and\s+achieving", ("enjoying-and-achieving",)),
    LexiconTerm("S", rf"{_CONTRIBUTION}(?:making\s+a\s+)?positive\s+contribution", ("positive-contribution",)),
    LexiconTerm("S", rf"{_CONTRIBUTION}(?:achieving\s+)?economic\s+well-?\s?being", ("economic-wellbeing",)),
    LexiconTerm("S", r"service\s+management", ("service-management",)),
    LexiconTerm(
        "S",
        r"(?:the\s+)?overall\s+(?:effectiveness(?:\s+(?:of|for|in)\s+(?:its\s+|the\s+|all\s+)?(?:local\s+authority\s+)?"
        r"(?:children's\s+)?(?:social\s+care\s+)?services?(?:\s+for\s+children(?:\s+and\s+(?:their\s+)?families)?)?)?"
        r"|quality\s+of\s+services?|judge?ment|grade|rating|outcome)",
        (OVERALL,),
    ),
)
NARROWER = (
    r"(?:the\s+)?contact,?\s+(?:and\s+)?referral(?:,?\s+and\s+assessment)?(?:\s+(?:services?|arrangements|teams?))?",
    r"(?:the\s+)?children's\s+(?:services\s+|social\s+care\s+)?trusts?",
    r"(?:targeted\s+)?early\s+(?:help|intervention)(?:\s+(?:services?|offer|hubs?|teams?|arrangements|provision))?",
    r"(?:the\s+)?front\s+door(?:\s+(?:services?|arrangements|response))?|multi-agency\s+safeguarding\s+hubs?|mash",
    r"(?:the\s+)?edge\s+of\s+care(?:\s+(?:services?|teams?|offer))?|(?:the\s+)?emergency\s+duty\s+(?:service|team)s?",
    r"(?:services?|support|provision|help|care)\s+(?:for|to)\s+(?:disabled\s+children|children\s+with\s+(?:special|disabilit|complex)\w*"
    r"|young\s+carers|unaccompanied\s+\w+|missing\s+children)(?:\s+and\s+(?:young\s+people|their\s+families))?",
    r"(?:the\s+)?(?:social\s+work(?:er)?\s+)?(?:assessment|permanence|placement|commissioning|participation|workforce)\s+(?:service|team)s?",
)
"""Services that are judged within a domain and have no judgement of their own."""
OTHERS = (
    r"(?:children's\s+|residential\s+|care\s+|secure\s+){0,3}homes?",
    r"(?:virtual\s+|special\s+|primary\s+|secondary\s+){0,2}schools?",
    r"academ(?:y|ies)|nurser(?:y|ies)|colleges?|prus?|pupil\s+referral\s+units?|sixth\s+forms?",
    r"early\s+years\s+(?:\w+\s+)?(?:providers?|provision|settings?)|childminders?|settings?|providers?|placements?",
    r"(?:private\s+)?foster(?:ing|\s+care(?:rs?)?)(?:\s+(?:services?|agenc(?:y|ies)|provision|team))?",
    r"residential\s+(?:units?|provision|care|services?)|(?:respite|short[\s-]breaks?|secure|regulated)\s+\w+|units?",
    r"children's\s+centres?|youth\s+(?:offending|justice)\s+(?:team|service)s?|probation|police|constabulary|fire",
    r"hospitals?|(?:nhs|health|adult)\s+(?:\w+\s+)?(?:services?|trusts?|care)|camhs|prisons?|regulated\s+services?",
    r"serious\s+case\s+reviews?|scrs?|audit(?:s|ed|ors?|ing)?|(?:tracked\s+|sampled\s+)?cases?|(?:case\s+)?files?",
    r"peer\s+(?:reviews?|challenges?)|self[\s-]?(?:assess|evaluat)\w+|other\s+(?:local\s+)?authorities",
    r"(?:neighbouring|another)\s+(?:local\s+)?authorit(?:y|ies)|peers",
)
WHOLE = (
    r"(?:the\s+|this\s+|a\s+)?(?:local\s+)?authority'?s?(?:\s+(?:children's\s+)?(?:social\s+care\s+)?(?:services?|provision))?",
    r"(?:the\s+)?(?:(?:county|city|borough|district|metropolitan)\s+)?councils?'?s?(?:\s+(?:children's\s+)?(?:social\s+care\s+)?(?:services?|provision))?",
    r"(?:the\s+)?(?:quality\s+of\s+)?(?:local\s+authority\s+)?children's\s+(?:social\s+(?:care|work)\s+)?(?:services?|provision)",
    r"(?:the\s+)?children's\s+social\s+(?:care|work)",
    rf"(?:the\s+)?(?:quality\s+of\s+)?services?\s+(?:provided\s+)?(?:for|to)\s+{MANY}(?!\s+(?:who|with|in\s+need|at\s+risk|aged|placed"
    r"|subject|living|on\s+the|missing|from|and\s+\w+|in\s+(?:our\s+|public\s+)?care|looked))",
)
ANAPHORIC = (
    r"(?:the\s+|their\s+|its\s+|these\s+|all\s+)?(?:local\s+)?services?",
    r"we(?=\s+(?:were|have\s+been|had\s+been|are)\s+(?:\w+\s+){0,2}(?:judged|rated|graded|found)\b)|us(?=\s+(?:as|to\s+be)\b)",
)
"""Words for the whole or a part named before; "we" only where it is judged, which is what councils say."""
