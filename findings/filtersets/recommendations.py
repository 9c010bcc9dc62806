"""The filters of recommendations, shared by their page and exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Case, Count, Exists, OuterRef, Q, Sum, When
from django.db.models.expressions import Combinable

from findings.exports.recommendations import RECOMMENDATION_COLUMNS
from findings.filtersets.columns import FilterSetWithColumns
from findings.filtersets.interpretations import ThemeFilter
from findings.filtersets.kept_counts import kept_counts
from findings.filtersets.words import WordsFilter
from findings.models import DomainSum, Recommendation
from findings.references.answers import answered as answered_ones
from findings.references.answers import answered_by_report, asked_by_plans, reports_with_plans
from findings.search.summed import groups_left
from inspections.caching.revision import current_revision, for_revision, shared
from inspections.lists.facet_counts import count_values
from inspections.lists.filters import ChoicesFilter, Rows, YearsFilter, codes
from inspections.lists.filtersets import authorities, regions
from inspections.lists.grouping import BY_REPORT
from inspections.lists.lookups import among
from inspections.models import Domain, Framework, Report
from inspections.vocabulary import RecordKind, ReportKind, Timescale

YES, NO, NO_PLAN = "yes", "no", "no-plan"
NOT_TOLD = "not-told"
FEW_REPORTS = 2_000
"""The recommendations of so many reports are looked at, where their authority is asked for."""


class OwnFrameworkFilter(ChoicesFilter):
    """The framework of the inspection whose own report makes the recommendation; other papers have none."""

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The recommendations of inspections under one of the frameworks."""
        return super().filter(rows.filter(report__is_own=True), values) if values else rows

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """The framework, where the report is an inspection's own."""
        is_own = Q(**{"report__is_own".removeprefix(group): True})
        return tuple(Case(When(is_own, then=path)) for path in super().columns(group))


