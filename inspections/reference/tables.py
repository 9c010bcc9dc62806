"""Reference data: authorities, frameworks, domains, their lineage, grades and the crosswalk of grades.

The facts are readable CSV files beside this module, edited by hand and reviewed like code; migrations load them into the
database and the profiles read them here, without Django. Codes are stable: they stand in exports and addresses.

Sources: LA and GSS codes, regions and Ofsted's provider numbers from the Department for Education's register of local
authorities and the ONS code history; grade scales from each framework's own inspection handbook.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from inspections.vocabulary import Scope

FOLDER = Path(__file__).parent
Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """A local authority. ``la_code`` is the DfE's three digits; ``closed`` is the ISO date of its last day, or ""."""

    la_code: str
    gss_code: str
    name: str
    region: str
    ofsted_urn: str
    opened: str
    closed: str
    aliases: tuple[str, ...]
    predecessors: tuple[str, ...]
    statistical_neighbours: tuple[str, ...]
    sample: bool


@dataclass(frozen=True, slots=True)
class FrameworkFacts:
    """An inspection framework: who inspected, from when to when; ``graded`` tells whether it awards grades."""

    code: str
    name: str
    short_name: str
    inspectorate: str
    first_year: int
    last_year: int | None
    graded: bool


@dataclass(frozen=True, slots=True)
class DomainFacts:
    """What is judged, in the order in which pages show domains."""

    code: str
    name: str
    order: int


@dataclass(frozen=True, slots=True)
class FrameworkDomainFacts:
    """A domain as one framework words it; ``scopes`` is "" save in joint area reviews; ``until``: last year in use."""

    framework: str
    domain: str
    wording: str
    order: int
    scopes: tuple[Scope, ...]
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class LineageFacts:
    """How a framework's domain carries on in a column of today, with ``comparability`` same, close, broad or partial."""

    framework: str
    domain: str
    column: str
    comparability: str
    note: str


@dataclass(frozen=True, slots=True)
class GradeFacts:
    """A grade of one framework's scale. ``rank`` 1 is the best; ``number`` is what is printed, or None where none is."""

    framework: str
    code: str
    name: str
    rank: int
    number: int | None


@dataclass(frozen=True, slots=True)
class CrosswalkFacts:
    """One row of a version of the crosswalk: the comparable ``band`` (1 is the best) of a framework's grade."""

    version: str
    framework: str
    grade: str
    band: str
    note: str


@dataclass(frozen=True, slots=True)
class TileFacts:
    """Where an authority stands on the tile map of England: ``block`` england or london, each with columns and rows from 1."""

    la_code: str
    block: str
    column: int
    row: int
    short_name: str


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _year(text: str) -> int | None:
    return int(text) if text else None


def _load(name: str, make: Callable[[dict[str, str]], Facts]) -> tuple[Facts, ...]:
    return tuple(make(row) for row in _rows(name))


@cache
def authorities() -> tuple[AuthorityFacts, ...]:
    """Every authority of England that was inspected since 2006, and those of the project's samples."""
    return _load(
        "authorities.csv",
        lambda r: AuthorityFacts(
            r["la_code"],
            r["gss_code"],
            r["name"],
            r["region"],
            r["ofsted_urn"],
            r["opened"],
            r["closed"],
            tuple(filter(None, r["aliases"].split("|"))),
            tuple(r["predecessors"].split()),
            tuple(r["statistical_neighbours"].split()),
            r["sample"] == "yes",
        ),
    )


@cache
def frameworks() -> tuple[FrameworkFacts, ...]:
    """Every framework whose reports are read, oldest first."""
    return _load(
        "frameworks.csv",
        lambda r: FrameworkFacts(
            r["code"],
            r["name"],
            r["short_name"],
            r["inspectorate"],
            int(r["first_year"]),
            _year(r["last_year"]),
            r["graded"] == "yes",
        ),
    )


@cache
def domains() -> tuple[DomainFacts, ...]:
    """Every domain, in display order."""
    return _load("domains.csv", lambda r: DomainFacts(r["code"], r["name"], int(r["order"])))


@cache
def framework_domains() -> tuple[FrameworkDomainFacts, ...]:
    """Which domains each framework judges, with its own wording."""
    return _load(
        "framework_domains.csv",
        lambda r: FrameworkDomainFacts(
            r["framework"],
            r["domain"],
            r["wording"],
            int(r["order"]),
            tuple(map(Scope, r["scopes"].split())),
            _year(r["first_year"]),
            _year(r["last_year"]),
        ),
    )


@cache
def lineage() -> tuple[LineageFacts, ...]:
    """How domains carry on from framework to framework."""
    return _load(
        "lineage.csv",
        lambda r: LineageFacts(r["framework"], r["domain"], r["column"], r["comparability"], r["note"]),
    )


@cache
def grades() -> tuple[GradeFacts, ...]:
    """Each framework's scale, best grade first."""
    return _load(
        "grades.csv",
        lambda r: GradeFacts(r["framework"], r["code"], r["name"], int(r["rank"]), _year(r["number"])),
    )


@cache
def crosswalk() -> tuple[CrosswalkFacts, ...]:
    """All versions of the crosswalk."""
    return _load(
        "crosswalk.csv",
        lambda r: CrosswalkFacts(r["version"], r["framework"], r["grade"], r["band"], r["note"]),
    )


@cache
def tiles() -> tuple[TileFacts, ...]:
    """The tile of every authority of today; the layout is our own."""
    return _load(
        "tiles.csv",
        lambda r: TileFacts(r["la_code"], r["block"], int(r["column"]), int(r["row"]), r["short_name"]),
    )
