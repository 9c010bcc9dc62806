"""The themes: their codes, names and what each covers, from ``themes.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme; ``covers`` is what belongs to it, in the words of the field."""

    code: str
    name: str
    covers: str


def _themes() -> Mapping[str, Theme]:
    with (FOLDER / "themes.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["code"]: Theme(**row) for row in csv.DictReader(file)})


THEMES: Mapping[str, Theme] = _themes()
"""Every theme by its code, in the order of the file."""
