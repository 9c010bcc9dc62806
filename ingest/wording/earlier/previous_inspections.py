"""What a claim means in an inspection: the framework, the domain and the grade.

The domain is what the claim names. "The authority" means all that was inspected: the overall grade, or the one part of
the services that the inspection was about. The overall grade of a framework for one part stays its overall grade. The
framework is the one that the words name, if it was in use in the year; else the only one for all services that judged
the domain and awards the grade. A grade that is not on the scale of the framework named is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.drafts import PartialDate
from ingest.wording.domains import CARE, CARE_AND_LEAVERS, HELP, LEAVERS, OVERALL
from ingest.wording.earlier.claims import WHOLE, Claim, Subject
from ingest.wording.earlier.events import PARTS, WHOLE_SERVICE, Event, awarded_in, awards, framework_of, in_use, judges
from inspections.vocabulary import Scope

JOINED_YEARS = range(2018, 2023)
"""Years in which children in care and care leavers had one judgement."""
SCOPES = {HELP: Scope.SAFEGUARDING, CARE: Scope.LOOKED_AFTER}
"""The two services whose overall effectiveness the inspections of 2009 to 2012 (SLAC) judged, each for itself."""
CHILDRENS_SERVICES = "childrens-services"
"""The overall grade of annual performance assessments."""
FIRST_LEAVERS = 2014
"""The first year in which care leavers had a judgement of their own."""


@dataclass(frozen=True, slots=True)
class PreviousInspection:
    """An earlier inspection with one of its grades; ``printed`` is the sentence that states it.

    ``date`` is the date of the inspection, or of the publication of its report when ``published`` is set; None where
    only "the last inspection" is printed. ``scope`` is that of the overall effectiveness of one of two services.
    """

    framework: str | None
    date: PartialDate | None
    domain: str
    domain_wording: str
    grade: str
    grade_wording: str
    printed: str
    published: bool = False
    scope: Scope | None = None

    @property
    def part(self) -> str:
        """The domain, or the part of the services that its inspection, or its scope, was about."""
        if self.scope:
            return next(domain for domain, scope in SCOPES.items() if scope is self.scope)
        part = next((domain for _, code, domain in PARTS if code == self.framework), None)
        return part if part and self.domain == OVERALL else self.domain


def grades_of(claim: Claim, event: Event, sentence: str) -> tuple[PreviousInspection, ...]:
    """Return the grades that a claim gives to its services in an inspection; none where they are not clear."""
    both = claim.both and len(event.parts) > 1
    return tuple(
        found
        for subject in (event.subjects if both else claim.subjects)
        for found in _graded(subject, claim, event, sentence)
    )


def _domains(domain: str, year: int | None) -> tuple[str, ...]:
    """Return the domains that a service named in a year had; one judgement for both only as long as there was one."""
    if domain == CARE_AND_LEAVERS and year is not None and year not in JOINED_YEARS:
        return (CARE,) if year < FIRST_LEAVERS else (CARE, LEAVERS)
    return (domain,)


def _graded(subject: Subject, claim: Claim, event: Event, sentence: str) -> Iterator[PreviousInspection]:
    """Yield the grades of one service in an inspection; none where the grade is not on the scale that is named."""
    year = int(event.date.iso[:4]) if event.date else None
    framework, named = framework_of(event.words, year)
    parts = event.parts
    if set(parts) == {HELP, CARE} and year and in_use("slac", year):
        framework, named = "slac", True
    domain = subject.domain
    if domain in (WHOLE, OVERALL):
        if len(parts) > 1 and set(parts) != {HELP, CARE}:
            return
        domain = parts[0] if len(parts) == 1 else OVERALL
    own_part = next((part for _, code, part in PARTS if code == framework), None)
    if own_part == _domains(domain, year)[0]:
        domain = OVERALL
    if framework == "apa" and domain == OVERALL:
        domain = CHILDRENS_SERVICES
    if named and not awards(framework, claim.grade):
        return
    if year and not parts and not awarded_in(year, claim.grade):
        return
    if not named and parts:
        framework = None
    for code in _domains(domain, year):
        found = framework if named else _inferred(framework, code, claim.grade, year, parts)
        scope = SCOPES.get(code) if found == "slac" else None
        yield PreviousInspection(
            found, event.date, OVERALL if scope else code, _wording(subject, event), claim.grade, claim.grade_words,
            f"{event.told_in} {sentence}" if event.told_in else sentence, event.published, scope,
        )  # fmt: skip


def _wording(subject: Subject, event: Event) -> str:
    """Return the words of what was judged: those of the claim, or of the inspection where the claim is about it all."""
    if subject.domain != WHOLE:
        return subject.words
    return next((inspected.words for inspected in event.subjects if inspected.domain), "overall")


def _inferred(framework: str | None, domain: str, grade: str, year: int | None, parts: tuple[str, ...]) -> str | None:
    """Return the framework for whole children's services that judged the domain and awarded the grade in the year."""
    if framework not in (None, *WHOLE_SERVICE):
        return framework
    if year is None or year < FIRST_LEAVERS or parts:
        return None
    found = [c for c in WHOLE_SERVICE if in_use(c, year) and judges(c, domain) and awards(c, grade)]
    return found[0] if len(found) == 1 else None
