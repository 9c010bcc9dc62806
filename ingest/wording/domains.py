r"""How each framework words its domains: in its tables and headings, in sentences that award a grade, and in papers.

The wordings themselves are reference facts (``framework_domains.csv``), which ``expected`` returns. The patterns here
allow for the changes that reports make to them: an article, a plural, a word left out. They match any white space
(``\s+``), because a cell may break its words over several lines.
"""

from dataclasses import dataclass

from inspections.reference.tables import FrameworkDomainFacts, framework_domains


@dataclass(frozen=True, slots=True)
class Wording:
    """The pattern of one domain's wording, at the start of a table row or in a sentence that awards its grade.

    ``graded`` is for short wordings that other lines begin with, too: they count only with a grade behind them.
    """

    pattern: str
    domain: str
    graded: bool = False


OVERALL = "overall-effectiveness"
LEADERSHIP = "leadership"
HELP = "help-and-protection"
CARE = "children-in-care"
LEAVERS = "care-leavers"
CARE_AND_LEAVERS = "children-in-care-and-care-leavers"
ADOPTION = "adoption"
BOARD = "lscb"
HEALTHY = "being-healthy"
SAFE = "staying-safe"
ENJOYING = "enjoying-and-achieving"
CONTRIBUTING = "positive-contribution"
ECONOMIC = "economic-wellbeing"
MANAGEMENT = "service-management"
CAPACITY = "capacity-to-improve"

_EXPERIENCES = r"(?:the\s+)?experiences?\s+and\s+progress\s+of"
_YOUNG = r"(?:children(?:,?\s+(?:and\s+)?(?:young\s+people|families))?|young\s+people)"
EXPERIENCES = (
    r"(?:the\s+)?(?:experiences?|progress)(?:,?\s+(?:and|&)\s+(?:the\s+)?(?:progress|experiences?))?\s+(?:of|for)\s+"
)
"""What leads up to a part of the services, in any of its forms."""
LEADERS = (
    r"(?:the\s+)?impact\s+of\s+(?:leaders(?:hip)?)(?:\s+(?:on|and)\s+(?:social\s+work\s+)?practice"
    r"(?:\s+with\s+children(?:\s+and\s+(?:their\s+)?families)?)?)?"
)
HELPED = (
    rf"(?:the\s+)?{_YOUNG}\s+(?:who\s+(?:may\s+)?need|in\s+need\s+of|needing|requiring)\s+help\s+(?:and|&|or|and/or)"
    r"\s+protection|help\s+and\s+protection"
)
CARED_FOR = (
    rf"{_YOUNG}\s+(?:in\s+(?:our\s+|public\s+)?care|(?:who\s+are\s+)?looked[\s-]+after)|looked[\s-]+after\s+{_YOUNG}"
)
LEFT_CARE = (
    r"(?:children\s+(?:who\s+are\s+)?)?care[\s-]+leavers|care[\s-]+experienced\s+(?:children(?:\s+and\s+)?)?"
    r"(?:young\s+)?(?:people|adults)|young\s+people\s+(?:leaving|who\s+have\s+left)\s+care"
)
ILACS_PARTS = (
    (rf"(?:{HELPED})", HELP),
    (
        rf"(?:{CARED_FOR}),?\s+(?:and|&)\s+(?:{LEFT_CARE})|(?:{LEFT_CARE}),?\s+(?:and|&)\s+(?:{CARED_FOR})",
        CARE_AND_LEAVERS,
    ),
    (rf"(?:{CARED_FOR})", CARE),
    (rf"(?:{LEFT_CARE})", LEAVERS),
)
ILACS = (
    Wording(LEADERS, LEADERSHIP),
    *(Wording(rf"{EXPERIENCES}(?:{words})", domain) for words, domain in ILACS_PARTS),
    *(Wording(rf"(?:{words})", domain, graded=True) for words, domain in ILACS_PARTS),
    Wording(r"overall\s+effectiveness", OVERALL),
)

LAC = (
    Wording(r"overall\s+effectiveness(?:\s+(?:of|for)\s+(?:services|looked\s+after)\b.*)?", OVERALL),
    Wording(r"capacity\s+(?:to|for)\s+improve(?:ment)?", CAPACITY),
    Wording(
        r"outcomes\s+for\s+looked\s+after\s+children(?:\s+and\s+(?:young\s+people|care\s+leavers))*",
        "outcomes-for-looked-after-children",
    ),
    Wording(r"(?:the\s+)?quality\s+of\s+provision", "quality-of-provision"),
    Wording(r"leadership\s+and\s+management", LEADERSHIP),
)

