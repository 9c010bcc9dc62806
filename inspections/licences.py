"""The licences under which documents may be used again, and the words that they ask for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its name, the attribution that it asks for, what it allows, and where it stands ("" if nowhere)."""

    name: str
    attribution: str
    allows: str
    url: str = ""


OGL = Licence(
    "Open Government Licence v3.0",
    "Contains public sector information licensed under the Open Government Licence v3.0.",
    "You may copy, publish and adapt it, also commercially, if you say where it comes from.",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)
NON_COMMERCIAL = Licence(
    "Crown copyright, non-commercial reproduction",
    "© Crown copyright. Reproduced for non-commercial purposes, unadapted, with source and date stated.",
    "You may reproduce it for non-commercial purposes, if you do not adapt it and state its source and date.",
)
NOT_STATED = Licence(
    "Not stated",
    "The document does not state a licence.",
    "Ask its publisher before you reproduce more than a short quotation.",
)
LICENCES = {"OGL-3.0": OGL, "non-commercial": NON_COMMERCIAL}


def licence_of(code: str) -> Licence:
    """The licence of a code; one that is not known counts as not stated."""
    return LICENCES.get(code, NOT_STATED)
