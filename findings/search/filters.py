"""The filters of search. They are applied inside the index, and look like those of every other list.

Filters are chosen in the form, and recognised in the words that were typed (``findings.search.recognising``). What is
chosen comes first: a name in the words is left out where the filter that it stands for is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar

from findings.interpretation.themes import THEMES
from findings.models import SearchEntry
from findings.search.entries import FACETS, end_of_since
from findings.search.find import Search, SearchOrder
from findings.search.language import SearchQuery, parse
from findings.search.names import filter_names, searched_years
from findings.search.recognising import Recognised, Recognition, recognise
from findings.search.reports import ReportsFilter
from findings.search.since import PublishedSinceFilter
from findings.search.terms import Terms, Token, any_of, facet
from inspections.lists.filters import ChoicesFilter, FilterChoice, YearsFilter, codes
from inspections.lists.filterset import FacetedFilterSet, FilterProblem
from inspections.lists.filtersets import authorities, grades, regions
from inspections.models import Authority, Domain, Framework
from inspections.vocabulary import Polarity, RecordKind, ReportKind

COLUMNS = {
    "kind": "kind",
    "grade": "grade",
    "polarity": "polarity",
    "theme": "themes",
    "authority": "authority_id",
    "region": "region",
    "year": "year",
    "framework": "framework_id",
    "domain": "domain_id",
    "report_kind": "report_kind",
    "report": "report_id",
}
"""The column of an entry that each filter is about."""
KEYS = {"authority": (Authority, "slug"), "framework": (Framework, "code"), "domain": (Domain, "code")}
"""The filters whose values are codes, where entries hold the keys: the model and its column of codes."""
YES = "yes"


def themes() -> Iterable[tuple[str, str]]:
    """The themes in the order of their list."""
    return ((theme.code, theme.name) for theme in THEMES.values())


class SearchFilterSet(FacetedFilterSet):
    """Filters of the records that the words in ``q`` find; without words, of every record.

    With ``literally=yes`` the words are searched for as they stand: no filters are recognised in them, and no other
    terms for the same are added.
    """

    not_filters: ClassVar[frozenset[str]] = frozenset({"page", "q", "sort", "literally"})

    kind = ChoicesFilter("kind", load=RecordKind.choices, label="Kind")
    grade = ChoicesFilter("grade", load=grades, label="Grade of the judgement it belongs to")
    polarity = ChoicesFilter("polarity", load=Polarity.choices, label="Polarity, suggested or decided")
    theme = ChoicesFilter("theme", load=themes, label="Theme, suggested or decided", shown_as="select")
    authority = ChoicesFilter("authority", load=authorities, label="Authority", shown_as="select")
    region = ChoicesFilter("region", load=regions, label="Region")
    year = YearsFilter("year", load=tuple, label="Year of the report")
    since = PublishedSinceFilter(label="Published since", hint="A year, a month or a day: 2021, 2021-06 or 2021-06-30")
    framework = ChoicesFilter(
        "framework", load=codes(Framework, "code", "short_name"), label="Framework", shown_as="select"
    )
    domain = ChoicesFilter("domain", load=codes(Domain, "code", "name"), label="Domain", shown_as="select")
    report_kind = ChoicesFilter("report_kind", load=ReportKind.choices, label="Kind of report", shown_as="select")
    report = ReportsFilter(label="Report", shown_as="select")

    class Meta:
        model = SearchEntry
        fields: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """What was typed into the search box."""
        return self.query.get("q", "").strip()

    @property
    def is_literal(self) -> bool:
        """Whether the words are searched for as they stand."""
        return self.query.get("literally") == YES

    @cached_property
    def recognition(self) -> Recognition:
        """The filters that the words name, and what is left of the words."""
        if self.is_literal or not self.typed:
            return Recognition((), (), self.typed)
        return recognise(self.typed, filter_names(self.revision), searched_years(self.revision))

    @cached_property
    def recognised(self) -> tuple[Recognised, ...]:
        """The filters that the words name, and that are not chosen in the form."""
        return tuple(one for one in self.recognition.taken if not self.query.get(one.filter))

    @cached_property
    def passed_over(self) -> tuple[Recognised, ...]:
        """The filters that the words name, and that are left out because the form has another choice of them."""
        return tuple(one for one in self.recognition.taken if one not in self.recognised)

    @cached_property
    def understood(self) -> SearchQuery:
        """The words without the filters among them, as they were understood."""
        return parse(self.recognition.left, literally=self.is_literal)

    def label_of(self, one: Recognised) -> str:
        """The value of a recognised filter in words."""
        own = self.filters[one.filter]
        return self.form.fields[one.filter].known.get(one.value, one.value) if isinstance(own, ChoicesFilter) else ""

    @property
    def order(self) -> SearchOrder:
        """How the results are sorted; by relevance unless the address says otherwise."""
        return (
            SearchOrder(self.query.get("sort") or SearchOrder.RELEVANCE)
            if not self._sort_problem
            else SearchOrder.RELEVANCE
        )

    @property
    def _sort_problem(self) -> tuple[FilterProblem, ...]:
        sort = self.query.get("sort", "")
        if not sort or sort in set(SearchOrder):
            return ()
        return (FilterProblem("", f"“{sort}” is no order of the results. Sort by relevance or by date."),)

    @property
    def _literal_problem(self) -> tuple[FilterProblem, ...]:
        asked = self.query.get("literally", "")
        if asked in ("", YES):
            return ()
        return (FilterProblem("", f"“{asked}” is no value of “literally”. Write “{YES}” or leave it out."),)

    @cached_property
    def problems(self) -> tuple[FilterProblem, ...]:
        """What is wrong with the filters or the order."""
        return (*super().problems, *self._sort_problem, *self._literal_problem)

    @cached_property
    def values(self) -> Mapping[str, list[str]]:
        """The values of the filters that are chosen or recognised, by the name of the filter; not the date of since."""
        return {name: [*(self.cleaned.get(name) or ()), *self._recognised_as(name)] for name in COLUMNS}

    def _recognised_as(self, name: str) -> Iterable[str]:
        return (one.value for one in self.recognised if one.filter == name)

    @cached_property
    def search(self) -> Search | None:
        """The search under the filters; None while a parameter is wrong, or if nothing typed was understood."""
        if self.problems or (self.typed and not self.understood.expression and not self.recognition.taken):
            return None
        since = max(str(self.cleaned.get("since") or ""), *self._recognised_as("since"), "")
        narrowed: dict[str, Terms] = {}
        for name, wanted in self.values.items():
            if wanted:
                keys = self._keys(name, wanted)
                tokens = (Token(facet(FACETS[COLUMNS[name]], keys.get(value, value))) for value in wanted)
                narrowed[COLUMNS[name]] = any_of(tokens)
        below = end_of_since(since) if since else None
        return Search(self.understood.expression, narrowed, self.order, below)

    def look_within(self, reports: Iterable[int]) -> None:
        """Search among the records of these reports alone from now on; at least one."""
        if self.search is not None:
            tokens = any_of(Token(facet(FACETS["report_id"], key)) for key in reports)
            self.search = self.search.within(tokens)

    @property
    def has_more(self) -> bool:
        """Whether more records are found than are counted and shown."""
        return self.search is not None and self.search.has_more

    def _keys(self, name: str, values: Iterable[str]) -> Mapping[str, str]:
        """For a filter whose entries hold keys, the key of each code; else empty."""
        own = self.filters[name]
        if isinstance(own, ReportsFilter):
            return own.keys_of(values)
        if name not in KEYS:
            return {}
        model, code = KEYS[name]
        return {str(value): str(key) for value, key in model._default_manager.values_list(code, "pk")}

    def choices_of(self, name: str, own: ChoicesFilter) -> tuple[FilterChoice, ...]:
        """The choices with the number of records; without it where nothing is searched for or too much is found."""
        field: Any = self.form.fields[name]
        chosen = self.query.getlist(name)
        counted = self.search.counts(COLUMNS[name]) if self.search is not None else None
        if isinstance(own, ReportsFilter):
            return own.offered(counted, chosen)
        if counted is None:
            return own.choices(field, dict.fromkeys(self._every(name, field)), chosen)
        if name in KEYS:
            keys = self._keys(name, ())
            counted = {code: counted[key] for code, key in keys.items() if key in counted}
        return own.choices(field, counted, chosen)

    def _every(self, name: str, field: Any) -> Iterable[str]:
        return searched_years(self.revision) if name == "year" else field.known
