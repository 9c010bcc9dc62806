"""The filters of corrections."""

from __future__ import annotations

from collections.abc import Iterable

from findings.corrections.values import MODELS
from findings.labels import FIELD_NAMES
from findings.models import Correction
from inspections.lists.filters import ChoicesFilter, YearsFilter
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import authorities
from inspections.vocabulary import CorrectionStatus


def kinds_of_records() -> Iterable[tuple[str, str]]:
    """What can be corrected, by kind."""
    names = {"inspection": "What is stated of an inspection"}
    return ((kind, names.get(kind, kind.capitalize())) for kind in MODELS)


def fields_of_records() -> Iterable[tuple[str, str]]:
    """The fields that can be corrected, in the order in which pages name them."""
    return FIELD_NAMES.items()


class CorrectionFilterSet(FacetedFilterSet):
    """Filters of corrections."""

    authority = ChoicesFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    kind = ChoicesFilter("kind", load=kinds_of_records, label="What was corrected")
    field = ChoicesFilter("field", load=fields_of_records, label="Field", shown_as="select")
    year = YearsFilter("report__year", label="Year of the report")
    status = ChoicesFilter("status", load=CorrectionStatus.choices, label="Beside the newest reading")

    class Meta:
        model = Correction
        fields: tuple[str, ...] = ()
