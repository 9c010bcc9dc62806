"""Compare up to four inspections: their grades, and for one domain the paragraphs that support them.

The address chooses an inspection by authority and name ("medway/sif-2015-09-14"), or an authority, which stands for its
latest inspection that judged its services; inspections whose own report was read come before those that others only
mention. If anything in the address is wrong, the problem is shown and nothing is compared, so that no comparison is
mistaken for another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef
from django.http import QueryDict

from findings.labels import range_of, runs
from findings.models import Evidence, Finding, Section
from inspections.judgements.grid import JudgementCell, JudgementGrid
from inspections.judgements.latest import lineage_now
from inspections.lists.filterset import FilterProblem
from inspections.models import AREA_FRAMEWORKS, Authority, Domain, Inspection, Judgement
from inspections.models.inspection_days import first_day

MOST = 4
PICK = "pick-1"
PARAMETERS = frozenset({"inspection", "authority", "domain"})
Choice = tuple[str, str]  # the name and the value of a parameter


@dataclass(frozen=True, slots=True)
class ComparedInspection:
    """An inspection that is compared, as the address chose it. ``without`` is the query string that removes it."""

    inspection: Inspection
    choice: Choice
    without: str
    others: tuple[tuple[Inspection, str], ...]


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """The judgements of one inspection in a row, with the number of paragraphs that support them."""

    cell: JudgementCell
    paragraphs: int


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A domain with a cell for each inspection.

    ``query`` is the address that shows its paragraphs, "" if there are none.
    """

    domain: Domain
    cells: tuple[ComparedCell, ...]
    query: str


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """The paragraphs of one section that support a judgement."""

    section: Section | None
    findings: tuple[Finding, ...]

    @property
    def reach(self) -> str:
        """The numbers of its paragraphs: "Paragraphs 14 to 38"."""
        return ", ".join(range_of(run) for run in runs(list(self.findings)))


@dataclass(frozen=True, slots=True)
class InspectionComparison:
    """Inspections with their grades by domain, and for ``domain`` the passages of each."""

    sides: tuple[ComparedInspection, ...] = ()
    problems: tuple[FilterProblem, ...] = ()
    rows: tuple[ComparedRow, ...] = ()
    domain: Domain | None = None
    facing: tuple[tuple[ComparedInspection, tuple[ComparedPassage, ...]], ...] = ()

    @property
    def has_room(self) -> bool:
        """Whether another inspection can be added."""
        return len(self.sides) < MOST


def query_of(choices: Iterable[Choice], domain: str = "") -> str:
    """The query string of a comparison."""
    return f"?{urlencode([*choices, *([('domain', domain)] if domain else [])])}"


def choices_of(query: QueryDict) -> list[Choice]:
    """The choices in the address, each once: inspections first, authorities second."""
    found = [(name, value) for name in ("inspection", "authority") for value in query.getlist(name) if value]
    return list(dict.fromkeys(found))


def _latest(inspections: Sequence[Inspection]) -> Inspection | None:
    judging = [
        one
        for one in inspections
        if one.has_judgements and one.framework_code not in AREA_FRAMEWORKS  # type: ignore[attr-defined]
    ]
    return max(judging, key=lambda one: (first_day(one), one.pk), default=None)


