"""The licences of documents: the attribution that they ask for, and what everyone gets of a document under each.

Whether pages are shown as images, and whether the file is offered to everyone, is decided here and nowhere else. Pages
are shown beside what was read from them, with their source, as evidence for a quotation. A file is offered where the
document itself states a licence that allows it; where it states none, it is for members of staff only. Of several
reports in one file, the most restrictive licence decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its name, the attribution that it asks for, what it allows, and its address ("" if none).

    ``pages_shown`` and ``file_offered`` tell what everyone gets of a document under it.
    """

    name: str
    attribution: str
    allows: str
    url: str = ""
    pages_shown: bool = True
    file_offered: bool = True


def _ogl(version: int) -> Licence:
    return Licence(
        f"Open Government Licence v{version}.0",
        f"Contains public sector information licensed under the Open Government Licence v{version}.0.",
        "You may copy, publish and adapt it, also commercially, if you say where it comes from.",
        f"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/{version}/",
    )


NON_COMMERCIAL = Licence(
    "Crown copyright, non-commercial reproduction",
    "© Crown copyright. Reproduced for non-commercial purposes, unadapted, with source and date stated.",
    "You may reproduce it for non-commercial purposes, if you do not adapt it and state its source and date.",
)
EDUCATIONAL = Licence(
    "Crown copyright, non-commercial educational reproduction",
    "© Crown copyright. Reproduced for non-commercial educational purposes, unadapted, with source and date stated.",
    "You may reproduce it for non-commercial educational purposes, unadapted, with its source and date.",
)
NOT_STATED = Licence(
    "Not stated",
    "The document does not state a licence.",
    "Ask its publisher before you reproduce more than a short quotation.",
    file_offered=False,
)
LICENCES = {"OGL-3.0": _ogl(3), "OGL-2.0": _ogl(2), "non-commercial": NON_COMMERCIAL, "educational": EDUCATIONAL}


def licence_of(code: str) -> Licence:
    """The licence with a code; for an unknown code, ``NOT_STATED``."""
    return LICENCES.get(code, NOT_STATED)


def pages_shown(codes: Iterable[str]) -> bool:
    """Whether everyone may see the pages of a file whose reports have these licences; without a report, no."""
    licences = [licence_of(code) for code in codes]
    return bool(licences) and all(licence.pages_shown for licence in licences)


def file_offered(codes: Iterable[str]) -> bool:
    """Whether everyone may download a file whose reports have these licences; without a report, no."""
    licences = [licence_of(code) for code in codes]
    return bool(licences) and all(licence.file_offered for licence in licences)