SIF_HELP = rf"(?:{_EXPERIENCES}\s+)?children\s+who\s+need\s+help\s+and\s+protection"
SIF_CARE = rf"(?:{_EXPERIENCES}\s+)?children\s+looked\s+after\s+and\s+achieving\s+permanence"
SIF_LEADERS = r"leadership,?\s+management\s+and\s+governance"
BOARD_IN_FULL = r"(?:the\s+)?local\s+safeguarding\s+children'?s?\s+board(?:\s*\(lscb\))?"
LSCB = rf"(?:{BOARD_IN_FULL}|(?:the\s+)?lscb)"
BOARD_BY_NAME = r"(?:the\s+)?(?:[\w'&-]+\s+){1,6}?safeguarding\s+children'?s?\s+board(?:\s*\(\w+\))?"
SIF_PARTS = (
    (rf"(?:{HELPED})", HELP),
    (rf"(?:{CARED_FOR})(?:\s+and\s+achieving\s+permanence)?", CARE),
    (r"leadership(?:,?\s+(?:and\s+)?(?:management|governance)){0,2}", LEADERSHIP),
)
"""Other wordings of the parts with sections; they count with ``EXPERIENCES`` in front or a grade behind."""
SIF_ROWS = (
    Wording(SIF_HELP, HELP),
    Wording(SIF_CARE, CARE),
    Wording(r"adoption\s+performance", ADOPTION),
    Wording(rf"{_EXPERIENCES}\s+care\s+leavers", LEAVERS),
    Wording(SIF_LEADERS, LEADERSHIP),
    *(Wording(rf"(?:{EXPERIENCES})?{words}", domain, graded=True) for words, domain in SIF_PARTS),
)
_SERVICES = r"children'?s\s+services?\s+in\s+.{2,60}?(?=\s+(?:is|are|requires?)\b)"
SIF_OVERALL = (
    Wording(_SERVICES, OVERALL),
    Wording(rf"the\s+overall\s+judge?ment\b(?:\s+is\s+that\s+{_SERVICES})?", OVERALL),
    Wording(r"overall\s+effectiveness\b", OVERALL),
)
SIF_THIS_AUTHORITY = Wording(r"this\s+local\s+authority", OVERALL)
_GRADED = r"(?:the\s+)?graded\s+judge?ment\s+(?:for|about|of)\s+"
SIF_ADOPTION = rf"{_GRADED}adoption\b"
SIF_LEAVERS = rf"{_GRADED}(?:the\s+)?(?:experiences?|care\s+leavers)\b"
SIF_SENTENCES = (
    Wording(SIF_ADOPTION, ADOPTION),
    Wording(SIF_LEAVERS, LEAVERS),
    Wording(rf"(?:the\s+judge?ment\s+(?:for|about|of)\s+)?(?:the\s+)?effectiveness\s+of\s+{LSCB}", BOARD),
    Wording(LSCB, BOARD),
    Wording(BOARD_BY_NAME, BOARD),
)