class _Chooser:
    """Finds what the address chooses, in two queries."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = choices
        slugs = {value.partition("/")[0] for _, value in choices}
        self.authorities = {one.slug: one for one in Authority.objects.filter(slug__in=slugs)}
        judgements = Judgement.objects.published().preferred().filter(inspection=OuterRef("pk"))
        self.inspections: dict[str, list[Inspection]] = defaultdict(list)
        found = (
            Inspection.objects.published().filter(authority__slug__in=slugs).annotate(has_judgements=Exists(judgements))
        )
        for one in sorted(found.select_related("authority", "framework"), key=lambda one: (first_day(one), one.pk)):
            one.framework_code = one.framework.code if one.framework else ""  # type: ignore[attr-defined]
            self.inspections[one.authority.slug].append(one)

    def find(self, choice: Choice) -> Inspection | str:
        """The inspection that is chosen, or what is wrong with the choice."""
        name, value = choice
        slug, _, rest = value.partition("/")
        if slug not in self.authorities:
            return f"There is no authority “{slug}”. Choose one from the list."
        if name == "authority":
            if rest or (latest := _latest(self.inspections[slug])) is None:
                return f"No judgement of {self.authorities[slug].name} is known. Choose another authority."
            return latest
        for one in self.inspections[slug]:
            if rest == one.slug or rest in one.former_slugs:
                return one
        name = self.authorities[slug].name
        return f"There is no inspection “{rest}” of {name}. Choose one from its list of inspections."

    def side(self, choice: Choice, inspection: Inspection, domain: str) -> ComparedInspection:
        """The inspection of a choice, with the addresses that remove it or put another inspection in its place.

        ``domain`` is the one that these addresses show, "" if the remaining inspections did not judge it.
        """
        place = self.choices.index(choice)
        before, after = self.choices[:place], self.choices[place + 1 :]
        slug = inspection.authority.slug
        others = tuple(
            (one, query_of([*before, ("inspection", f"{slug}/{one.slug}"), *after], domain))
            for one in reversed(self.inspections[slug])
            if one.pk != inspection.pk and one.has_judgements  # type: ignore[attr-defined]
        )
        return ComparedInspection(inspection, choice, query_of([*before, *after], domain), others)


def _paragraphs(judgements: Iterable[int]) -> dict[int, int]:
    """The number of paragraphs that support each judgement."""
    carried = Evidence.objects.filter(judgement__in=list(judgements), finding__retired_at__isnull=True)
    return dict(carried.order_by().values_list("judgement").annotate(number=Count("pk")))


def _passages(judgements: Sequence[int]) -> dict[int, tuple[ComparedPassage, ...]]:
    """The passages that support judgements, by the key of the inspection; one query."""
    evidence = (
        Evidence.objects.filter(judgement__in=judgements, finding__retired_at__isnull=True)
        .select_related("judgement", "finding__section", "finding__report__authority")
        .order_by("finding__report", "finding__ordinal", "pk")
    )
    findings: dict[int, dict[int, Finding]] = defaultdict(dict)
    for one in evidence:
        findings[one.judgement.inspection_id].setdefault(one.finding_id, one.finding)
    return {
        inspection: tuple(
            ComparedPassage(section, tuple(group))
            for section, group in groupby(found.values(), key=lambda one: one.section)
        )
        for inspection, found in findings.items()
    }


def compare(query: QueryDict) -> InspectionComparison:
    """The comparison that an address asks for, in a fixed number of queries."""
    choices, wanted = choices_of(query), query.get("domain", "")
    problems = [
        FilterProblem("", f"There is nothing called “{name}” to choose. Remove it from the address.")
        for name in query
        if name not in PARAMETERS
    ]
    if len(choices) > MOST:
        problems.append(
            FilterProblem(PICK, f"At most {MOST} fit side by side, and the address names {len(choices)}. Remove some.")
        )
        return InspectionComparison(problems=tuple(problems))
    choosing = _Chooser(choices)
    found = [(choice, choosing.find(choice)) for choice in choices]
    problems += [FilterProblem(PICK, one) for _, one in found if isinstance(one, str)]
    chosen = [(choice, one) for choice, one in found if isinstance(one, Inspection)]
    grid = JudgementGrid([one for _, one in chosen], lineage_now())
    domains = {domain.code: domain for domain in grid.domains}
    judging = {pk for row, pk in grid.entries if wanted in domains and row == domains[wanted].pk}
    sides = tuple(choosing.side(choice, one, wanted if judging - {one.pk} else "") for choice, one in chosen)
    if wanted and wanted not in domains and not problems:
        problems.append(
            FilterProblem("", f"None of these inspections judged “{wanted}”. Choose one of the domains below.")
        )
    if problems:
        return InspectionComparison(sides, tuple(problems))
    return _compared(sides, grid, choices, domains.get(wanted))


def _compared(
    sides: tuple[ComparedInspection, ...], grid: JudgementGrid, choices: Sequence[Choice], domain: Domain | None
) -> InspectionComparison:
    numbers = _paragraphs(entry.judgement.pk for entries in grid.entries.values() for entry in entries)

    def compared(row: Domain, side: ComparedInspection) -> ComparedCell:
        cell = grid.cell(row, side.inspection)
        return ComparedCell(cell, sum(numbers.get(entry.judgement.pk, 0) for entry in cell.entries))

    rows = []
    for row in grid.domains:
        cells = tuple(compared(row, side) for side in sides)
        has_text = any(cell.paragraphs for cell in cells)
        rows.append(ComparedRow(row, cells, query_of(choices, row.code) if has_text else ""))
    # Without a choice, the first domain for which most sides have paragraphs.
    fullest = max(rows, key=lambda row: sum(cell.paragraphs > 0 for cell in row.cells), default=None)
    shown = domain or (fullest.domain if fullest and fullest.query else None)
    carried = [
        entry.judgement.pk
        for (row, _), entries in grid.entries.items()
        if shown and row == shown.pk
        for entry in entries
    ]
    passages = _passages(carried) if carried else {}
    facing = tuple((side, passages.get(side.inspection.pk, ())) for side in sides) if shown else ()
    return InspectionComparison(sides, (), tuple(rows), shown, facing)
