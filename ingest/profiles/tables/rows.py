"""From the rows of a table of outcomes to inspections and their grades.

A row is read in this order: its dates; its authority, by name, and where that is not clear by a code; its framework, by
the kind of inspection that it names, else by its headings and dates; its grades. A row is left out with an error when
nothing tells its authority, or its codes name another one than its name does, or it has grades and no date. The same
inspection in several sheets is one; grades that differ between them are both kept, with a warning.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.blocks import TableRow
from ingest.drafts import PartialDate
from ingest.profiles.tables.cells import Answer, GradeCell, date_in, dates_in, framework_in, grade_in, is_month_first
from ingest.profiles.tables.doubts import RowDoubts
from ingest.profiles.tables.headings import ILACS_HEADINGS, Heading, Role, heading_of, words_of
from ingest.profiles.tables.inspections import ILACS, GradedCell, TableInspection, grades_of
from ingest.wording.authorities import authority_named
from ingest.wording.domains import CARE_AND_LEAVERS, expected
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts, authorities, frameworks
from inspections.vocabulary import FrameworkType, NoticeLevel

DATE_ROLES = (Role.STARTED, Role.ENDED, Role.DATES, Role.PUBLISHED)
LEAST_TEXT = 3
INSPECTORATE = re.compile(r"https?://(?:\w+\.)*ofsted\.gov\.uk/", re.I)
PROVIDER = re.compile(r"ofsted\.gov\.uk/provider/\d+/(?P<urn>\d{5,8})\b", re.I)
"""An address of the inspectorate, and that of a provider's page, which ends with its number."""
WHOLE_DAY = len("2023-01-01")


REMARK = re.compile(r"\W*(?:(?:grand |sub)?totals?|sources?|notes?|key|n\.?b|data|figures|based on)\b|©", re.I)
"""How a row of one text begins that is a remark below a table."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of outcomes: its columns, its rows of authorities, and what stands above its header besides."""

    headings: tuple[Heading, ...]
    rows: tuple[TableRow, ...]
    above: tuple[TableRow, ...] = ()


class RowReader:
    """Reads the rows of all tables of a document into inspections, and collects what is doubtful.

    ``empty`` are rows that name an authority and no inspection, and remarks below the table.
    """

    def __init__(self, legend: dict[str, str]) -> None:
        self.legend = legend
        self.doubts = RowDoubts()
        self.found: dict[tuple[str, str, str], TableInspection] = {}
        self.empty: list[TableRow] = []

    def read(self, grids: Iterable[Grid]) -> tuple[TableInspection, ...]:
        """All inspections of the tables, in printed order."""
        for grid in grids:
            for headings in _sets(grid.headings):
                reader = _GridReader(self, replace(grid, headings=headings))
                for row in grid.rows:
                    if (one := reader.inspection(row)) is not None:
                        self._take(one)
        return tuple(self.found.values())

    def _take(self, one: TableInspection) -> None:
        known = self.found.setdefault(one.key, one)
        if known is not one:
            known.take(one, self.doubts)


def _sets(headings: tuple[Heading, ...]) -> Iterator[tuple[Heading, ...]]:
    """The columns as they are about the newest inspection of a row; then as about the earlier one, if a row has one."""
    other = heading_of("")
    yield tuple(other if heading.earlier else heading for heading in headings)
    if any(heading.earlier and heading.role in DATE_ROLES for heading in headings):
        of_row = (Role.NAME, Role.CODE)
        yield tuple(heading if heading.earlier or heading.role in of_row else other for heading in headings)


