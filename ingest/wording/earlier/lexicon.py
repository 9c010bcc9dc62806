r"""The words that sentences about earlier inspections are made of, each kind with the letter that stands for it.

A sentence is read as a row of letters ("S V G": a service, "was judged", a grade), and claims are patterns of letters.
What is listed first is tried first. Patterns are in lower case and for plain marks; white space is ``\s+``.

S  a service, or the authority as a whole, with the domains that it names (none for the whole)
F  a word for services that is too wide or too narrow to be a domain ("early help services")
O  another body, or a thing that is judged but is no service: a home, a school, an audit, a case
P  a word that stands for a service named before ("they", "which")
I  an inspection       T  this inspection       E  "inspected"       Y  how it was held ("took place", "published")
V  "was judged"        K  "judged to be"        A  "judged"          C  "was", "were"      Z  "to be", "as"
J  "judgement"         R  "received"            G  a grade           M  "has improved"     L  "in all areas"
D  a date              N  a name                B  "in both inspections"
f  "for", "in" before a service   o  "of"   p  "in", "at"   s  "since"   w  "when", "which"   &  "and", "but"   h  "if"
v  "overall"           d  "the", "its"          c  "children"        ,  and : as printed   x  any other word
"""

from ingest.wording.dates import MONTHS
from ingest.wording.earlier.services import ANAPHORIC, MANY, NARROWER, OTHERS, SERVICES, WHOLE, LexiconTerm
from ingest.wording.grades import REQUIRES_IMPROVEMENT

_BEFORE = (
    r"(?:previous|last|latest|earlier|prior|most|recent|former|original|initial|subsequent|first|second|third|two|three"
    r"|four|separate|both|annual|full|graded|standard|short|judge?ment|single|stand-?alone|special|joint|pilot|unannounced"
    r"|announced|multi-agency|child|protection|safeguarding|and|looked[\s-]after|children(?:'?s)?|lac|adoption"
    r"|fostering|agency|social|services?|local|authority|framework|care|ofsted(?:'s)?|cqc|\(?(?:ilacs?|sif|slac)\)?)"
)
"""One word each: a longer alternative that others could also make up would be tried in too many ways."""
INSPECTION = (
    rf"(?!and\s)(?:{_BEFORE}\s+){{0,10}}(?:re-?\s?)?inspections?"
    r"(?!\s+(?:of\s+)?(?:frameworks?|evidence|periods?|weeks?|teams?|activity))(?:\s+(?:report|judge?ment|outcome)s?)?",
    rf"(?!and\s)(?:{_BEFORE}\s+){{0,10}}(?:joint\s+area\s+reviews?|annual\s+performance\s+assessments?|ilacs?|sif|jar|apa|slac)"
    r"(?:\s+(?:report|letter|judge?ment|outcome)s?)?",
    r"(?:ofsted(?:'s)?\s+)?(?:inspection\s+)?report",
)
VISITS = (
    rf"(?!and\s)(?:{_BEFORE}\s+){{0,10}}(?:(?:focuss?ed|monitoring|action\s+planning)\s+){{1,3}}visits?",
    rf"(?!and\s)(?:{_BEFORE}\s+){{1,10}}visits?",
)
_YEAR = r"(?:19|20)\d\d(?![\d/]|\s?-\s?\d)"
_NUMERAL = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_MONTH_AND_YEAR = rf"(?:{_MONTH})(?:\s+and\s+(?:{'|'.join(MONTHS)}))?,?\s+{_YEAR}"
_UNTIL = r"(?:\s+(?:to|until)\s+(?:the\s+)?|\s*-\s*)"
_MONTHS = rf"(?:{_MONTH})(?:,?\s+(?:19|20)\d\d)?"
_DAYS = (
    rf"{_NUMERAL}(?:{_UNTIL}|\s+and\s+){_NUMERAL}\s+{_MONTH_AND_YEAR}",
    rf"{_NUMERAL}\s+{_MONTHS}{_UNTIL}{_NUMERAL}\s+{_MONTH_AND_YEAR}",
    rf"between\s+(?:the\s+)?{_NUMERAL}\s+{_MONTHS}\s+and\s+(?:the\s+)?{_NUMERAL}\s+{_MONTH_AND_YEAR}",
)
"""Ranges of days: the first without a month of its own, with one, and between two days with theirs."""
_DATE = (
    rf"(?:(?:from|between)\s+(?:the\s+)?)?(?:{'|'.join(_DAYS)})|{_NUMERAL}\s+{_MONTH_AND_YEAR}|{_MONTH_AND_YEAR}"
    rf"|(?<![\d/.-]){_YEAR}"
)
_ADVERB = r"(?:previously|all|both|each|also|then|again|last|subsequently|initially|first|collectively|similarly)"
_JUDGED = r"(?:judged|rated|graded|found|assessed|evaluated|deemed|considered|declared)"
_BY = r"(?:by|as\s+part\s+of)\s+(?:ofsted|inspectors|the\s+inspection)"
_GRADE = r"(?:outstanding|inadequate|adequate|good)"
GRADE = rf"{REQUIRES_IMPROVEMENT}|{_GRADE}"