# The annual assessments of 2005 to 2008; the services of the authority were graded apart until 2006.
_OUTCOME = (
    r"(?:\s+in\s+(?:maintaining|securing)\s+and\s+improving\s+outcomes\s+for\s+children(?:\s+and\s+young\s+people)?)?"
)
_CONTRIBUTION = r"(?:the\s+)?contribution\s+of\s+(?:the\s+)?(?:local\s+authority|council|authority)(?:'s|s')?\s+"
_FOR_CHILDREN = r"(?:services\s+for\s+children(?:\s+and\s+young\s+people)?|children'?s\s+services)"
APA = (
    Wording(
        rf"(?:the\s+)?overall\s+effectiveness(?:\s+of\s+(?:the\s+)?(?:council'?s?\s+)?{_FOR_CHILDREN})?",
        "childrens-services",
    ),
    Wording(rf"{_CONTRIBUTION}(?:overall\s+)?{_FOR_CHILDREN}{_OUTCOME}", "childrens-services"),
    Wording(rf"{_CONTRIBUTION}(?:children'?s\s+)?social\s+care\s+services?{_OUTCOME}", "social-care-services"),
    Wording(rf"{_CONTRIBUTION}education\s+services?{_OUTCOME}", "education-service"),
    Wording(r"being\s+healthy", HEALTHY),
    Wording(r"staying\s+safe", SAFE),
    Wording(r"enjoying\s+and\s+achieving", ENJOYING),
    Wording(r"(?:making\s+a\s+)?positive\s+contribution", CONTRIBUTING),
    Wording(r"(?:achieving\s+)?economic\s+well-?\s?being", ECONOMIC),
    Wording(
        r"(?:the\s+)?(?:council'?s?\s+)?(?:overall\s+)?capacity\s+(?:to\s+improve|for\s+(?:further\s+)?improvement)"
        rf"(?:\s+(?:its\s+)?{_FOR_CHILDREN})?(?:,?\s+including\s+(?:the\s+|its\s+)?management\s+of\s+(?:its\s+)?{_FOR_CHILDREN})?",
        CAPACITY,
    ),
    Wording(
        rf"(?:the\s+)?(?:council'?s?\s+)?management\s+of\s+(?:its\s+)?{_FOR_CHILDREN},?\s+including\s+(?:its\s+)?"
        r"capacity\s+to\s+improve(?:\s+them)?(?:\s+further)?",
        CAPACITY,
    ),
    Wording(rf"(?:the\s+)?(?:council'?s?\s+)?management\s+of\s+(?:its\s+)?{_FOR_CHILDREN}", CAPACITY),
)

CHILD_PROTECTION = (
    Wording(r"overall\s+effectiveness", OVERALL),
    Wording(
        r"(?:the\s+)?effectiveness\s+of\s+(?:the\s+)?help\s+and\s+protection\s+(?:that\s+is\s+)?provided\s+to\s+children"
        r"(?:,?\s+(?:and\s+)?young\s+people)?(?:,?\s+(?:and\s+)?(?:their\s+)?families)?(?:,?\s+and\s+carers)?",
        HELP,
    ),
    Wording(r"(?:the\s+)?quality\s+of\s+practice", "quality-of-provision"),
    Wording(r"leadership(?:\s+and|,?\s+management,?\s+and|,)\s+governance", LEADERSHIP),
)

# The combined inspections of 2009 to 2012: each wording is judged for safeguarding, for looked after children, or both.
_YOUNG = r"children\s+(?:and|or)\s+young\s+people"
_SERVICE = (
    r"(?:\s+(?:of|for)\s+(?:the\s+)?"
    r"(?:safeguarding\s+services|services\s+for\s+looked[\s-]after\s+children(?:\s+and\s+young\s+people)?))?"
)
_STEPS = r"(?:\W+(?:the\s+)?effectiveness\s+of\s+services\s+in\s+.{3,120}?\bsafe)?"
SLAC = (
    Wording(rf"overall\s+effectiveness{_SERVICE}", OVERALL),
    Wording(rf"capacity\s+(?:for|to)\s+improve(?:ment)?{_SERVICE}", CAPACITY),
    Wording(rf"(?:{_YOUNG}\s+)?are\s+safe\s+and\s+(?:they\s+)?feel\s+safe", "safeguarding-outcomes"),
    Wording(rf"(?:{_YOUNG}\s+)?are\s+safe{_STEPS}", "children-are-safe"),
    Wording(rf"(?:{_YOUNG}\s+)?feel\s+safe{_STEPS}", "children-feel-safe"),
    Wording(rf"safeguarding\s+outcomes(?:\s+for\s+{_YOUNG})?", "safeguarding-outcomes"),
    Wording(
        r"(?:(?:how\s+good\s+are\s+)?(?:the\s+)?outcomes\s+for\s+looked[\s-]after\s+children)"
        r"(?:\s+and\s+(?:young\s+people|care\s+leavers))*\??",
        "outcomes-for-looked-after-children",
    ),
    Wording(r"being\s+healthy", HEALTHY),
    Wording(r"staying\s+safe", SAFE),
    Wording(r"enjoying\s+and\s+achieving", ENJOYING),
    Wording(r"(?:making\s+a\s+)?positive\s+contribution(?:,?\s+including\s+user\s+engagement)?", CONTRIBUTING),
    Wording(r"(?:achieving\s+)?economic\s+well-?\s?being", ECONOMIC),
    Wording(r"(?:the\s+)?quality\s+of\s+provision", "quality-of-provision"),
    Wording(r"service\s+responsiveness(?:,?\s+including\s+complaints)?", "service-responsiveness"),
    Wording(
        r"assessment\s+and\s+direct\s+work(?:\s+with\s+children\s+and\s+(?:their\s+)?families)?",
        "assessment-and-direct-work",
    ),
    Wording(r"case\s+planning,?\s+reviews?\s+and\s+recording", "case-planning"),
    Wording(
        r"(?:the\s+)?contribution\s+of\s+health\s+agencies"
        r"(?:\s+(?:to|in)\s+(?:keeping|safeguarding)\s+children(?:\s+and\s+young\s+people)?(?:\s+safe)?)?",
        "health-agencies",
    ),
    Wording(r"leadership\s+and\s+management", LEADERSHIP),
    Wording(r"ambition\s+and\s+prioriti[sz]ation", "ambition-and-prioritisation"),
    Wording(
        r"(?:evaluation,?\s+(?:including\s+)?)?performance\s+management(?:,|\s+and)\s+quality\s+assurance"
        r"(?:,?\s+and\s+workforce\s+development)?",
        "performance-management",
    ),
    Wording(r"user\s+engagement", "user-engagement"),
    Wording(r"partnerships?(?:\s+working)?", "partnership-working"),
    Wording(r"(?:ensuring\s+)?equality\s+and\s+diversity", "equality-and-diversity"),
    Wording(r"value\s+for\s+money", "value-for-money"),
)

