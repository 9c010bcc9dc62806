"""Names that documents write in several ways, brought together: lead inspectors, and what visits looked at.

Two names are the same if they agree without titles, capitals, accents, and spaces around hyphens. The form that is
shown is the one with the most capitals, of several such the most frequent.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.db.models import Count, QuerySet

from inspections.caching.revision import for_revision
from inspections.lists.as_at import VISITS
from inspections.models import Inspection

TITLES = re.compile(r"[,\s]+(?:HMI|H\.M\.I\.|Her Majesty[’']s Inspector|His Majesty[’']s Inspector)\b.*$", re.I)
HYPHEN, SPACES = re.compile(r"\s*-\s*"), re.compile(r"\s+")

FORMS_KEPT = 20_000
"""The forms of names whose keys are remembered: England has some hundred lead inspectors."""


@lru_cache(maxsize=FORMS_KEPT)
def without_title(name: str) -> str:
    """Return a name as printed, without what follows it."""
    return HYPHEN.sub("-", SPACES.sub(" ", TITLES.sub("", name))).strip(" .,")


@lru_cache(maxsize=FORMS_KEPT)
def key_of(name: str) -> str:
    """Return what two forms of the same name have in common, as it stands in addresses: "anna-marsh"."""
    plain = unicodedata.normalize("NFKD", without_title(name)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def shown(forms: Iterable[str]) -> dict[str, str]:
    """Return, by the key of each name, the form that is shown."""
    return _shown(Counter(forms))


def _shown(forms: Mapping[str, int]) -> dict[str, str]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for form, number in forms.items():
        if key := key_of(form):
            found[key][without_title(form)] += number
    return {key: max(counts, key=lambda form: (_capitals(form), counts[form], form)) for key, counts in found.items()}


def _capitals(form: str) -> int:
    return sum(letter.isupper() for letter in form)


@for_revision
def lead_inspectors() -> Iterable[tuple[str, str]]:
    """Return lead inspectors by key, by name."""
    return _named(Inspection.objects.published(), "lead_inspector")


@for_revision
def themes_of_visits() -> Iterable[tuple[str, str]]:
    """Return what visits looked at by key, by name."""
    return _named(Inspection.objects.published().filter(framework__code__in=VISITS), "theme")


def _named(rows: QuerySet[Inspection], column: str) -> list[tuple[str, str]]:
    """The names that a column holds, each form counted by the database."""
    named = rows.exclude(**{column: ""}).order_by()
    forms: dict[str, int] = dict(named.values_list(column).annotate(number=Count("pk")))
    return sorted(_shown(forms).items(), key=lambda one: one[1].lower())
