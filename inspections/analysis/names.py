"""Names that documents write in several ways, brought together: lead inspectors, and what visits looked at.

Two names are the same if they agree without titles, capitals, accents, and spaces around hyphens. The form that is
shown is the one with the most capitals, of several such the most frequent.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from inspections.lists.as_at import VISITS
from inspections.models import Inspection

TITLES = re.compile(r"[,\s]+(?:HMI|H\.M\.I\.|Her Majesty[’']s Inspector|His Majesty[’']s Inspector)\b.*$", re.I)
HYPHEN, SPACES = re.compile(r"\s*-\s*"), re.compile(r"\s+")


def without_title(name: str) -> str:
    """Return a name as printed, without what follows it."""
    return HYPHEN.sub("-", SPACES.sub(" ", TITLES.sub("", name))).strip(" .,")


def key_of(name: str) -> str:
    """Return what two forms of the same name have in common, as it stands in addresses: "anna-marsh"."""
    plain = unicodedata.normalize("NFKD", without_title(name)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def shown(forms: Iterable[str]) -> dict[str, str]:
    """Return, by the key of each name, the form that is shown."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for form in forms:
        if key := key_of(form):
            found[key][without_title(form)] += 1
    return {key: max(counts, key=lambda form: (_capitals(form), counts[form], form)) for key, counts in found.items()}


def _capitals(form: str) -> int:
    return sum(letter.isupper() for letter in form)


def lead_inspectors() -> Iterable[tuple[str, str]]:
    """Return lead inspectors by key, by name."""
    names = Inspection.objects.published().exclude(lead_inspector="").order_by()
    return sorted(shown(names.values_list("lead_inspector", flat=True)).items(), key=lambda one: one[1].lower())


def themes_of_visits() -> Iterable[tuple[str, str]]:
    """Return what visits looked at by key, by name."""
    themes = Inspection.objects.published().filter(framework__code__in=VISITS).exclude(theme="").order_by()
    return sorted(shown(themes.values_list("theme", flat=True)).items(), key=lambda one: one[1].lower())