# What joint area reviews judged from 2007 on, instead of the five outcomes.
_CHILDREN = r"(?:children(?:\s+and\s+young\s+people)?)"
JAR_OF_2007 = (
    Wording(rf"safeguarding(?:\s+(?:arrangements|{_CHILDREN}))?", "safeguarding"),
    Wording(rf"looked[\s-]after\s+{_CHILDREN}", "looked-after"),
    Wording(
        rf"(?:{_CHILDREN}\s+with\s+)?learning\s+difficulties\s+and(?:\s*/\s*or|\s+or)?\s+disabilit(?:ies|y)",
        "learning-difficulties-and-disabilities",
    ),
    Wording(r"(?:the\s+)?(?:service\s+management|management\s+of\s+services(?:\s+for\s+.{0,40})?)", MANAGEMENT),
    Wording(r"(?:the\s+)?capacity\s+(?:to\s+improve|for\s+improvement)(?:\s+further)?", CAPACITY),
)

# How papers and letters name the domains of all frameworks, within one line of a sentence.
QUOTED = (
    Wording(r"(?:experiences and progress of )?children in care and care leavers", CARE_AND_LEAVERS),
    Wording(r"children looked after and achieving permanence and care leavers", CARE_AND_LEAVERS),
    Wording(r"experiences and progress of children in care|children looked after and achieving permanence", CARE),
    Wording(r"experiences and progress of care leavers", LEAVERS),
    Wording(r"(?:experiences and progress of )?children who need help and protections?", HELP),
    Wording(r"impact of leaders(?: on social work practice(?: with children and families)?)?", LEADERSHIP),
    Wording(r"leadership, management and governance", LEADERSHIP),
    Wording(r"adoption performance", ADOPTION),
    Wording(r"effectiveness of the Local Safeguarding Children Board", BOARD),
    Wording(r"capacity (?:to improve|for improvement)", CAPACITY),
    Wording(r"overall effectiveness of (?:the )?(?:safeguarding|child protection)(?: services| arrangements)?", HELP),
    Wording(r"overall effectiveness of (?:services for )?(?:looked[ -]after children|children in care)", CARE),
    Wording(r"overall (?:effectiveness(?: of children.s services)?|judge?ment|grade|rating)", OVERALL),
    Wording(r"(?:rated|judged|graded) (?:the |its |our )?looked[ -]after children.s services as", CARE),
    Wording(r"(?:rated|judged|graded) (?:the |its |our |[A-Z][\w-]+['\u2019]s )?children.s services as", OVERALL),
    Wording(r"overall(?= inadequate| good| outstanding| adequate)|(?<=['’”\"] )overall", OVERALL),
)


def domains_of(framework: str) -> tuple[FrameworkDomainFacts, ...]:
    """Return the domains that a framework judges, in its order, with their wordings and scopes."""
    return tuple(facts for facts in framework_domains() if facts.framework == framework)


def expected(framework: str) -> dict[str, str]:
    """Map each domain that a framework judges to its wording, in the order of the framework."""
    return {facts.domain: facts.wording for facts in domains_of(framework)}
