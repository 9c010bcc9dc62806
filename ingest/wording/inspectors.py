"""The lead inspector: a name without titles ("Mr") or offices ("His Majesty's Inspector", "HMI", "Ofsted Inspector").

Printed as "Lead inspector: Name, His Majesty's Inspector" or, until 2013, "Reporting inspector Name HMI"; the deputy, the
shadow and the team are other people.
"""

import re

_LABEL = re.compile(r"^\s*(?:lead|reporting)\s+inspectors?\b\s*[:\u2010-\u2015-]?\s*(?P<name>.*)$", re.I | re.S)
_OFFICE = re.compile(
    r"[\s,(\u2010-\u2015-]*\b(?:H(?:is|er)\s+Majest(?:y|ies)\W?s?\W?s?\s+Inspectors?|HMI|S?HMI|(?:Senior\s+)?Ofsted\s+Inspector"
    r"|Senior\s+HMI|Social\s+Care\s+Regulatory\s+Inspector|Regulatory\s+Inspection\s+Manager)\b.*$",
    re.I | re.S,
)
_NEXT_LABEL = re.compile(
    r"\s*\b(?:deputy|team|shadow|senior|quality|additional|assistant|age\s+group)\b.*$", re.I | re.S
)
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+")
_NAME = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s+\(?[^\W\d_][\w.'’\-]*\)?){1,4}$")


def is_lead_inspector(text: str) -> bool:
    """Tell whether the text is the line of the lead inspector, with or without the name on it."""
    return bool(_LABEL.match(text))


def lead_inspector(text: str) -> str | None:
    """The name on a line of the lead inspector, or None when the line is another one or its name cannot be made out."""
    match = _LABEL.match(text)
    return person(match["name"]) if match else None


def person(text: str) -> str | None:
    """A name without titles and offices; None when what remains is not two to five words of a name."""
    name = _NEXT_LABEL.sub("", _OFFICE.sub("", re.sub(r"\s+", " ", text).strip()))
    name = _TITLE.sub("", name.strip(" ,;:.\u2013-"))
    return name if _NAME.match(name) else None
