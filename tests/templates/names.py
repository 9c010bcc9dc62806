"""Which names a template takes from outside, which parts it includes, and with which arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.template.base import FilterExpression, Lexer, Parser, Token, TokenType
from django.template.engine import Engine
from django.template.smartif import OPERATORS

FOLDER = Path(settings.BASE_DIR, "templates")
COMPONENTS = "components/"
GIVEN = {"forloop", "block", "True", "False", "None", ""}
"""Names that Django itself gives."""
HEADER = re.compile(r"\A((?:\{#.*?#\}\n)+)")
TAKES = re.compile(r"Takes: (.+?)\.(?= #|\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Include:
    """One ``{% include %}``: its template ("" when computed), the names of its arguments, whether it has ``only``."""

    name: str
    arguments: tuple[str, ...]
    is_only: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What a template takes from outside, and what it includes."""

    taken: frozenset[str]
    includes: tuple[Include, ...]


def templates() -> Iterator[Path]:
    """Every template of the project."""
    return iter(sorted(FOLDER.rglob("*.html")))


def components() -> Iterator[Path]:
    """Every template that others include."""
    return iter(sorted((FOLDER / COMPONENTS).rglob("*.html")))


def header(text: str) -> str:
    """The comment at the beginning of a template, as one line."""
    found = HEADER.match(text)
    lines = found.group(1).splitlines() if found else []
    return " ".join(line.removeprefix("{#").removesuffix("#}").strip() for line in lines)


def declared(text: str) -> tuple[set[str], set[str]]:
    """The arguments that the comment names: those that must be given, and those that may."""
    found = TAKES.search(header(text))
    if found is None:
        return set(), set()
    required, _, optional = found.group(1).partition("optional: ")
    return _listed(required), _listed(optional)


def _listed(names: str) -> set[str]:
    return {name for name in re.split(r"[,;\s]+", names) if name and name != "nothing"}


def names_of(text: str) -> Names:
    """What the template takes and includes."""
    return _Reader(text).read()


class _Reader:
    """Reads a template token by token, with the names that its tags bind."""

    def __init__(self, text: str) -> None:
        engine = Engine.get_default()
        self.parser = Parser([], engine.template_libraries, engine.template_builtins)
        self.tokens = Lexer(text).tokenize()
        self.bound: list[set[str]] = [set()]
        self.taken: set[str] = set()
        self.includes: list[Include] = []

    def read(self) -> Names:
        """All tokens in turn."""
        for token in self.tokens:
            if token.token_type == TokenType.VAR:
                self.use(token.contents)
            elif token.token_type == TokenType.BLOCK:
                self.tag(token)
        return Names(frozenset(self.taken), tuple(self.includes))

    def use(self, expression: str) -> None:
        """Note the names in an expression with filters."""
        found = FilterExpression(expression, self.parser)
        variables = [found.var, *(value for _, args in found.filters for is_variable, value in args if is_variable)]
        for variable in variables:
            name = variable.lookups[0] if getattr(variable, "lookups", None) else ""
            if name not in GIVEN and not any(name in names for names in self.bound):
                self.taken.add(name)

    def tag(self, token: Token) -> None:
        """Note what a tag uses and binds."""
        name, *bits = token.split_contents()
        match name:
            case "load":
                self.load(bits)
            case "if" | "elif":
                for bit in bits:
                    if bit not in OPERATORS and bit not in ("not",):
                        self.use(bit)
            case "for":
                at = bits.index("in")
                self.use(bits[at + 1])
                self.bound.append({one.strip(",") for bit in bits[:at] for one in bit.split(",") if one})
            case "with":
                self.keywords(bits)
                self.bound.append({bit.partition("=")[0] for bit in bits})
            case "choices":
                self.arguments(bits)
                self.bound.append({"choice"})
            case "endfor" | "endwith" | "endchoices":
                self.bound.pop()
            case "include":
                self.include(bits)
            case "regroup":
                self.use(bits[0])
                self.bound[0].add(bits[-1])
            case "url" | "querystring" | "cycle" | "firstof":
                self.arguments(bits)
            case _ if name in self.parser.tags and name not in ("static", "block", "extends", "csrf_token", "comment"):
                self.arguments(bits)

    def load(self, bits: list[str]) -> None:
        """Know the tags and filters of the libraries."""
        for library in bits:
            self.parser.add_library(self.parser.libraries[library])

    def arguments(self, bits: list[str]) -> None:
        """Positional and named arguments, and the name under which the outcome is kept."""
        if "as" in bits:
            self.bound[0].add(bits[-1])
            bits = bits[: bits.index("as")]
        for bit in bits:
            self.use(bit.partition("=")[2] if re.match(r"\w+=", bit) else bit)

    def keywords(self, bits: list[str]) -> None:
        """Named arguments."""
        for bit in bits:
            self.use(bit.partition("=")[2])

    def include(self, bits: list[str]) -> None:
        """An included part and its arguments."""
        target, *rest = bits
        if target[0] not in "\"'":
            self.use(target)
        given = [bit for bit in rest if "=" in bit]
        self.keywords(given)
        name = target.strip("\"'") if target[0] in "\"'" else ""
        self.includes.append(Include(name, tuple(bit.partition("=")[0] for bit in given), "only" in rest))
