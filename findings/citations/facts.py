"""What a citation says, whatever its form: everything that finds the words again without this site.

The day of a report is that on which it was published; where that is not known, its inspection's. What has no printed
number is named by its place among its kind, and the name says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from findings.labels import LAST_NUMBER, Record, label_of
from findings.models import Action, Finding, Recommendation
from inspections.models import Authority, Inspection, Judgement, Report, partial_dates
from inspections.places import place_words
from inspections.report_kinds import NATIONAL, PAPERS
from inspections.templatetags.reading import inspection_dates
from inspections.vocabulary import FindingKind, ReportKind

INSPECTORATES = frozenset({"Ofsted", "CQC", "HMICFRS", "HMI Probation"})
"""Who inspects together: the names into which the author of a joint report is divided."""
ASKED_AS = (
    (re.compile(r"priority|immediate action", re.IGNORECASE), "area for priority action"),
    (re.compile(r"^areas? for improvement|needs? to (?:be )?improve", re.IGNORECASE), "area for improvement"),
)
"""What a heading calls the recommendations under it; under any other they are recommendations."""
FOUND_AS = {
    FindingKind.FINDING: "finding",
    FindingKind.SUMMARY: "summary",
    FindingKind.CONTEXT: "context",
    FindingKind.PROGRESS: "progress",
}
ON_PAGE = re.compile(r"(?:^|/)p(\d+)-(?:item-)?(\d+)(?:~\d+)?$")
IN_SECTION = re.compile(r"(?:^|/)s(\d+)-(\d+)(?:~\d+)?$")
NOT_NUMBERED = "(not numbered)"


@dataclass(frozen=True, slots=True)
class Citation:
    """A report, or a record of it, as it is cited.

    ``authors`` are the names of ``author``. ``framework`` is the short name of the framework of an inspection's own
    report, ``framework_name`` the whole one; ``inspected`` its days in words. ``published`` is a partial date.
    ``year`` is that of publication, else of the inspection. ``locator`` names the record and its place in the file:
    "paragraph 19, page 8 of the file". ``name`` is of letters, digits and hyphens. What is not known is "" or None.
    """

    author: str
    authors: tuple[str, ...]
    title: str
    authority: str
    framework: str
    framework_name: str
    inspected: str
    published: str
    year: int | None
    locator: str
    page: int | None
    address: str
    name: str

    @property
    def days(self) -> tuple[str, ...]:
        """When it was inspected and published, or what of this is not known."""
        published = f"published {partial_dates.display(self.published)}" if self.published else ""
        if not published and not self.inspected:
            return ("date not known",)
        return tuple(filter(None, (self.inspected, published or "date of publication not known")))

    @property
    def about(self) -> tuple[str, ...]:
        """The authority, unless it is the author, and the framework."""
        framework = f"framework {self.framework}" if self.framework else ""
        return tuple(filter(None, ("" if self.author.startswith(self.authority) else self.authority, framework)))


def citation_of(report: Report, address: str = "", record: Record | None = None) -> Citation:
    """What the citation of a report, or of a record of it, says.

    ``address`` is the complete permanent address of what is cited. Needs the report's authority, inspection and
    framework, the section of a recommendation, and the inspection of a judgement.
    """
    inspection = report.inspection if report.is_own else None
    framework = inspection.framework if inspection else None
    published = report.published or (inspection.published if inspection else "")
    inspected = _inspected(inspection)
    day = published or (inspection and (inspection.ended or inspection.started)) or ""
    author = author_of(report)
    authority = report.authority or _judged(record)
    return Citation(
        author=author,
        authors=_authors(author),
        title=report.title,
        authority=authority.name if authority else "",
        framework=framework.short_name if framework else "",
        framework_name=framework.name if framework else "",
        inspected=inspected,
        published=published,
        year=partial_dates.year_of(day),
        locator=locator_of(record) if record else "",
        page=record.page if record else None,
        address=address,
        name=re.sub(
            r"[^a-z0-9]+", "-", "-".join((report.authority_slug, report.slug, record.anchor if record else ""))
        ).strip("-"),
    )


def author_of(report: Report) -> str:
    """The inspectorate, or whoever else wrote the report. Needs the report's authority, inspection and framework."""
    name = report.authority.name if report.authority else "Unknown authority"
    if paper := PAPERS.get(ReportKind(report.kind)):
        return paper.author.format(authority=name)
    if report.kind in NATIONAL:
        return "Publisher not stated"
    framework = report.inspection.framework if report.inspection else None
    return framework.inspectorate if framework else "Ofsted"


def locator_of(record: Record) -> str:
    """The name and place of a record within a citation: "paragraph 19, page 8 of the file"."""
    return ", ".join(filter(None, (cited_as(record), place_of(record))))


def cited_as(record: Record) -> str:
    """The name of a record within a citation: "paragraph 19", "area for improvement, item 6 (not numbered)"."""
    match record:
        case Finding(ref=""):
            name = f"{_found_as(record)} {NOT_NUMBERED}"
        case Recommendation(ref=""):
            name = f"{_asked_as(record)} {NOT_NUMBERED}"
        case Action(ref=""):
            name = f"action {record.anchor.removeprefix('action-')} {NOT_NUMBERED}"
        case Judgement() if record.inspection_id != (record.report.inspection_id if record.report.is_own else None):
            name = f"{label_of(record)}, of the inspection: {record.inspection}"
        case _:
            name = label_of(record)
    return name[:1].lower() + name[1:]


def place_of(record: Record) -> str:
    """Where a record stands: "page 8 of the file", "line 120 of the file", "sheet Actions, row 14"; "" if unknown."""
    if isinstance(record, Finding) and not record.ref and ON_PAGE.search(record.anchor):
        return ""  # its name has the page
    words = place_words(record)
    return f"{words} of the file" if words and not record.where else words


def _inspected(inspection: Inspection | None) -> str:
    words = inspection_dates(inspection) if inspection and (inspection.started or inspection.ended) else ""
    return f"inspected {words}" if words else ""


def _judged(record: Record | None) -> Authority | None:
    return record.inspection.authority if isinstance(record, Judgement) else None


def _authors(author: str) -> tuple[str, ...]:
    names = tuple(re.split(r", | and ", author))
    return names if INSPECTORATES.issuperset(names) else (author,)


def _found_as(finding: Finding) -> str:
    name = FOUND_AS[FindingKind(finding.kind)]
    if found := ON_PAGE.search(finding.anchor):
        return f"{name}, item {found[2]} of page {found[1]} of the file"
    if found := IN_SECTION.search(finding.anchor):
        return f"{name}, item {found[2]} {f'of section {found[1]}' if found[1] != '0' else 'before the first section'}"
    return name


def _asked_as(recommendation: Recommendation) -> str:
    heading = recommendation.section.heading if recommendation.section else ""
    name = next((name for pattern, name in ASKED_AS if pattern.search(heading)), "recommendation")
    whole, _, part = recommendation.anchor.partition("/")
    item, inner = LAST_NUMBER.search(whole), LAST_NUMBER.search(part)
    if item and inner:
        return f"{name} {item[1]}, item {inner[1]}"
    return f"{name}, item {item[1]}" if item else name
