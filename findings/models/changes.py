"""What a correction can be about, besides a column: the structural changes of records, by the name of their field.

Their record is known as that of any other correction. What they hold as ``value_read`` and ``value_set``:

- ``section``: the anchor of the section in which the record was read, and of the one in which it belongs, or None;
- ``suppressed``: the words of the record, and True;
- ``split``: the whole text; ``first`` and ``second`` are its parts, ``made`` the anchor of the row made for the second;
- ``joined``: the text of the record; ``text`` is that of both, ``with`` the anchor of the record that goes;
- ``added``: None, and the words of a row made by hand;
- ``reference/…``: the anchor that was found for a printed reference, or "", and the target that is meant, or "";
- ``polarity``, ``themes``, ``figures``: what rules suggested when a person decided, and the decision. Figures are a
  list, each with the words of the text that print it (``findings.interpretation.figures_decided``).
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from findings.models.corrections import Correction

SECTION = "section"
SUPPRESSED = "suppressed"
SPLIT = "split"
JOINED = "joined"
ADDED = "added"
REFERENCE = "reference/"
OF_TEXTS = (SPLIT, JOINED)
"""The changes that set a text and whose record is weighed by its whole text."""
STRUCTURAL = (SUPPRESSED, SPLIT, JOINED, ADDED)
FIGURES = "figures"
INTERPRETATIONS = ("polarity", "themes", FIGURES)
"""What people decide about a record that no document prints."""
LABELS = {
    SECTION: "Section",
    SUPPRESSED: "Taken out",
    SPLIT: "Split",
    JOINED: "Joined with the next",
    ADDED: "Added by hand",
    "polarity": "Polarity",
    "themes": "Themes",
    FIGURES: "Figures",
}


def is_column(field: str) -> bool:
    """Whether a correction of this name sets a column that was read."""
    return field not in STRUCTURAL and not is_interpretation(field) and not is_reference(field)


def is_interpretation(field: str) -> bool:
    """Whether a correction of this name decides what a record is about, or its polarity."""
    return field in INTERPRETATIONS


def is_reference(field: str) -> bool:
    """Whether a correction of this name decides where a reference leads."""
    return field.startswith(REFERENCE)


def reference_field(target: str, ref: str, printed: str) -> str:
    """The name under which a reference is decided: its number, or a digest of its words if it prints none.

    References of one record with the same number to the same kind are decided together.
    """
    return f"{REFERENCE}{target}/{ref or '~' + blake2b(printed.encode(), digest_size=6).hexdigest()}"


def text_set(correction: Correction) -> str | None:
    """The text that a split or joined record shows; None for other corrections."""
    names = {SPLIT: "first", JOINED: "text"}
    if (name := names.get(correction.field)) is None:
        return None
    return str(details(correction)[name])


def details(correction: Correction) -> dict[str, Any]:
    """What a structural change set, by name."""
    return dict(correction.value_set or {})


def words_of_value(field: str, value: Any) -> str:
    """What a structural change of this name read or set, in words."""
    if field == FIGURES:
        return _figures_in_words(value or [])
    if not isinstance(value, dict):
        words = "Taken out" if value is True else str(value or "")
        return words.replace(",", ", ") if is_interpretation(field) else words
    if field == SPLIT:
        return f"{value['first']}\n\n{value['second']}"
    if field == JOINED:
        return str(value["text"])
    return f"{value['anchor']}: {value['words']}" if value.get("anchor") else "No target"


def _figures_in_words(figures: list[dict[str, str]]) -> str:
    return "; ".join(f"{one['value']} {one['unit']} ({one['of'] or one['printed']})" for one in figures) or "None"


def label_of_field(field: str) -> str:
    """The label of a structural change; "" for a column."""
    if is_reference(field):
        _, target, number = field.split("/", 2)
        return f"Reference to {target} {number}" if not number.startswith("~") else f"Reference to a {target}"
    return LABELS.get(field, "")
