"""Sources of documents, as they are declared in a TOML file: ``sources.toml`` beside this, or one of the site's own.

Each table ``[sources.NAME]`` is a source. What it may say and what that means stands in ``README.md``; a mistake is
told in a sentence that names the source and the key.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.fetch.hosts import HOST, HTTPS, SCHEMES, AllowedHosts, parsed
from inspections.vocabulary import Incoming, SourceKind

SOURCES = Path(__file__).with_name("sources.toml")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_NAME, LONGEST_TITLE = 60, 200
URN = "{urn}"
ARCHIVE, PAGE = "zip", "html"
TYPES = frozenset({"pdf", "docx", "odt", "rtf", "xlsx", "xls", "xlsb", "ods", "csv", "txt", "md", "eml", PAGE, ARCHIVE})
"""The kinds of file that a source may allow, by the suffixes that they have on the disk."""


class SourcesError(ValueError):
    """Sources are declared wrongly; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class FetchSource:
    """A source of documents.

    ``addresses`` and ``lists`` (files with an address a line) are asked by a source of the kind "addresses", ``page``
    with each of ``urns`` in place of "{urn}" by one of the kind "providers"; without ``urns`` these are the provider
    numbers of all authorities. ``documents`` matches the addresses on pages that are documents; a source without it
    has no pages. Times are in seconds (``every``), hours and days.
    """

    name: str
    title: str
    kind: SourceKind
    allowed: AllowedHosts
    incoming: Incoming = Incoming.DRAFT
    types: frozenset[str] = frozenset({"pdf"})
    addresses: tuple[str, ...] = ()
    lists: tuple[Path, ...] = ()
    page: str = ""
    urns: tuple[str, ...] = ()
    documents: re.Pattern[str] | None = None
    every: float = 2.0
    pages_hours: int = 12
    documents_days: int = 30

    @property
    def has_pages(self) -> bool:
        """Whether what it asks first are pages with links to documents."""
        return self.documents is not None


def load_sources(path: Path = SOURCES) -> tuple[FetchSource, ...]:
    """The sources of a file, in its order. Raises SourcesError."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourcesError(f"The file of sources {path} cannot be opened: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourcesError(f"The file of sources {path} is no TOML: {error}.") from error
    declared = content.get("sources")
    if not isinstance(declared, dict) or not declared or len(content) > 1:
        raise SourcesError(f"The file of sources {path} must hold tables [sources.NAME], and nothing else.")
    return tuple(_Declaration(name, facts, path.parent).source() for name, facts in declared.items())


@dataclass
class _Declaration:
    """One table of the file, from which values are taken one by one; what is left is not known."""

    name: str
    facts: Any
    folder: Path
    left: dict[str, Any] = field(default_factory=dict)

    def source(self) -> FetchSource:
        if not NAME.fullmatch(self.name) or len(self.name) > LONGEST_NAME or not isinstance(self.facts, dict):
            raise SourcesError(f"“{self.name}” is no source: name it with small letters, digits and hyphens.")
        self.left = dict(self.facts)
        kind = self._choice("kind", SourceKind, None)
        found = FetchSource(
            name=self.name,
            title=self._text("title", LONGEST_TITLE),
            kind=kind,
            allowed=AllowedHosts(self._hosts(), self._schemes()),
            incoming=self._choice("incoming", Incoming, Incoming.DRAFT),
            types=self._types(),
            addresses=self._addresses() if kind is SourceKind.ADDRESSES else (),
            lists=self._lists() if kind is SourceKind.ADDRESSES else (),
            page=self._page() if kind is SourceKind.PROVIDERS else "",
            urns=self._strings("urns", re.compile(r"\d{1,10}"), "numbers") if kind is SourceKind.PROVIDERS else (),
            documents=self._pattern(),
            every=self._number("every", 2.0, 0.5),
            pages_hours=int(self._number("pages_hours", 12, 0)),
            documents_days=int(self._number("documents_days", 30, 0)),
        )
        if self.left:
            raise self._wrong(sorted(self.left)[0], "is not known for a source of this kind")
        if kind is SourceKind.ADDRESSES and not (found.addresses or found.lists):
            raise self._wrong("addresses", "or lists must name something")
        if kind is SourceKind.PROVIDERS and found.documents is None:
            raise self._wrong("documents", "must tell which links of a page are documents")
        return found

    def _wrong(self, key: str, what: str) -> SourcesError:
        return SourcesError(f"Source “{self.name}”: {key} {what}.")

    def _text(self, key: str, longest: int) -> str:
        value = self.left.pop(key, "")
        if not isinstance(value, str) or not value.strip() or len(value) > longest:
            raise self._wrong(key, f"must be words, {longest} characters at most")
        return value.strip()

    def _choice(self, key: str, terms: Any, default: Any) -> Any:
        value = self.left.pop(key, default)
        if value not in terms.values():
            raise self._wrong(key, f"must be {' or '.join(terms.values())}")
        return terms(value)

    def _number(self, key: str, default: float, least: float) -> float:
        value = self.left.pop(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= 10_000:
            raise self._wrong(key, f"must be a number of at least {least}")
        return float(value)

    def _strings(self, key: str, form: re.Pattern[str], what: str) -> tuple[str, ...]:
        values = self.left.pop(key, [])
        if not isinstance(values, list) or not all(isinstance(one, str) and form.fullmatch(one) for one in values):
            raise self._wrong(key, f"must be a list of {what}, each in quotation marks")
        return tuple(dict.fromkeys(values))

    def _hosts(self) -> frozenset[str]:
        found = self._strings("hosts", HOST, "whole names of hosts in small letters")
        if not found:
            raise self._wrong("hosts", "must name the hosts that may be asked")
        return frozenset(found)

    def _schemes(self) -> frozenset[str]:
        found = self._strings("schemes", re.compile("|".join(SCHEMES)), f"{' and '.join(SCHEMES)}")
        return frozenset(found) or frozenset({HTTPS})

    def _types(self) -> frozenset[str]:
        found = self._strings("types", re.compile("|".join(TYPES)), f"kinds of file ({', '.join(sorted(TYPES))})")
        return frozenset(found) or frozenset({"pdf"})

    def _addresses(self) -> tuple[str, ...]:
        found = self._strings("addresses", re.compile(r"\S+"), "addresses")
        for address in found:
            if parsed(address) is None:
                raise self._wrong("addresses", f"holds “{address[:100]}”, which is no address")
        return found

    def _lists(self) -> tuple[Path, ...]:
        return tuple(self.folder / name for name in self._strings("lists", re.compile(r"[^\0]+"), "files"))

    def _page(self) -> str:
        value = self._text("page", 500)
        if URN not in value or parsed(value.replace(URN, "1")) is None:
            raise self._wrong("page", f"must be the address of a provider’s page, with {URN} for its number")
        return value

    def _pattern(self) -> re.Pattern[str] | None:
        value = self.left.pop("documents", None)
        if value is None:
            return None
        try:
            return re.compile(value)
        except (re.error, TypeError) as error:
            raise self._wrong("documents", f"is no pattern ({error})") from error


def chosen(sources: tuple[FetchSource, ...], names: tuple[str, ...]) -> tuple[FetchSource, ...]:
    """The sources of these names, in the order of the file; all without a name. Raises SourcesError."""
    known = {source.name for source in sources}
    if unknown := [name for name in names if name not in known]:
        raise SourcesError(f"There is no source “{unknown[0]}”. Known are: {', '.join(sorted(known))}.")
    return tuple(source for source in sources if not names or source.name in names)
