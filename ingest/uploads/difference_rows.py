"""The differences of a preview as its page shows them: fields by their labels, places with the page to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from findings.admin.values import label_of
from ingest.differences import KINDS, RecordDifference

PAGE = re.compile(r"page (\d+)")


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One record that would change. ``leaf`` is its page, 0 where its document has none.

    ``fields`` has (label, before, after) of the fields that say something.
    """

    name: str
    change: str
    place: str
    leaf: int
    fields: tuple[tuple[str, str, str], ...]


def difference_rows(differences: Iterable[RecordDifference]) -> Iterator[DifferenceRow]:
    """The differences, in their order."""
    models = {model.KIND: model for model in KINDS}
    for one in differences:
        model = models[one.kind]
        fields = tuple((label_of(model, name), *values) for name, *values in one.fields if any(values))
        page = PAGE.match(one.place)
        name = f"{model._meta.verbose_name.capitalize()} {one.anchor}".rstrip()
        yield DifferenceRow(name, one.change, one.place, int(page[1]) if page else 0, fields)  # type: ignore[arg-type]
