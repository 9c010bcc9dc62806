"""What a form or a list showed of a record when it was opened, so that nobody changes what they have not seen.

A form carries its version: each value that it showed, with the key of the correction that set it. A field counts as
touched if what is sent differs from that, whatever the database holds by now. A touched field that has another value or
another correction by now is a conflict: somebody corrected it, or a reading changed it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from findings.admin.values import effective, label_of, written
from findings.models import Correction

Version = dict[str, tuple[Any, int]]
"""By field the value shown, by code, and the key of the correction that set it, or 0."""
ONE_FACT = {"grade": ("grade", "absence"), "absence": ("grade", "absence")}
"""Fields that say one thing together: each is in conflict if the other changed."""
THEIRS, MINE = "theirs", "mine"


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field that somebody else changed meanwhile: as the form showed it, as it is now, and as it was sent."""

    name: str
    label: str
    was: str
    theirs: str
    mine: str
    by: Correction | None
    keep_mine: str

    @property
    def choice(self) -> str:
        """The name under which the form sends the choice."""
        return choice_name(self.name)


def choice_name(name: str) -> str:
    """The name under which a form sends what is chosen for a field in conflict."""
    return f"choice-{name}"


def version_of(record: Any, names: Iterable[str]) -> Version:
    """What the record says now."""
    made = {one.field: one.pk for one in Correction.objects.of_record(record)}
    return {name: (effective(record, name), made.get(name, 0)) for name in names}


def dumped(version: Version) -> str:
    """A version as a form carries it."""
    return json.dumps(version, ensure_ascii=False)


def loaded(text: str) -> Version | None:
    """The version that a form carried; None if it is damaged."""
    try:
        found = json.loads(text)
        return {str(name): (value, int(made)) for name, (value, made) in found.items()}
    except (AttributeError, TypeError, ValueError):
        return None


def seen(facts: object) -> str:
    """A short token of what a person saw of a row."""
    return sha256(repr(facts).encode()).hexdigest()[:16]


def is_unchanged(name: str, then: Version, now: Version) -> bool:
    """Whether a field says what it said, set by the same correction."""
    together = [one for one in ONE_FACT.get(name, (name,)) if one in now]
    return all(then.get(one) == now[one] for one in together)


def keep_mine(name: str, now: Version) -> str:
    """The choice to write over what a field says now; it holds only as long as that stays so."""
    together = [one for one in ONE_FACT.get(name, (name,)) if one in now]
    return f"{MINE}-{seen([now[one] for one in together])}"


def conflict_of(record: Any, name: str, then: Version, now: Version, mine: Any) -> FieldConflict:
    """The three values of a field in conflict, in words, and the correction that changed it."""
    was, theirs, sent = (_words(record, name, value) for value in (then[name][0], now[name][0], mine))
    by = Correction.objects.select_related("made_by").filter(pk=now[name][1]).first()
    by = by if now[name][1] != then[name][1] else None
    return FieldConflict(name, label_of(type(record), name), was, theirs, sent, by, keep_mine(name, now))


def _words(record: Any, name: str, value: Any) -> str:
    return written(record, name, value) or "nothing"


def choices_of(data: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """What was chosen for fields in conflict, by field."""
    return {name: str(data[choice_name(name)]) for name in names if choice_name(name) in data}
