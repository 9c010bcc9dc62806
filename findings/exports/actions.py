"""The columns of actions."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat

from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.interpretations import THEME_COLUMNS
from findings.exports.joins import address_of, recommendations_answered, values_of
from findings.exports.shared_columns import SOURCE, time_and_place_of_report, with_report
from findings.follow_up.action_states import action_states

ACTION_COLUMNS: tuple[ExportColumn, ...] = (
    *time_and_place_of_report(),
    ExportColumn("action_ref", "Number as printed, empty where none is", of("ref")),
    ExportColumn("priority", "Priority of the plan under which it stands, as printed", of("priority")),
    ExportColumn("text", "The action, whole", of("text"), required=True),
    ExportColumn("lead", "Who leads it, as printed", of("lead")),
    ExportColumn("partners", "Who helps, as printed", of("partners")),
    ExportColumn("due", "By when, as printed", of("due")),
    ExportColumn(
        "due_by",
        "The day by which it is to be done, where the wording tells one; a month counts to its last day",
        of("due_by"),
        Datatype.DAY,
    ),
    ExportColumn("success_measures", "What success is, as printed", of("success_measures")),
    ExportColumn("resources", "Resources, as printed", of("resources")),
    ExportColumn("measure", "What is measured, as printed", of("measure")),
    ExportColumn("baseline", "Where the measure stood, as printed", of("baseline")),
    ExportColumn("target", "Where the measure is to stand, as printed", of("target")),
    ExportColumn("rag", "Rating of progress, as printed", of("rag")),
    ExportColumn("progress", "What was done so far, as printed", of("progress")),
    ExportColumn("notes", "Other columns of the plan, each behind its heading", of("notes")),
    *THEME_COLUMNS,
    ExportColumn(
        "recommendations_answered",
        "Permanent addresses of the recommendations that it answers",
        lambda row, site: tuple(f"{site}{address_of(one)}" for one in values_of(row.recommendations_answered)),
        Datatype.WORDS,
    ),
    ExportColumn(
        "states",
        "What is missing or late, as the filter of actions names it, on the day of as_at: "
        + ", ".join(state.code for state in action_states()),
        lambda row, site: tuple(values_of(row.states)),
        Datatype.WORDS,
    ),
    *SOURCE,
)


def actions_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Actions with all that their columns need."""
    whole: QuerySet[Any] = with_report(rows)
    found: QuerySet[Any] = whole.annotate(recommendations_answered=recommendations_answered(), states=_states())
    return found


def _states() -> Combinable:
    """The codes of the states that an action is in, numbered in their order as ``values_of`` wants them."""
    return Concat(
        *(
            Case(When(state.condition, then=Value(f"{number}:{state.code} ")), default=Value(""))
            for number, state in enumerate(action_states())
        )
    )
