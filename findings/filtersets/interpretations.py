"""Filters by what a record is about and by polarity, as rules suggest it or people decided it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count, QuerySet, Sum

from findings.interpretation.themes import THEMES
from findings.models import RecordTheme, ReportTheme, ThemeSum
from findings.search.summed import groups_left
from inspections.lists.facet_counts import count_values
from inspections.lists.filters import ChoicesField, ChoicesFilter, FilterChoice, Rows
from inspections.lists.lookups import among
from inspections.models import Report
from inspections.vocabulary import Polarity, RecordKind


def theme_choices() -> Iterable[tuple[str, str]]:
    """The codes of all themes with their names."""
    return ((theme.code, theme.name) for theme in THEMES.values())


class UncountedFilter(ChoicesFilter):
    """Rows by a value that is offered without numbers: counting it would read every row of a long list."""

    is_in_columns = False

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """No numbers."""
        return {}

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The values that were counted, or without a number all that there are."""
        return super().choices(field, counted or dict.fromkeys(field.known), chosen)


POLARITY = "polarity"
"""The filter by whose values numbers of themes are kept, too."""
SUGGESTED = "Suggested by rules, or decided by a person: each record says which."
MOST_RECORDS, MOST_REPORTS, MOST_OF_ALL = 5_000, 2_000, 100_000
"""Themes are counted over so many records or reports, or without other filters over so many records of all reports."""
MOST_LEADING = 2_000
"""Rows that lead to a record are fewer: their records are fetched to count them."""


class PolarityFilter(ChoicesFilter):
    """Findings of one of the polarities."""

    is_counted_with_groups = True

    def __init__(self) -> None:
        super().__init__("polarity", load=Polarity.choices, label="Strength or weakness", hint=SUGGESTED)


class ThemeFilter(UncountedFilter):
    """Records of a kind that are about one of the themes, with numbers where they are few or whole reports."""

    record = "pk"

    def __init__(self, kind: RecordKind) -> None:
        self.kind = kind
        super().__init__("pk", load=theme_choices, label="Theme", shown_as="select", hint=SUGGESTED)

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """The number of records by theme; one counts for each of its themes. Nothing where it would take long."""
        if (groups := groups_left(self.parent, self, POLARITY)) is not None:
            return self._summed(groups, self.parent.cleaned.get(POLARITY))
        reports = ReportTheme.objects.filter(kind=self.kind).order_by().values_list("theme")
        if total <= MOST_OF_ALL and self.parent.asked_of_groups(self) == {}:
            counted = reports.exclude(report__in=Report.objects.not_published_keys())
            return dict(counted.annotate(number=Sum("records")))
        if 0 < len(by_group) <= MOST_REPORTS and self.parent.asks_groups_alone(self, POLARITY):
            chosen = self.parent.cleaned.get(POLARITY)
            of_polarity = reports.filter(polarity__in=chosen) if chosen else reports
            return dict(of_polarity.filter(among(by_group, "report__pk")).annotate(number=Sum("records")))
        if total > MOST_RECORDS:
            return {}
        return count_values(self._about().filter(self.parent.are(rows, total, "record")), "theme")

    def _summed(self, groups: Sequence[int], polarities: Sequence[str] | None) -> Mapping[str, int]:
        """The numbers of groups of reports added up, of all records or of those of some polarities."""
        rows = ThemeSum.objects.filter(kind=self.kind, group__in=groups).order_by().values_list("theme")
        columns = polarities or ("records",)
        numbers = rows.annotate(**{f"number_{name}": Sum(name) for name in columns})
        return {theme: number for theme, *each in numbers if (number := sum(each))}

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The records with one of the themes, each once."""
        if not values:
            return rows
        return self._holding(rows, self._themed(values))

    def filter_within(self, rows: Rows, values: list[str], groups: list[int]) -> Rows:
        """The same of some reports, without the 100,000 records of all others that have a frequent theme."""
        return self._holding(rows, self._themed(values).filter(report__in=groups))

    def _holding(self, rows: Rows, themed: QuerySet[RecordTheme]) -> Rows:
        return rows.filter(**{f"{self.record}__in": themed.values("record")})

    def _themed(self, values: list[str]) -> QuerySet[RecordTheme]:
        return self._about().filter(theme__in=values)

    def _about(self) -> QuerySet[RecordTheme]:
        return RecordTheme.objects.filter(kind=self.kind)


class ThemeOfRecordFilter(ThemeFilter):
    """Rows that lead to a record of a kind that is about one of the themes; several rows may lead to one record.

    ``record`` is the path from a row to its record.
    """

    record: str

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """The number of rows by theme of their record. Nothing where it would take long."""
        if total > MOST_LEADING:
            return {}
        rows_of = dict(rows.order_by().values_list(self.record).annotate(number=Count("pk")))
        found: Counter[str] = Counter()
        for record, theme in self._about().filter(among(rows_of, "record")).values_list("record", "theme"):
            found[theme] += rows_of[record]
        return found