WORDS = (
    LexiconTerm("x", rf"{_GRADE}\s+(?:or|and/or|to)\s+(?:better|{_GRADE})"),
    LexiconTerm(
        "x",
        rf"(?:at\s+least|less\s+than|better\s+than|not|not\s+yet|consistently|no\s+longer)\s+{_GRADE}|good\s+enough",
    ),
    LexiconTerm("D", _DATE),
    LexiconTerm("T", r"(?:this|the\s+(?:current|present))\s+(?:\w+\s+)?(?:inspection|visit|review)"),
    LexiconTerm("T", r"at\s+the\s+time\s+of\s+(?:the|our)\s+(?:inspection|visit)(?!\s+(?:in|of)\b)"),
    LexiconTerm("B", r"(?:at|in|by|on)\s+both\s+(?:of\s+)?(?:these\s+|those\s+|the\s+)?(?:inspections|occasions)"),
    LexiconTerm("B", r"(?:in|for|across)\s+both(?:\s+(?:of\s+these|areas|services|judge?ments))?(?=\s*[.,;]|\s*$)"),
    LexiconTerm(
        "L",
        r"(?:across|in|for|on|against)\s+(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+){0,2}"
        r"(?:areas?|judge?ments?|domains?|categor(?:y|ies)|aspects?)",
    ),
    LexiconTerm("f", r"in\s+(?:relation|respect|regard)\s+(?:to|of)|with\s+(?:regard|respect)\s+to|regarding|around"),
    LexiconTerm("w", r"(?:at|in|on|during)\s+which|when|where(?:by)?|which|who|that"),
    LexiconTerm(
        "V",
        rf"(?:was|were|(?:has|have|had|having)\s+(?:{_ADVERB}\s+)*been|being)\s+(?:{_ADVERB}\s+)*(?:{_BY}\s+)?{_JUDGED}"
        rf"(?:\s+{_BY})?"
        r"(?:\s+(?:overall|again|still))?(?:\s+(?:as\s+being|to\s+be|to\s+have\s+been|as|to|at))?",
    ),
    LexiconTerm("K", rf"{_JUDGED}\s+(?:overall\s+)?(?:to\s+be|as)"),
    LexiconTerm("A", rf"{_JUDGED}(?:\s+that)?|(?:concluded|reported|stated|said)\s+that"),
    LexiconTerm("E", rf"(?:(?:was|were|had\s+been|been)\s+)?(?:{_ADVERB}\s+)*(?:re-?)?inspected"),
    LexiconTerm(
        "R",
        r"(?:has\s+|had\s+)?(?:resulted\s+in|led\s+to|gave|received|(?:was|were|been)\s+(?:given|awarded)|obtained|achieved|got)",
    ),
    LexiconTerm("C", rf"(?:was|were|(?:has|have|had)\s+been|became|remained|stayed)(?:\s+{_ADVERB})*"),
    LexiconTerm("Z", r"to\s+(?:be|have\s+been)|as\s+being|as"),
    LexiconTerm("J", r"(?:sub-?)?(?:judge?ments?|verdicts?|ratings?|grad(?:es?|ings?))(?!\s+\d)"),
    LexiconTerm(
        "Y",
        r"(?:taken\s+place|took\s+place|carried\s+out|undertaken|undertook|completed|conducted|held|published|concluded)",
    ),
    LexiconTerm(
        "M",
        r"(?:has|have|had)\s+(?:\w+\s+)?(?:improved|declined|deteriorated|changed|progressed|worsened|grown|slipped|fallen"
        r"|strengthened|weakened|developed)",
    ),
    LexiconTerm(
        "M", r"(?:moved|improved|declined|deteriorated|gone|went|progressed|risen|rose|fallen|fell)(?=\s+from\s)"
    ),
    LexiconTerm("g", rf"from\s+(?:an?\s+|being\s+|its\s+)?(?:{GRADE})"),
    LexiconTerm("G", rf"(?:an?\s+)?(?:grade\s+\d\W{{1,3}})?(?:{GRADE})(?:\W{{1,3}}grade\s+\d\)?)?"),
    LexiconTerm("v", r"overall"),
    LexiconTerm(
        "h",
        r"if|whether|unless|until(?!\s+(?:(?:19|20)\d\d|recently|then)\b)"
        r"|(?:aim|hope|hoping|aspire|aspiring|intend|want|seek)(?:s|d|ed|ing)?\s+(?:to|for)|expect\w*|would|could|should|might|will(?!\s+(?:recall|remember|know|note|see|be\s+aware)\b)",
    ),
    LexiconTerm(
        "&", r"and|or|but|although|though|while|whilst|however|because|with|as\s+well\s+as|since\s+then|yet|despite"
    ),
    LexiconTerm("&", r"except(?:\s+for)?|apart\s+from|other\s+than|save\s+for|excluding"),
    LexiconTerm("o", r"of"),
    LexiconTerm("f", r"for"),
    LexiconTerm("p", r"at\s+the\s+time\s+of|in|at|from|following|during|by|on|under|within|as\s+part\s+of|to"),
    LexiconTerm("s", r"since|after|before"),
    LexiconTerm(
        "d", r"(?:(?:the|this)\s+(?:local\s+authority|council)'s|the|its|their|our|an?|these|those|this|all|both)"
    ),
    LexiconTerm("P", r"they|it|each|one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|none|half|others?"),
    LexiconTerm("c", MANY),
)
PASSED = (
    r"by\s+(?:ofsted|hmi|inspectors)(?!'s|\s+(?:inspect|report))"
    r"|for\s+(?:the|a)\s+(?:first|second|third|fourth)\s+(?:consecutive\s+)?time(?!\s+since\b)"
    r"|dates?\s+of\s+(?=(?:the\s+|its\s+)?(?:last|latest|previous)\s)"
)
"""Phrases without weight; they begin with words that have some, so they are tried before all others."""
SKIPPED = r"also|again|twice|previously|now|then|only|just|subsequently|either|respectively|ofsted|hmi|inspectors"
_GOVERNS = (
    r"improv\w*|deliver\w*|provid\w*|receiv\w*|transform\w*|strengthen\w*|develop\w*|mak(?:e|es|ing)|made|ensur\w*|keep\w*"
    r"|found|judged|describ\w*|call\w*|consider\w*|deem\w*|declar\w*|grad(?:es?|ed)|left|inspect\w*|saw|see|have|has|had|are|is|be|lead\w*|rat(?:e|ed)|say\w*|said|not\w*|concluded|these|such"
    r"|label\w*|brand(?:ed|s)|class(?:ed|es|ify|ified)|categori[sz]\w*|term(?:ed|s)|mark(?:ed|s)|scor(?:ed|es)|rank(?:ed|s)"
    r"|assess(?:ed|es)|evaluat(?:ed|es)|gave|giv(?:e|es|en|ing)|award\w*"
)
PART_OF_SERVICES = rf"(?!(?:{_GOVERNS})\s)(?!\w+'s?\s)[a-z][\w'-]*\s+services?"
_CAPITAL = "|".join(month.capitalize() for month in MONTHS)
NAME = rf"(?!{_CAPITAL})[A-Z][\w'-]+(?:\s(?:(?:and|upon|of|on|&)\s)?(?!{_CAPITAL})[A-Z][\w'-]+)*"
TERMS = (
    *(LexiconTerm("I", pattern) for pattern in INSPECTION),
    *(LexiconTerm("F", pattern) for pattern in NARROWER),
    *SERVICES,
    *(LexiconTerm("O", pattern) for pattern in OTHERS),
    *(LexiconTerm("x", pattern) for pattern in VISITS),
    *(LexiconTerm("S", pattern) for pattern in WHOLE),
    *(LexiconTerm("S", pattern, ("",)) for pattern in ANAPHORIC),
    *WORDS,
)
