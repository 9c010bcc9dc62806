"""Themes, polarity and follow-through: what people decided, else what the rules read today, and nothing else.

All of it is read anew: a row that is wrong is found even where nothing tells that it is old.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from findings.checks.invariants import Breach, Invariant, keys
from findings.interpretation.follow_update import forget_follow_through, unlike_follow_through
from findings.interpretation.update import forget_interpretations, unlike_interpretations
from findings.search.entries import index_report
from inspections.models import Report
from inspections.write import knowledge_change


def wrong_interpretations() -> Iterator[Breach]:
    """Reports whose themes and polarity, or the index of them, are not those of their records."""
    return _wrong(unlike_interpretations, "theme or polarity is", "themes or polarities are")


def wrong_follow_through() -> Iterator[Breach]:
    """Reports of whose recommendations something else is kept than what later reports say."""
    return _wrong(unlike_follow_through, "statement of later reports is", "statements of later reports are")


def _wrong(unlike: Callable[[int], int], one: str, many: str) -> Iterator[Breach]:
    for report in Report.objects.select_related("authority").order_by("pk").iterator():
        if number := unlike(report.pk):
            what = f"{number} {one if number == 1 else many} missing, wrong or too many"
            yield Breach(f"{report.get_absolute_url()}: {what}.", str(report.pk))


def interpret_again(subjects: Sequence[str]) -> None:
    """Interpret reports anew."""
    _again(subjects, forget_interpretations)


def follow_again(subjects: Sequence[str]) -> None:
    """Compare the recommendations of reports with later reports anew."""
    _again(subjects, forget_follow_through)


def _again(subjects: Sequence[str], forget: Callable[[int], None]) -> None:
    for pk in keys(subjects):
        with knowledge_change():
            forget(pk)
            index_report(pk)


INTERPRETATIONS = Invariant(
    "interpretations", "Themes and polarity equal what people decided and rules read",
    wrong_interpretations, interpret_again,
)  # fmt: skip
FOLLOW_THROUGH = Invariant(
    "follow-through", "Follow-through equals what people decided and rules read in later reports",
    wrong_follow_through, follow_again,
)  # fmt: skip
