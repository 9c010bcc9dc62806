"""What an invariant is: the sentence that must hold, where it does not, and how that is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breach:
    """A place at which an invariant does not hold: what is wrong, in a sentence.

    ``subject`` names what the repair makes again; "" where only a person can help, as the sentence then says.
    """

    what: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Invariant:
    """A sentence that must hold of the knowledge base.

    ``breaches`` finds where it does not, in portions, and changes nothing; ``repair`` makes the named subjects again.
    ``in_snapshot`` is False where finding has to write and take back what it wrote.
    """

    name: str
    sentence: str
    breaches: Callable[[], Iterator[Breach]]
    repair: Callable[[Sequence[str]], None] | None = None
    in_snapshot: bool = True


def keys(subjects: Sequence[str]) -> list[int]:
    """The primary keys that subjects are."""
    return list(map(int, subjects))
