"""Files that are zip packages: which kind of document they hold, and limits before anything of them is unpacked.

A package is told by its contents: Office documents name their parts in ``[Content_Types].xml``, OpenDocument in a
first member ``mimetype``. Everything else that is a zip is an archive (``ingest.containers``).
"""

from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

from ingest.notices import Refused
from ingest.signatures import UNPACKING_ERRORS
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

MAX_MEMBERS = 5_000
MAX_UNPACKED = 120 << 20
"""Bytes that the members of a package may have together, as its directory states them."""

MAX_RATIO = 200
"""How many times its packed size a member of more than ``SMALL`` bytes may have unpacked."""

SMALL = 4 << 20
LONGEST_NAME_OF_KIND = 200

PARTS = (
    (b"wordprocessingml.document.main+xml", MediaType.WORD),
    (b"ms-word.document.macroEnabled.main+xml", MediaType.WORD),
    (b"wordprocessingml.template.main+xml", MediaType.WORD),
    (b"ms-word.template.macroEnabledTemplate.main+xml", MediaType.WORD),
    (b"spreadsheetml.sheet.main+xml", MediaType.EXCEL),
    (b"ms-excel.sheet.macroEnabled.main+xml", MediaType.EXCEL),
    (b"spreadsheetml.template.main+xml", MediaType.EXCEL),
    (b"ms-excel.template.macroEnabled.main+xml", MediaType.EXCEL),
    (b"ms-excel.sheet.binary.macroEnabled.main", MediaType.EXCEL_BINARY),
)
"""The type of the main part of an Office document, as ``[Content_Types].xml`` names it."""

OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": MediaType.OPEN_TEXT,
    b"application/vnd.oasis.opendocument.text-template": MediaType.OPEN_TEXT,
    b"application/vnd.oasis.opendocument.spreadsheet": MediaType.OPEN_SPREADSHEET,
    b"application/vnd.oasis.opendocument.spreadsheet-template": MediaType.OPEN_SPREADSHEET,
}
UNREAD = (
    (b"presentationml", "a PowerPoint presentation"),
    (b"visio", "a Visio drawing"),
    (b"opendocument.presentation", "a presentation"),
    (b"opendocument.graphics", "a drawing"),
    (b"epub+zip", "an electronic book"),
)
"""Kinds of documents that are not read, by a sign in the same places, each with its name."""

DAMAGED = "The file is damaged: it begins like a document of an office program and breaks off. Save it again."


def kind_of(data: bytes) -> MediaType | None:
    """The kind of document that a package holds, None for an archive of other files.

    Raises Refused when the package is damaged (``damaged-file``), too large (``too-large``), or of a kind that is not
    read (``kind-of-file``).
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            names = {info.filename: info for info in package.infolist()}
            types, kind = b"", b""
            with suppress(KeyError):
                if names["[Content_Types].xml"].file_size < SMALL:
                    types = package.read("[Content_Types].xml")
            with suppress(KeyError):
                if names["mimetype"].file_size < LONGEST_NAME_OF_KIND:
                    kind = package.read("mimetype").strip()
            if types or kind:
                _check(package)
    except UNPACKING_ERRORS as error:
        raise Refused(NoticeCode.DAMAGED_FILE, DAMAGED) from error
    if kind in OPEN_DOCUMENTS:
        return OPEN_DOCUMENTS[kind]
    for sign, found in PARTS:
        if sign in types:
            return found
    for sign, name in UNREAD:
        if sign in types or sign in kind:
            raise Refused(NoticeCode.KIND_OF_FILE, f"The file is {name}. Save it as PDF and read that.")
    return None


def _check(package: ZipFile) -> None:
    """Raise Refused for a package that would need too much room."""
    members = package.infolist()
    large = [one for one in members if one.file_size > max(SMALL, MAX_RATIO * one.compress_size)]
    if large or len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED:
        message = "The file unpacks to more than the program reads. Save what is needed of it as a file of its own."
        raise Refused(NoticeCode.TOO_LARGE, message)
