"""The headings of a joint area review, by its generation: what stands under each, and about which domain.

Until 2006 the summary and the main report divide into the outcomes; from 2007 on each group of children has a section
of its own behind the recommendations.
"""

import re

from ingest.profiles.jar.generations import ADDITIONAL, domains_of_review
from ingest.profiles.jar.judgements import ANNEX
from ingest.structure.outline import Role, Rule
from ingest.structure.timescales import timescale_rules
from ingest.wording.domains import JAR_OF_2007
from inspections.vocabulary import FindingKind, Scope

GRADES = Rule("(?:summary of )?grades(?: awarded)?", 1, kind=FindingKind.SUMMARY)
RECOMMENDATIONS = Rule("recommendations", 1, Role.RECOMMENDATIONS, kind=FindingKind.CONTEXT)
FINDINGS = Rule("", 1)
ABOUT = (
    Rule("introduction|about this (?:review|report)", 1, kind=FindingKind.CONTEXT),
    Rule("context", 1, kind=FindingKind.CONTEXT),
)
SUMMARY = Rule("summary(?: report)?|(?:the )?main findings", 1, kind=FindingKind.SUMMARY)
# Every annex counts for itself; the first has no letter in its anchors.
ANNEXES = (
    *(Rule(rf"annex {letter}\b.{{0,200}}", 1, part=f"annex-{letter}/") for letter in "bcdef"),
    Rule(r"annex\b.{0,200}", 1, part=ANNEX),
)
OF_2006 = (
    *ABOUT,
    SUMMARY,
    GRADES,
    RECOMMENDATIONS,
    *timescale_rules(2),
    Rule("(?:the )?main report", 1),
    Rule("outcomes for children and young people", 2, kind=None),
    Rule("the impact of local services", 2, kind=None),
    *ANNEXES,
    *(
        Rule(re.escape(facts.wording).replace("\\-", "-?"), 3, kind=None, domain=facts.domain)
        for facts in domains_of_review(second=False)
        if Scope.LOCAL_SERVICES in facts.scopes
    ),
)
OF_2007 = (
    *ABOUT,
    SUMMARY,
    GRADES,
    RECOMMENDATIONS,
    *timescale_rules(2),
    *(Rule(wording.pattern, 1, domain=wording.domain) for wording in JAR_OF_2007),
    Rule(
        r"(?:additional investigations?|other issues(?: identified)? for (?:further )?investigation)\b.{0,120}",
        1,
        domain=ADDITIONAL,
    ),
    *ANNEXES,
)


def rules_of(second: bool) -> tuple[Rule, ...]:
    """The headings of a review until 2006, or of a later one."""
    return OF_2007 if second else OF_2006
