"""Files that hold other files: zip archives and e-mails with attachments; each member is a document of its own.

An office document is a zip, too, and is no container: its contents tell. Members are written into a folder that the
caller gives, under names made here, so that nothing lands outside of it. In this order a member is refused by its name:
it is locked with a password, too large, packed too densely to be honest, a container inside a container inside a
container, or damaged. Hidden members and the leavings of operating systems are passed over, as in a folder.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from ingest.files import FoundFile, Member, UnopenedPath, open_file, printable
from ingest.notices import Refused
from ingest.signatures import UNPACKING_ERRORS, is_mail, is_zip
from inspections.notice_codes import NoticeCode

HEAD = 8192
"""Bytes at the beginning of a file that tell whether it may be a container."""

MAX_MEMBERS = 500
MAX_TOTAL = 600 << 20
MAX_MEMBER = 120 << 20
"""Bytes that all members, and one of them, may have unpacked."""

SMALL = 4 << 20
MAX_RATIO = 200
"""How many times its packed size a member of more than ``SMALL`` bytes may have unpacked."""

PIECE = 1 << 20
DEEPEST = 1
"""A container inside a container is unpacked, one inside that is not."""

ENCRYPTED_FLAG = 1
SHOWN_PART = re.compile(r"[\\/]+")
LEAVINGS = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})

LOCKED = "It is locked with a password in its archive. Unpack it with the password and read the file."
LARGE = "It unpacks to more than the program reads. Unpack it and read the file by itself."
DEEP = "It is an archive inside an archive inside an archive. Unpack it and read what is in it."
BROKEN = "It is damaged in its archive. Pack it again, or read the file by itself."
DAMAGED = "The archive is damaged and cannot be opened. Download or pack it again."
NOTHING = "The archive has no documents in it."
MANY = f"The archive has more members than are read ({MAX_MEMBERS}); this and those behind it were left out. Split it."


@dataclass(slots=True)
class _Room:
    """The folder for members, how many were written, and how many bytes may still be."""

    folder: Path
    members: int = 0
    left: int = MAX_TOTAL

    def path(self) -> Path:
        """A place for the next member."""
        self.members += 1
        return self.folder / str(self.members)


def unpack(path: Path, name: str, folder: Path) -> tuple[Member, ...]:
    """The members of a container, or the file itself when it is none. Members are written into the folder."""
    return tuple(_unpack(FoundFile(path, name), _Room(folder), 0))


def _unpack(file: FoundFile, room: _Room, depth: int) -> Iterator[Member]:
    try:
        with open_file(file.path) as opened:
            head = opened.read(HEAD)
    except OSError:
        yield file  # whoever reads it says why it cannot be opened
        return
    if is_zip(head):
        yield from _archive(file, room, depth)
    elif is_mail(head):
        yield from _mail(file, room, depth)
    else:
        yield file


def _archive(file: FoundFile, room: _Room, depth: int) -> Iterator[Member]:
    try:
        with ZipFile(file.path) as archive:
            names = {info.filename for info in archive.infolist()}
            if names & {"[Content_Types].xml", "mimetype"}:
                yield file  # an office document, which its reader knows
                return
            if depth > DEEPEST:
                yield UnopenedPath(file.path, DEEP, file.name, NoticeCode.KIND_OF_FILE)
                return
            members = sorted(filter(_is_member, archive.infolist()), key=lambda info: info.filename)
            for info in members:
                shown = _shown(file.name, info.filename)
                if room.members >= MAX_MEMBERS:
                    yield UnopenedPath(file.path, MANY, shown, NoticeCode.TOO_LARGE)
                    return
                yield from _member(archive, info, FoundFile(room.path(), shown), room, depth)
    except UNPACKING_ERRORS:
        yield UnopenedPath(file.path, DAMAGED, file.name, NoticeCode.DAMAGED_FILE)
        return
    if not members:
        yield UnopenedPath(file.path, NOTHING, file.name, NoticeCode.EMPTY)


def _is_member(info: ZipInfo) -> bool:
    parts = SHOWN_PART.split(info.filename)
    return not info.is_dir() and not any(part in LEAVINGS or part.startswith(".") for part in parts if part != "..")


def _shown(container: str, name: str) -> str:
    """The name of a member behind that of its container, without steps out of it."""
    parts = [part for part in SHOWN_PART.split(name) if part not in ("", ".", "..")]
    return printable("/".join((container, *parts)))


def _member(archive: ZipFile, info: ZipInfo, member: FoundFile, room: _Room, depth: int) -> Iterator[Member]:
    if info.flag_bits & ENCRYPTED_FLAG:
        yield UnopenedPath(member.path, LOCKED, member.name, NoticeCode.ENCRYPTED)
        return
    dense = info.file_size > max(SMALL, MAX_RATIO * info.compress_size)
    if dense or info.file_size > min(MAX_MEMBER, room.left):
        yield UnopenedPath(member.path, LARGE, member.name, NoticeCode.TOO_LARGE)
        return
    try:
        with archive.open(info) as packed, member.path.open("wb") as written:
            while piece := packed.read(PIECE):
                room.left -= len(piece)
                written.write(piece)
    except UNPACKING_ERRORS:
        yield UnopenedPath(member.path, BROKEN, member.name, NoticeCode.DAMAGED_FILE)
        return
    yield from _unpack(member, room, depth + 1)


def _mail(file: FoundFile, room: _Room, depth: int) -> Iterator[Member]:
    from ingest.readers import mail  # a reader needs its libraries, and most runs meet no mail

    if depth > DEEPEST:
        yield UnopenedPath(file.path, DEEP, file.name, NoticeCode.KIND_OF_FILE)
        return
    with open_file(file.path) as opened:
        data = opened.read(MAX_MEMBER + 1)
    if len(data) > MAX_MEMBER:
        yield UnopenedPath(file.path, LARGE, file.name, NoticeCode.TOO_LARGE)
        return
    attachments = mail.attachments(data)
    try:
        mail.read(data)
    except Refused:
        if not attachments:
            yield file  # its reader says why
    else:
        yield file
    for name, attached in attachments[:MAX_MEMBERS]:
        member = FoundFile(room.path(), _shown(file.name, name))
        member.path.write_bytes(attached)
        yield from _unpack(member, room, depth + 1)
