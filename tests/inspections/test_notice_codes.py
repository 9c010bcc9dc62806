"""Every code with which a notice can be raised is explained, and nothing else is. The codes are read from the program itself."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from inspections.notice_codes import GROUPS, explanation_of

SLUG = re.compile(r"[a-z]+(-[a-z0-9]+)*")
RAISERS = {"Notice", "Refused", "_refused", "_notice", "_doubt", "_about", "doubt"}


def modules() -> Iterator[ast.Module]:
    root = Path(settings.BASE_DIR)
    for package in ("ingest", "inspections", "findings"):
        for path in sorted((root / package).rglob("*.py")):
            if not {"migrations", "bench"} & set(path.parts):
                yield ast.parse(path.read_text())


def constants(node: ast.AST, known: dict[str, ast.AST]) -> set[str]:
    """The texts that an expression can be, names of the module followed."""
    if isinstance(node, ast.JoinedStr):
        start = str(getattr(node.values[0], "value", ""))
        texts = {text for value in known.values() for text in constants(value, {}) if text.startswith(start)}
        return {text for text in texts if SLUG.fullmatch(text)}
    found = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id in known:
            found |= constants(known[part.id], {name: value for name, value in known.items() if name != part.id})
    return {text for text in found if SLUG.fullmatch(text)}


def assigned(nodes: Iterable[ast.AST]) -> dict[str, ast.AST]:
    """What is assigned to names, by loops over tuples too."""
    found: dict[str, ast.AST] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
        if isinstance(node, ast.For) and isinstance(node.target, ast.Tuple) and isinstance(node.iter, ast.Tuple):
            for place, name in enumerate(node.target.elts):
                if isinstance(name, ast.Name):
                    rows = [row.elts[place] for row in node.iter.elts if isinstance(row, ast.Tuple)]
                    found[name.id] = ast.Tuple(elts=rows)
    return found


def imported(module: ast.Module) -> dict[str, ast.AST]:
    """The constants of other modules of the project, by the names that they have here."""
    found: dict[str, ast.AST] = {}
    for node in module.body:
        path = Path(settings.BASE_DIR, *(getattr(node, "module", None) or "none").split(".")).with_suffix(".py")
        if isinstance(node, ast.ImportFrom) and path.exists() and any(name.name.isupper() for name in node.names):
            there = assigned(ast.parse(path.read_text()).body)
            found |= {name.asname or name.name: there[name.name] for name in node.names if name.name in there}
    return found


def position(module: ast.Module, name: str) -> int:
    """Where the raiser takes its code."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            names = [argument.arg for argument in node.args.args if argument.arg not in ("self", "cls")]
            if "code" in names:
                return names.index("code")
    return 1 if name == "Notice" else 0


@cache
def codes() -> set[str]:
    found: set[str] = set()
    for module in modules():
        everywhere = assigned(module.body) | imported(module)
        for function in ast.walk(module):
            if not isinstance(function, ast.FunctionDef):
                continue
            known = everywhere | assigned(ast.walk(function))
            for call in ast.walk(function):
                if not isinstance(call, ast.Call):
                    continue
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                if name not in RAISERS:
                    continue
                place = position(module, name)
                given = [word.value for word in call.keywords if word.arg == "code"] or call.args[place : place + 1]
                for code in given:
                    found |= constants(code, known)
    return found


def test_the_program_raises_codes():
    assert {"missing-paragraphs", "not-a-pdf", "reader-timeout", "conflict", "signature-missing"} <= codes()


def test_every_code_is_explained_and_no_other():
    explained = [code for group in GROUPS for code in group.codes]
    assert len(explained) == len(set(explained))
    assert codes() == set(explained)


def test_explanations_are_sentences():
    for group in GROUPS:
        for code, sentence in group.codes.items():
            assert re.fullmatch(r"[A-Z].*\.", sentence), code


def test_a_code_without_explanation_has_none():
    assert explanation_of("never-raised") == ""
    assert explanation_of("encrypted").startswith("The PDF")


@pytest.mark.django_db
def test_the_page_about_the_data_explains_every_code(client):
    page = client.get(reverse("about")).content.decode()
    for code in codes():
        assert f'id="notice-{code}"' in page