class AboutDomainFilter(ChoicesFilter):
    """The domains that a recommendation is about, as its report states or its words suggest, or that none is known."""

    is_in_columns = False

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The recommendations that are about one of the domains, each once."""
        if not values:
            return rows
        found = Q(pk__in=self._about().filter(domain__code__in=values).values("recommendation"))
        return rows.filter(found | self._untold() if NOT_TOLD in values else found)

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """The number of recommendations by domain; one counts for each of its domains.

        They are grouped by the key of the domain, and its code is looked up afterwards: if SQLite joins the domains, it
        looks for each domain at each recommendation (over 22,245 recommendations 170 ms instead of 25 ms).
        """
        if (groups := groups_left(self.parent, self)) is not None:
            numbers = _summed(groups)
            untold = numbers.pop("None", 0)
        else:
            if by_group and self.parent.asks_groups_alone(self):
                numbers, told = self._told_of_reports(by_group)
            else:
                numbers, told = self._told_of(self._about().filter(self.parent.are(rows, total, "recommendation__pk")))
            untold = total - told
        domains = Domain.objects.order_by().values_list("pk", "code")
        counted = {code: number for pk, code in domains if (number := numbers[str(pk)])}
        return counted | ({NOT_TOLD: untold} if untold > 0 else {})

    def _told_of_reports(self, reports: Collection[int]) -> tuple[Counter[str], int]:
        """The same of all recommendations of some reports: a few are asked, of many numbers are kept by report."""
        if len(reports) <= FEW_REPORTS:
            of_reports = Recommendation.objects.live().filter(among(reports, "report__pk"))
            return self._told_of(self._about().filter(recommendation__in=of_reports.values("pk")))
        told, by_domain = domains_by_report()
        numbers = Counter[str]()
        for report in reports:
            for domain, number in by_domain.get(report, ()):
                numbers[domain] += number
        return numbers, sum(told.get(report, 0) for report in reports)

    @staticmethod
    def _told_of(about: Rows) -> tuple[Counter[str], int]:
        """The number of recommendations by the key of their domains, and of all that have one."""
        return Counter(count_values(about, "domain")), about.order_by().values("recommendation").distinct().count()

    @staticmethod
    def _about() -> Rows:
        return Recommendation.about.through.objects.all()

    @staticmethod
    def _untold() -> Q:
        return Q(~Exists(_about_outer()))


def _summed(groups: Sequence[int]) -> Counter[str]:
    """The number of recommendations of groups of reports by the key of their domains, "None" for those about none."""
    rows = DomainSum.objects.filter(group__in=groups).order_by().values_list("domain")
    return Counter({str(domain): number for domain, number in rows.annotate(number=Sum("recommendations"))})


def _about_outer() -> Rows:
    """The domains of the recommendation of the outer query."""
    return Recommendation.about.through.objects.filter(recommendation=OuterRef("pk"))


NumbersByReport = tuple[Mapping[int, int], Mapping[int, Sequence[tuple[str, int]]]]
"""By report, the number of recommendations with a domain, and their number by the key of each domain."""


def domains_by_report() -> NumbersByReport:
    """How many published recommendations are about which domains, by report; read once for each revision."""

    def read() -> NumbersByReport:
        # The few reports that are not published are looked up: a join to all of them takes twice as long.
        hidden = Report.objects.not_published_keys()
        about = Recommendation.about.through.objects.filter(recommendation__retired_at=None).order_by()
        shown = about.exclude(recommendation__report__in=hidden).values_list("recommendation__report", "domain")
        by_domain: dict[int, list[tuple[str, int]]] = {}
        for report, domain, number in shown.annotate(Count("pk")):
            by_domain.setdefault(report, []).append((str(domain), number))
        rows = Recommendation.objects.live().exclude(report__in=hidden).filter(Exists(_about_outer())).order_by()
        return dict(rows.values_list("report").annotate(Count("pk"))), by_domain

    return shared("domains of recommendations by report", current_revision(), read)


@for_revision
def domains_and_none() -> Iterable[tuple[str, str]]:
    """The domains, and the choice of recommendations of which none is known."""
    return (*Domain.objects.values_list("code", "name"), (NOT_TOLD, "Not told"))


class AnsweredFilter(ChoicesFilter):
    """Whether an action answers the recommendation, where a plan that has to is held."""

    is_in_columns = False

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The recommendations in one of the states; all of them if none or all are chosen."""
        if not values:
            return rows
        conditions = {YES: answered_ones(), NO: asked_by_plans() & ~answered_ones()}
        conditions[NO_PLAN] = ~conditions[YES] & ~asked_by_plans()
        return rows.filter(Q(*(conditions[value] for value in set(values)), _connector=Q.OR))

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """The number of recommendations in each state.

        They are not counted as a column: over 22,245 recommendations PostgreSQL takes 0.5 s to group by this condition,
        because it compares each with all 2,445 answered keys, and 2 ms to filter by it.
        """
        if by_group and self.parent.asks_groups_alone(self):
            answered, unanswered = self._told_of_reports(by_group)
        else:
            few = Recommendation.objects.filter(self.parent.are(rows, total, "pk"))
            answered = few.filter(answered_ones()).count()
            unanswered = few.filter(asked_by_plans()).exclude(answered_ones()).count()
        numbers = {NO: unanswered, YES: answered, NO_PLAN: total - answered - unanswered}
        return {value: number for value, number in numbers.items() if number}

    @staticmethod
    def _told_of_reports(by_group: Mapping[int, int]) -> tuple[int, int]:
        """How many recommendations of whole reports are answered, and how many have a plan and are not.

        ``by_group`` is the number of all recommendations of each report.
        """
        numbers = answered_by_report()
        unanswered = (
            by_group[report] - numbers.get(report, 0) for report in reports_with_plans() if report in by_group
        )
        return sum(number for report, number in numbers.items() if report in by_group), sum(unanswered)


def answer_states() -> Iterable[tuple[str, str]]:
    """Unanswered, answered, and not known, as choices."""
    return (
        (NO, "No action of its plan answers it"),
        (YES, "An action answers it"),
        (NO_PLAN, "Not known: its plan is not held"),
    )


class RecommendationFilterSet(FilterSetWithColumns):
    """Filters of recommendations."""

    known_columns = RECOMMENDATION_COLUMNS
    group = BY_REPORT
    kept = kept_counts(RecordKind.RECOMMENDATION, "timescale", flags=("is_item",))

    text = WordsFilter(RecordKind.RECOMMENDATION, label="Words", hint="As in search: drift OR delay, superv*")
    authority = ChoicesFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    year = YearsFilter("report__year", label="Year of the report")
    framework = OwnFrameworkFilter(
        "report__inspection__framework__code", load=codes(Framework, "code", "short_name"), label="Framework"
    )
    domain = AboutDomainFilter("about__code", load=domains_and_none, label="Domain")
    theme = ThemeFilter(RecordKind.RECOMMENDATION)
    timescale = ChoicesFilter("timescale", load=Timescale.choices, label="Timescale")
    answered = AnsweredFilter("pk", load=answer_states, label="Answered by an improvement plan")
    kind = ChoicesFilter("report__kind", load=ReportKind.choices, label="Kind of report")
    region = ChoicesFilter("report__authority__region", load=regions, label="Region")

    class Meta:
        model = Recommendation
        fields: tuple[str, ...] = ()
