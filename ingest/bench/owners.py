"""Other authorities for the copies of a generated knowledge base, as SQL over the rows that are copied."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from findings.search.copying import mark
from inspections.models import Authority

Owners = Mapping[int, tuple[Authority, Authority]]
"""The authority of an original and that of its copy, by the key of the first."""


def owners_of(held: Collection[int], copy: int) -> Owners:
    """Authorities for a copy of what those with the keys ``held`` have: the next ones, round and round.

    Authorities without a copy come first where ``held`` are the first ones, as ``generate`` takes them.
    """
    every = list(Authority.objects.filter(is_sample=False).order_by("la_code"))
    originals = [place for place, authority in enumerate(every) if authority.pk in held]
    shift = copy * len(originals)
    return {every[place].pk: (every[place], every[(place + shift) % len(every)]) for place in originals}


def by_owner(owners: Owners, name: str) -> str:
    """What the copy of a row has as this column of its authority, as SQL."""
    return _case({key: getattr(new, name) for key, (_, new) in owners.items()})


def marks_of(owners: Owners) -> list[tuple[str, str]]:
    """The tokens of the index that name an authority, and its region: those of original and copy, as SQL."""
    if not owners:
        return []
    return [_marks(owners, "authority_id", "pk"), _marks(owners, "region", "region")]


def _marks(owners: Owners, column: str, name: str) -> tuple[str, str]:
    old = {key: mark(column, getattr(one, name)) for key, (one, _) in owners.items()}
    return _case(old), _case({key: mark(column, getattr(one, name)) for key, (_, one) in owners.items()})


def _case(values: Mapping[int, object]) -> str:
    told = (
        f"WHEN {key} THEN {value if isinstance(value, int) else _quoted(str(value))}" for key, value in values.items()
    )
    return f"CASE authority_id {' '.join(told)} END"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
