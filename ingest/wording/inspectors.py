"""The lead inspector: a name without titles ("Mr") or offices ("His Majesty's Inspector", "HMI", "Ofsted Inspector").

Printed as "Lead inspector: Name, His Majesty's Inspector" or, until 2013, "Reporting inspector Name HMI". The deputy,
the shadow and the team are other people.
"""

import re

_LABEL = re.compile(r"^\s*(?:lead|reporting)\s+inspectors?\b\s*[:\u2010-\u2015-]?\s*(?P<name>.*)$", re.I | re.S)
_OFFICE = re.compile(
    r"[\s,(\u2010-\u2015-]*\b(?:H(?:is|er)\s+Majest(?:y|ies)\W?s?\W?s?\s+Inspectors?|HMI|S?HMI"
    r"|(?:Senior\s+)?Ofsted\s+Inspector|Senior\s+HMI|Social\s+Care\s+Regulatory\s+Inspector|Regulatory\s+Inspection\s+Manager)\b.*$",
    re.I | re.S,
)
_NEXT_LABEL = re.compile(
    r"\s*\b(?:deputy|team|shadow|senior|quality|additional|assistant|age\s+group)\b.*$", re.I | re.S
)
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+")
_NO_NAME = re.compile(r"^(?i:to\s+be|not|yet\s+to|tb[acd]|as|see|name|unknown|unnamed|withheld)\b|\s[a-z]+$")
"""Words that stand in place of a name ("to be told"), and those of a sentence: a surname has a capital."""
_NAME = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s+\(?[^\W\d_][\w.'’\-]*\)?){1,4}$")


def is_lead_inspector(text: str) -> bool:
    """Tell whether the text is the line of the lead inspector; the name itself may be missing from it."""
    return bool(_LABEL.match(text))


def lead_inspector(text: str) -> str | None:
    """Return the name on the line of the lead inspector; None for another line, or when its name cannot be read."""
    match = _LABEL.match(text)
    return person(match["name"]) if match else None


def person(text: str) -> str | None:
    """Return a name without titles and offices; None when the rest is not a name of two to five words."""
    name = _NEXT_LABEL.sub("", _OFFICE.sub("", re.sub(r"\s+", " ", text).strip()))
    name = _TITLE.sub("", name.strip(" ,;:.\u2013-"))
    return name if _NAME.match(name) and not _NO_NAME.search(name) else None
