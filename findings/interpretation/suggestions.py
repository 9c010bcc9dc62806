"""What the rules make of a record: suggested themes and polarity with the words that led to them, as columns keep it.

The JSON is ``{"by": …, "polarity": ["weakness", ["not", …]], "themes": [["supervision", ["oversight"]], …]}``, with
``polarity`` only for findings. ``by`` is a digest of the versions of the rules and of all that they see, so that what
did not change is not interpreted again. Context tells of services, areas and methods, and finds nothing. It is left
alone, and ``by`` is ``LEFT_ALONE`` then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from findings.interpretation import polarity, themes
from findings.models.interpretations import SEPARATOR

VERSION = f"{themes.VERSION}.{polarity.VERSION}"
LEFT_ALONE = "context"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An interpretation with the words of the record that led to it."""

    value: str
    because: tuple[str, ...]


def suggested(text: str, heading: str, *, with_polarity: bool) -> dict[str, Any]:
    """Interpret a text under its heading."""
    found: dict[str, Any] = {"by": digest(text, heading)}
    if with_polarity:
        reading = polarity.polarity_of(text, heading)
        found["polarity"] = [reading.polarity.value, list(reading.because)]
    found["themes"] = [[one.theme, list(one.because)] for one in themes.themes_of(text, heading)]
    return found


def left_alone() -> dict[str, Any]:
    """What is kept of a record that is not interpreted."""
    return {"by": LEFT_ALONE}


def is_interpreted(stored: Mapping[str, Any]) -> bool:
    """Whether the rules have read a record: not yet where nothing is stored, and never what is left alone."""
    return stored.get("by") not in (None, LEFT_ALONE)


def digest(text: str, heading: str) -> str:
    """A short digest of the versions of the rules and of what they see."""
    return blake2b("\x00".join((VERSION, heading, text)).encode(), digest_size=8).hexdigest()


def value_of(stored: Mapping[str, Any], field: str) -> str:
    """The suggested value of ``polarity`` or ``themes`` as its column holds it; "" if there is none."""
    if field == "polarity":
        return str(stored[field][0]) if field in stored else ""
    return SEPARATOR.join(code for code, _ in stored.get("themes", ()))


def suggested_themes(stored: Mapping[str, Any]) -> tuple[Suggestion, ...]:
    """The suggested themes, the most certain first."""
    return tuple(Suggestion(code, tuple(because)) for code, because in stored.get("themes", ()))


def suggested_polarity(stored: Mapping[str, Any]) -> Suggestion | None:
    """The suggested polarity; None for records that have none."""
    return Suggestion(stored["polarity"][0], tuple(stored["polarity"][1])) if "polarity" in stored else None