class _GridReader:
    """Reads the rows of one table."""

    def __init__(self, reader: RowReader, grid: Grid) -> None:
        self.doubts, self.legend, self.empty = reader.doubts, reader.legend, reader.empty
        self.headings = grid.headings
        self.month_first = {
            n for n, heading in enumerate(grid.headings)
            if heading.role in DATE_ROLES and is_month_first(_text(row, n) for row in grid.rows)
        }  # fmt: skip
        self.is_ilacs = any(ILACS_HEADINGS.search(words_of(heading.printed)) for heading in grid.headings)

    def inspection(self, row: TableRow) -> TableInspection | None:
        """The inspection of a row; None where it states none, or, with a notice, where it is not clear which."""
        if not any(row.texts) or self._is_header(row):
            return None
        started, ended, published = self._dates(row)
        on = next((one.iso for one in (started, ended, published) if one), None)
        cells = self._cells(row)
        if on is None and not any(cell.answer is Answer.GRADE for *_, cell in cells):
            self._doubt_empty(row)
            return None
        authority = self._authority(row, on if on and len(on) == WHOLE_DAY else None)
        if authority is None:
            return None
        kind = self._value(row, Role.KIND)
        graded = {domain for domain, _, _, cell in cells if cell.answer is Answer.GRADE}
        framework = self._framework(row, kind, started or ended, published, graded)
        facts = {role: value for role in (Role.URN, Role.LEAD, Role.THEME) if (value := self._value(row, role))}
        facts |= self._linked(row)
        printed = " | ".join(text for text in row.texts if text)
        found = TableInspection(
            authority, framework, started, ended, published, facts, row.place, [(printed, row.place)]
        )
        if on is None:
            found.doubt(
                self.doubts, NoticeLevel.ERROR, NoticeCode.DATES_MISSING, "Rows with grades and no date were left out"
            )
            return None
        self._check_dates(found)
        found.grades = [*grades_of(found, cells, self.doubts)]
        return found

    def _linked(self, row: TableRow) -> dict[Role, str]:
        """The address of the report, printed or behind a cell, and the inspectorate's number of the provider in it."""
        printed = self._value(row, Role.ADDRESS)
        links = [cell.link for cell in row.cells if INSPECTORATE.match(cell.link)]
        address = printed if printed.startswith(("http://", "https://")) else next(iter(links), "")
        numbers = {match["urn"] for link in (address, *links) if (match := PROVIDER.search(link))}
        facts = {Role.ADDRESS: address} if address else {}
        if len(numbers) == 1 and not self._value(row, Role.URN):
            facts[Role.URN] = numbers.pop()
        return facts

    def _is_header(self, row: TableRow) -> bool:
        same = sum(text == heading.printed for text, heading in zip(row.texts, self.headings, strict=False) if text)
        return same >= LEAST_TEXT

    def _values(self, row: TableRow, role: Role) -> Iterator[tuple[int, str]]:
        for n, heading in enumerate(self.headings):
            if heading.role is role and (text := _text(row, n)):
                yield n, text

    def _value(self, row: TableRow, role: Role) -> str:
        """What the row says under the first heading of a role, "" where a sign stands for nothing."""
        value = next((text for _, text in self._values(row, role)), "")
        return "" if grade_in(value, None, {}).answer is Answer.NOTHING else value

    def _doubt_empty(self, row: TableRow) -> None:
        """A row without dates and grades: nothing where it names an authority, else words that belong to no row."""
        words = next(text for text in row.texts if text)[:60]
        if REMARK.match(words) and sum(bool(text) for text in row.texts) == 1:
            self.empty.append(row)
            return
        name = self._value(row, Role.NAME) or self._value(row, Role.CODE)
        if name and self._authority(row, None, quiet=True):
            self.empty.append(row)
            says = "Rows name an authority and no inspection; they were kept as notes"
            self.doubts.add(NoticeLevel.INFO, NoticeCode.DATES_MISSING, says, row.place, name)
        else:
            says = "Rows that are no inspection of an authority were left out"
            self.doubts.add(NoticeLevel.WARNING, NoticeCode.TORN_ROW, says, row.place, f"“{words}”")

    def _dates(self, row: TableRow) -> tuple[PartialDate | None, PartialDate | None, PartialDate | None]:
        found: dict[Role, PartialDate | None] = dict.fromkeys(DATE_ROLES)
        for role in DATE_ROLES:
            for n, text in self._values(row, role):
                if role in (Role.STARTED, Role.DATES):
                    first, last = dates_in(text, n in self.month_first)
                    found[Role.STARTED] = found[Role.STARTED] or first
                    found[Role.ENDED] = found[Role.ENDED] or (last if last != first else None)
                else:
                    first = date_in(text, n in self.month_first)
                    found[role] = found[role] or first
                if first is None and grade_in(text, None, {}).answer is not Answer.NOTHING:
                    says = f"“{self.headings[n].printed}” holds no date that can be read"
                    self.doubts.add(NoticeLevel.ERROR, NoticeCode.DATES_UNREADABLE, says, row.place, f"“{text[:60]}”")
        return found[Role.STARTED], found[Role.ENDED], found[Role.PUBLISHED]

    def _authority(self, row: TableRow, on: str | None, quiet: bool = False) -> AuthorityFacts | None:
        names = [text for _, text in self._values(row, Role.NAME)]
        named = next((one for name in names if (one := authority_named(name, on))), None)
        coded = [one for _, text in self._values(row, Role.CODE) if (one := _by_code(text))]
        if named is None and coded:
            named = coded[0]
        if named is None:
            urn = self._value(row, Role.URN) or self._linked(row).get(Role.URN)
            known = [one for one in authorities() if urn and one.ofsted_urn == urn]
            named = known[0] if len(known) == 1 else None
        if quiet:
            return named
        words = names[0] if names else next((text for text in row.texts if text), "")
        if named is None:
            says = "Rows were left out because nothing tells their authority"
            self.doubts.add(NoticeLevel.ERROR, NoticeCode.AUTHORITY_UNKNOWN, says, row.place, f"“{words[:60]}”")
            return None
        if others := [one for one in coded if not _is_kin(one, named)]:
            says = f"Rows were left out because their code is that of another authority ({others[0].name})"
            self.doubts.add(NoticeLevel.ERROR, NoticeCode.AUTHORITY_CONTRADICTION, says, row.place, f"“{words[:60]}”")
            return None
        return named

    def _framework(
        self, row: TableRow, kind: str, held: PartialDate | None, published: PartialDate | None, domains: set[str]
    ) -> str | None:
        named = framework_in(kind) if kind else None
        date = held or published
        year = int(date.iso[:4]) if date else None
        if named and _in_use(named, int(held.iso[:4]) if held else None):
            return named
        if named or kind:
            what = "did not exist on the day" if named else "is not known"
            says = f"The kind of inspection “{kind[:60]}” {what}; headings and dates tell the framework, if anything"
            self.doubts.add(NoticeLevel.WARNING, NoticeCode.FRAMEWORK_UNCLEAR, says, row.place)
        if not domains or year is None:
            return None
        candidates = [
            one.code for one in frameworks()
            if one.graded and one.type is FrameworkType.SERVICES and _in_use(one.code, year)
            and domains - {CARE_AND_LEAVERS} <= expected(one.code).keys()
        ]  # fmt: skip
        if self.is_ilacs and ILACS in candidates and held:
            return ILACS
        return candidates[0] if len(candidates) == 1 else None

    def _check_dates(self, found: TableInspection) -> None:
        dates = [one.iso for one in (found.started, found.ended, found.published) if one]
        if dates != sorted(dates):
            says = "Rows give dates in an order that cannot be; they were kept as printed"
            found.doubt(self.doubts, NoticeLevel.WARNING, NoticeCode.DATES_OUT_OF_ORDER, says)

    def _cells(self, row: TableRow) -> list[GradedCell]:
        """Domain, heading, words and answer of each cell under the heading of a domain."""
        scale = framework_in(self._value(row, Role.KIND))
        read: Callable[[str], GradeCell] = lambda text: grade_in(text, scale, self.legend)  # noqa: E731
        cells = [
            (heading.domain, heading.printed, _text(row, n), read(_text(row, n)))
            for n, heading in enumerate(self.headings)
            if heading.role is Role.GRADED
        ]
        domains = [text for _, text in self._values(row, Role.DOMAIN)]
        for _, text in self._values(row, Role.GRADE) if domains else ():
            heading = heading_of(domains[0])
            if heading.role is Role.GRADED:
                cells.append((heading.domain, domains[0], text, read(text)))
            else:
                says = "Grades were left out because it is not known what they judge"
                self.doubts.add(NoticeLevel.ERROR, NoticeCode.UNKNOWN_COLUMN, says, row.place, f"“{domains[0][:60]}”")
        return cells


def _text(row: TableRow, column: int) -> str:
    return row.cells[column].text.strip() if column < len(row.cells) else ""


def _by_code(text: str) -> AuthorityFacts | None:
    """The authority of an LA code of three digits, or of a GSS code."""
    code = text.strip().removesuffix(".0").upper()
    return next((one for one in authorities() if code and code in (one.la_code, one.gss_code)), None)


def _is_kin(one: AuthorityFacts, other: AuthorityFacts) -> bool:
    """Whether two are the same authority, or one took over from the other, so that tables print its code."""
    codes = ((one.la_code, other), (other.la_code, one))
    return one.la_code == other.la_code or any(code in facts.predecessors for code, facts in codes)


def _in_use(framework: str, year: int | None) -> bool:
    facts = next(one for one in frameworks() if one.code == framework)
    return year is None or facts.first_year <= year <= (facts.last_year or year)
