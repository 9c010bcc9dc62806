"""The reference data of the CSV files as frozen dataclasses. Uses no Django.

The CSV files beside this module are edited by hand and reviewed like code. Migrations load them into the database, and
profiles read them here. Codes are stable, because exports and addresses contain them.

Sources: LA and GSS codes, regions and Ofsted's provider numbers from the Department for Education's register of local
authorities and the ONS code history; grade scales from each framework's own inspection handbook.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from inspections.vocabulary import FrameworkType, Scope

FOLDER = Path(__file__).parent
Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """A local authority. ``la_code`` is the DfE's three-digit code; ``closed`` is its last day, ISO 8601 or ""."""

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
    """An inspection framework, with inspectorate and years of use; ``graded`` says whether it awards grades.

    ``type`` says what is inspected, and so where its inspections and grades count.
    """

    code: str
    name: str
    short_name: str
    inspectorate: str
    first_year: int
    last_year: int | None
    graded: bool
    type: FrameworkType


@dataclass(frozen=True, slots=True)
class DomainFacts:
    """A subject of judgement; ``order`` is the order in which pages show domains."""

    code: str
    name: str
    order: int


@dataclass(frozen=True, slots=True)
class FrameworkDomainFacts:
    """A domain as one framework words it, with the years of use; ``scopes`` is empty where each is judged once."""

    framework: str
    domain: str
    wording: str
    order: int
    scopes: tuple[Scope, ...]
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class LineageFacts:
    """Today's domain (``column``) in which a framework's domain continues; ``comparability`` is a ``Comparability``.

    ``scope`` limits it to judgements of one scope, "" to those without one; "any" stands for all.
    """

    framework: str
    domain: str
    scope: str
    column: str
    comparability: str
    note: str


@dataclass(frozen=True, slots=True)
class GradeFacts:
    """A grade of one framework's scale. ``rank`` 1 is the best; ``number`` is the printed number, None without one."""

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
    """The place of an authority on the tile map. ``block`` is england or london; columns and rows count from 1."""

    la_code: str
    block: str
    column: int
    row: int
    short_name: str


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of a file by the names of its columns."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(text: str) -> int | None:
    return int(text) if text else None


def _load(name: str, make: Callable[[dict[str, str]], Facts]) -> tuple[Facts, ...]:
    return tuple(make(row) for row in rows_of(name))


@cache
def authorities() -> tuple[AuthorityFacts, ...]:
    """Return every authority of England that was inspected since 2005, and those of the project's samples."""
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
    """Return every framework whose reports are read, oldest first."""
    return _load(
        "frameworks.csv",
        lambda r: FrameworkFacts(
            r["code"],
            r["name"],
            r["short_name"],
            r["inspectorate"],
            int(r["first_year"]),
            _number(r["last_year"]),
            r["graded"] == "yes",
            FrameworkType(r["type"]),
        ),
    )


def framework_codes(*types: FrameworkType) -> tuple[str, ...]:
    """Return the codes of the frameworks of these types, in the order of the file."""
    return tuple(framework.code for framework in frameworks() if framework.type in types)


@cache
def domains() -> tuple[DomainFacts, ...]:
    """Return every domain, in the order of display."""
    return _load("domains.csv", lambda r: DomainFacts(r["code"], r["name"], int(r["order"])))


@cache
def framework_domains() -> tuple[FrameworkDomainFacts, ...]:
    """Return the domains that each framework judges, with its own wording."""
    return _load(
        "framework_domains.csv",
        lambda r: FrameworkDomainFacts(
            r["framework"],
            r["domain"],
            r["wording"],
            int(r["order"]),
            tuple(map(Scope, r["scopes"].split())),
            _number(r["first_year"]),
            _number(r["last_year"]),
        ),
    )


@cache
def lineage() -> tuple[LineageFacts, ...]:
    """Return how domains continue from framework to framework."""
    return _load(
        "lineage.csv",
        lambda r: LineageFacts(r["framework"], r["domain"], r["scope"], r["column"], r["comparability"], r["note"]),
    )


@cache
def grades() -> tuple[GradeFacts, ...]:
    """Return each framework's scale, best grade first."""
    return _load(
        "grades.csv",
        lambda r: GradeFacts(r["framework"], r["code"], r["name"], int(r["rank"]), _number(r["number"])),
    )


@cache
def crosswalk() -> tuple[CrosswalkFacts, ...]:
    """Return the rows of all versions of the crosswalk."""
    return _load(
        "crosswalk.csv",
        lambda r: CrosswalkFacts(r["version"], r["framework"], r["grade"], r["band"], r["note"]),
    )


@cache
def tiles() -> tuple[TileFacts, ...]:
    """Return the tile of every present authority. The layout is the project's own."""
    return _load(
        "tiles.csv",
        lambda r: TileFacts(r["la_code"], r["block"], int(r["column"]), int(r["row"]), r["short_name"]),
    )
