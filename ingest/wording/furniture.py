"""The words that are known to be furniture, as patterns, by kind.

A pattern matches the beginning of a text, and ``most`` is the number of words that such a text has at most, so that
a text which only begins alike is not lost. Patterns hold short phrases; no sentence of a document stands here. They are
written with straight quotes and matched without case.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.wording.covers import EARLIER_INSPECTION
from inspections.vocabulary import FurnitureKind

_words = re.compile(r"\S+").findall
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
SIGN_OFF = re.compile(r"yours\s+(?:sincerely|faithfully|truly)\b|kind\s+regards\b", re.I)
DEAR = re.compile(r"dear\s", re.I)

INSPECTORATE = (
    r"(?:ofsted|care quality commission|cqc|hm inspectorate of .{4,40}|his majesty's inspectorate of .{4,40}"
    r"|her majesty's inspectorate of .{4,40}|hm ?i ?(?:constabulary|probation|cfrs|p)\b.{0,40}"
    r"|hm crown prosecution service.{0,20}"
    r"|healthcare commission|audit commission|commission for social care inspection|adult learning inspectorate)"
)
LSCB = r"(?:lscb|(?:local )?safeguarding children board)"
NAME_AND_OFFICE = (
    r"(?:(?:cllr|councillor|dr|mr|mrs|ms|sir|dame|professor)\.?\s+)*"
    r"(?-i:[A-Z][\w'-]+\s+){1,3}(?-i:[A-Z][\w'-]+)(?:,?\s(?-i:[A-Z]{2,})){0,4},\s.{0,60}"
)
NAME = r"(?-i:[A-Z][\w'.-]*\s+){0,3}(?-i:[A-Z][\w'-]+)"
ROLE = (
    r"\b(?:director|chief (?:executive|officer|constable|inspector|nurse|operating)|constable"
    r"|inspectors?|inspectorate|hmi|shmi"
    r"|chair|commissioner|councillor|cllr|head of|manager|officer|leader|scrutineer|lead member|portfolio holder"
    r"|executive lead|accountable officer|superintendent|clerk|analysts?|secretary|principal|councill?or)\b"
)

CONTENTS = re.compile(r"(?:table of )?contents(?: page)?\W*", re.I)
DETAILS = re.compile(r"(?:local )?area partnership details|(?:the )?inspection team\W*", re.I)
COLUMNS = frozenset(
    _words(
        "ref no number action actions what how who when lead leads owner bywhen deadline duedate date timescale "
        "timescales enddate startdate completiondate responsible responsibleofficer leadofficer responsibility "
        "partnerinvolvement partners successmeasure successmeasures measure measures measureofsuccess outcome outcomes "
        "impact kpi target targets baseline currentperformance resource resources resourcerequirements rag ragrating "
        "brag bragrating rating status progress update comment comments evidence priority objective objectives "
        "recommendation recommendations ofstedrecommendation nationalbenchmark statneighbourbenchmark benchmark risk "
        "risks description mitigation riskrating issue area theme section page title judgement grade keyjudgement "
        "judgementgrade responsiblebody whatwillwedo howwillweknow whatwewilldo howwewillknow "
        "assessmentjudgementarea areasforjudgement apagrade gradeawarded "
        "actiontoavoidormitigaterisk areaforimprovement areasforimprovement"
    )
)
"""Headings of columns, each without spaces and marks."""

COLUMN_WORDS = COLUMNS | frozenset(
    _words(
        "is are will we by it has made make a difference know that do does did the of to for from in our us this and "
        "or need needs needed be done why where which agency agencies team service name start end due success criteria "
        "completed complete completion current required key planned expected latest delivery line text id addressee "
        "local authority council area code region web link address url urn inspection inspections publication "
        "published visit type ofsted la ons gss dfe ltla23cd number report inspector inspectors framework stat "
        "neighbours neighbour pdf filename parser version overall effectiveness all count "
        "assessment apa jar"
    )
)
"""Words of headings of columns: one that has only these heads a column."""


WITH_PAGE = re.compile(r"\d{1,2}\.\s.{3,100}|.{3,200}?[\s.…]+\d{1,3}\W*|\W*\d{1,3}(?:\s*-\s*\d{1,3})?\W*", re.S)

TABLES: dict[FurnitureKind, tuple[tuple[int, tuple[str, ...]], ...]] = {
    FurnitureKind.LABEL: (
        (
            9,
            (
                r"(?:(?:key|inspection)\s+)?judge?ments?(?:\s+grades?)?\W*$",
                r"(?:inspection )?grades?(?:\s+awarded)?\W*$",
                r"(?:report\s+)?(?:published|publication(?: date)?)\W*$|(?:inspection|review|visit) dates?\W*$",
                r"dates? of (?:the )?(?:inspections?|visits?|review)\W*$",
                rf"{EARLIER_INSPECTION}\W*(?:n/?a|none|not (?:applicable|previously inspected))?\W*$",
                r"(?:audience(?: all)?|all|reference no|lead inspector|reporting inspector|age group)\W*(?:all)?\W*$",
                r"(?:unique )?reference (?:no|number)\W*\d{1,8}\W*(?:\(c\)|©)?\s*(?:crown copyright \d{4})?$",
                r"published\W+\d{1,2} \w+ \d{4}(?:\W+crown copyright \d{4})?\W*$",
                r"(?:inspection report|local area partnership report|better education and care)\W*$",
                r"(?:record of main findings.{0,40}|(?:joint area )?reviews?(?: of services.{0,40})?)\W*$",
                r"the (?:local authority|lscb)\W*$|(?:report to cabinet|responsible body)\W*$",
                r"services for looked after children\W*$",
                r"(?:what|description|risk|action to (?:avoid|mitigate).{0,30}|risk rating|cont(?:'d|inued))\W*$",
            ),
        ),
        (16, (r"the judgements? on areas of the service that contribute\b",)),
        (
            4,
            (
                r"\(?pages? \d{1,4}(?:\s*(?:-|to)?\s*\d{1,4})?\W*$",
                r"(?:appendix|annex|enclosure) \w{1,3}\W*$|(?:\d{1,2}\.\d?\s*){1,3}$|[\d ]{1,4}\)$",
            ),
        ),
        (
            24,
            (
                r"(?:joint |progress |full |re-?)*inspection of [^.]{5,120}$",
                r"report for the minister of state\b[^.]*$",
            ),
        ),
        (
            16,
            (
                r"(?:grades?\W+)?4\s?[:=-]\s?(?:outstanding|excellent)\b.{0,80}$",
                r"grades awarded\b.{0,10}\b4\b",
                r"a service that (?:significantly |only )?(?:exceeds|meets|does not meet) minimum",
                r"(?:outstanding|good|adequate|inadequate)\s*\(?grade \d\)?\W*$",
            ),
        ),
    ),
    FurnitureKind.LETTER: (
        (
            8,
            (
                SIGN_OFF.pattern,
                r"dear\s+\S+",
                r"piccadilly gate\b|store st(?:reet)?\W*$|manchester\W*$|m1 2wd\W*$",
                r"(?:textphone|telephone|tel|phone|fax|minicom|t|f)\b\W*[\d\s()+-]{7,}\W*$",
                r"(?:(?:direct )?e-?mail|e)?\W*\S+@\S+$",
                r"(?:website|web|w)?\W*(?:https?://|www\.)\S+(?:\s\S{2,40})?$",
                r"(?:[\w.,'&-]+\s+){0,7}[a-z]{1,2}\d[\da-z]?\s*\d[a-z]{2}\W*$",
                r"(?:\d+\w?|no\.? ?\d+|one|the)?,?\s*(?:[\w'-]+\s+){0,4}"
                r"(?:street|st|road|square|house|hall|gate|floor|park|centre|wharf|avenue|lane|way|place)\W*$",
                r"by e-?mail(?: only)?\W*$|private and confidential\W*$|c\.?c\W",
            ),
        ),
        (26, (r"(?:[\w.'&-]+,?\s+){1,24}[a-z]{1,2}\d[\da-z]?\s*\d[a-z]{2}\W*$", r"c\.?c\.?\b\W")),
    ),
    FurnitureKind.PEOPLE: (
        (
            70,
            (
                r"(?:(?:deputy |assistant |joint )?lead|team|shadow|reporting|additional|seconded|associate)"
                r"\s+inspectors?\b\W*:",
                r"(?:shadow |senior )*data analysts?\b\W*:|quality assurance (?:manager|managers|inspector)\b\W*:",
                r"(?:inspectors?|inspection support|social care compliance inspectors?)\s*:",
            ),
        ),
        (16, (rf"{NAME_AND_OFFICE}{ROLE}[^.!?;]*$",)),
        (6, (r"(?:(?:his|her) majesty's (?:senior )?inspectors?|s?hmi|inspectors?)\W*$",)),
        (8, (rf"{NAME}(?:,?\s(?:s?hmi|(?:his|her) majesty's (?:senior )?inspectors?))\W*$",)),
        (3, (r"(?:report )?(?:authors?|from|by)\W*$|portfolio holders?\W*$",)),
        (16, (r"(?:deputy |assistant |joint )?(?:lead|reporting) inspector\s", rf"{INSPECTORATE}\W*$")),
        (
            40,
            (
                r"the inspection team consisted of\b",
                rf"{NAME_AND_OFFICE}(?:cqc|ofsted)\b.{{0,60}}\binspector if you are not happy with the inspection\b",
                r"the inspection was (?:led|carried out) by\b.{0,60}\b(?:hmi|his majesty's|her majesty's|inspector)",
            ),
        ),
        (60, (r"the inspection was led by one of (?:his|her) majesty's inspectors\b",)),
    ),
    FurnitureKind.STANDARD: (
        (22, (r"sample document\. \w+ does not exist\b",)),
        (
            45,
            (
                r"these are residential special schools that look after\b|the categories below may overlap\b",
                r"a full description of what the inspection judgements mean\b",
                r"(?:it is ofsted's expectation|ofsted expects) that(?:, as a minimum,)? all children\b",
                r"this executive summary should be read alongside\b",
                r"the local authority was given the opportunity to review this section\b",
                r"the areas for improvement have been cross-referenced with\b",
                r"this (?:joint )?inspection was carried out at (?:the )?request of the secretary\b",
                r"this (?:joint )?inspection was conducted under section\b",
                r"the children act 2004 \(joint area reviews\) regulations 2015\b",
                r"if you are not happy with the inspection or\b.{0,20}you can complain\b",
            ),
        ),
        (75, (r"ofsted produces this report under its power to combine reports\b",)),
        (
            70,
            (
                r"an outstanding local authority leads highly effective services\b",
                r"a good local authority leads effective services that help\b",
                r"in a local authority that requires improvement, there are no widespread\b",
                r"a local authority that is inadequate is providing services (?:where|in which)\b",
                rf"an outstanding {LSCB} is highly influential\b",
                rf"an {LSCB} that is (?:good|inadequate|outstanding)\b",
                rf"an {LSCB} requires improvement if it does not yet\b",
            ),
        ),
        (
            10,
            (
                r"what the (?:.{3,30} )?inspection judge?ments mean\b",
                r"the inspection judge?ments and what they mean\W*$",
                r"information about (?:this|the) (?:.{3,20} )?inspection\W*$|about this inspection\W*$",
                r"(?:local )?area partnership details\W*$|(?:the )?inspection team\W*$",
                r"local authority\W*$|integrated care boards?\W*$",
                r"(?:table of )?contents(?: page)?\W*$",
            ),
        ),
        (
            130,
            (
                rf"the grade criteria used for the pilot inspection of the {LSCB}\b",
                rf"the {LSCB} is likely to be (?:judged (?:to be |as )?)?(?:good|outstanding|requires|inadequate)\b",
                rf"the governance arrangements enable {LSCB} partners\b",
                rf"the dcs works closely with\b.{{0,80}}\bholds the {LSCB} chair to account",
                r"regular and effective monitoring and evaluation of multi-agency front\b",
                rf"the views and experiences of children .{{0,50}} inform the work of the {LSCB}\b",
                rf"the {LSCB} identifies where safeguarding is insufficiently prioritised\b",
                rf"safeguarding is a priority for all of the statutory {LSCB} members\b",
                rf"the {LSCB} has a local learning and improvement framework with statutory\b",
                rf"the {LSCB} ensures that high-quality policies and procedures\b",
                r"effective partnership working with other lscbs within the geographical area\b",
                r"this applies to all children and includes having an understanding\b",
                rf"the {LSCB} understands the nature and extent of the local issues\b",
                rf"the {LSCB} uses case file audits including joint\b",
                rf"the {LSCB} ensures that sufficient, high-quality multi-agency training\b",
                rf"the {LSCB}, through its annual report, provides a rigorous\b",
                rf"the {LSCB} effectively scrutinises the performance of custodial\b",
                r"in addition to meeting the requirements for a good\b.{0,30}evidence\b",
                r"it is not yet demonstrating the characteristics of good\W*$",
                r"it is not demonstrating that it has effective arrangements in place\b",
                r"failure to achieve a single criterion will not in itself\b",
                r"working together to safeguard children, department for education, 20\d\d\b",
            ),
        ),
    ),
    FurnitureKind.IMPRINT: (
        (
            105,
            (
                r"the office for standards in education, children's services and skills\b",
                r"(?:ofsted )?regulates and inspects to achieve excellence\b",
                r"ofsted inspects (?:and regulates )?services\b",
            ),
        ),
        (
            60,
            (
                r"any complaints about the inspection or the report should be made\b",
                r"if you would like a copy of this (?:document|report|publication) in a different\b",
                r"you may (?:re-?use this information|copy all or parts? of this)\b",
                r"to view this licence, visit\b",
                r"this document may be reproduced in whole or in part\b",
                r"further copies of this report are obtainable\b",
            ),
        ),
        (
            24,
            (
                r"this (?:publication|report|document|letter) is available (?:at|from|on)\b",
                r"(?:interested in our work\W+)?you can subscribe to our\b|interested in our work\b",
                r"to receive regular email alerts about new publications\b",
                r"no\.\s?\d{6}\W*$",
                r"(?:\(c\)|©)?\s*crown copyright\b.{0,8}$",
                r"for more information and updates: http",
                r"this .{3,30} may be re-?used under the open government licence\b",
                r"or braille, please telephone\b|the information policy team, the national archives\b",
            ),
        ),
    ),
}  # fmt: skip
"""For each kind, the patterns by the most words of a text that begins like one of them."""


@dataclass(frozen=True, slots=True)
class Known:
    """The forms of furniture of one kind that have at most so many words."""

    kind: FurnitureKind
    most: int
    pattern: re.Pattern[str]

    @property
    def runs_on(self) -> bool:
        """Tell whether such a text fills several lines."""
        return self.kind in (FurnitureKind.STANDARD, FurnitureKind.IMPRINT)


KNOWN = tuple(
    Known(kind, most, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I | re.S))
    for kind, groups in TABLES.items()
    for most, patterns in groups
)
_IMPRINT = tuple(known for known in KNOWN if known.kind is FurnitureKind.IMPRINT)


@lru_cache(maxsize=2048)  # the blocks of a report are asked about its body and its breaks
def is_imprint(text: str) -> bool:
    """Tell whether a text is of the imprint: ``known_kind`` for those that need no other kind."""
    words = text.translate(STRAIGHT)
    return any(known.pattern.match(words) for known in _IMPRINT) and known_kind(text) is FurnitureKind.IMPRINT


def known_kind(text: str) -> FurnitureKind | None:
    """The kind of furniture that a text is by its own words, None for one that is not known."""
    words, length = text.translate(STRAIGHT), text.count(" ") + 1
    return next((known.kind for known in KNOWN if length <= known.most and known.pattern.match(words)), None)
