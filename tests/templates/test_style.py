"""Templates are written alike, and HTML is written by templates alone."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.templates.names import FOLDER, templates

LONGEST_LINE = 120
HTML_IN_PYTHON = re.compile(r"\b(format_html(_join)?|mark_safe|SafeString|SafeText|html_safe)\b")
COMPONENT = re.compile(r"\b(govuk-[a-z]+(?:-[a-z]+)*)__")
PACKAGES = ("inspections", "findings", "ingest")
STATIC = FOLDER.parent / "static"
OWN = re.compile(r"(?<![\w-])(?:kb|editors|desk)-[\w-]+")
"""A class of our own. One that ends with a hyphen is the beginning of several, whose end is computed."""
ATTRIBUTE = re.compile(r'class="((?:[^"{]|\{[{%].*?[%}]\})*)"', re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


@pytest.mark.parametrize("path", list(templates()), ids=lambda path: str(path.relative_to(FOLDER)))
def test_lines_are_short_and_indented_by_two(path):
    text = path.read_text()
    assert text.endswith("\n")
    for number, line in enumerate(text.splitlines(), 1):
        assert len(line) <= LONGEST_LINE, f"line {number}"
        assert line == line.rstrip(), f"line {number} ends with white space"
        assert "\t" not in line, f"line {number} has a tab"
        assert (len(line) - len(line.lstrip())) % 2 == 0, f"line {number} is indented by an odd number of spaces"


def test_lines_of_styles_and_scripts_are_short():
    static = FOLDER.parent / "static"
    files = [static / "editors.css", *(static / "src").glob("*.scss"), *(static / "src").glob("*.js")]
    for path in files:
        assert not [line for line in path.read_text().splitlines() if len(line) > LONGEST_LINE], path.name


def test_the_stylesheet_has_every_component_of_govuk_that_a_template_uses():
    styles = (FOLDER.parent / "static" / "built" / "main.css").read_text()
    used = {name for path in templates() for name in COMPONENT.findall(path.read_text())}
    assert {name for name in used if not re.search(rf"\.{name}(?:__|--|[^\w-])", styles)} == set()


def styled() -> set[str]:
    """The classes of our own that the rules of stylesheets name."""
    rules = [COMMENT.sub("", path.read_text()) for path in (*STATIC.glob("*.css"), *(STATIC / "src").glob("*.scss"))]
    return {name for text in rules for name in re.findall(rf"\.({OWN.pattern})", text)}


def named_in(paths: Iterable[Path]) -> set[str]:
    """What may be a class of our own in some files."""
    return {name for path in paths for name in OWN.findall(path.read_text())}


def without_partner(names: Iterable[str], partners: set[str]) -> set[str]:
    """The classes that none of the others is, or can be."""
    beginnings = tuple(name for name in partners if name.endswith("-"))
    return {
        name
        for name in set(names) - partners
        if not name.startswith(beginnings)
        and not (name.endswith("-") and any(partner.startswith(name) for partner in partners))
    }


def test_every_rule_of_our_own_is_used():
    python = (path for package in PACKAGES for path in (FOLDER.parent / package).rglob("*.py"))
    assert without_partner(styled(), named_in([*templates(), *python, *(STATIC / "src").glob("*.js")])) == set()


def test_every_class_of_our_own_has_a_rule_or_is_looked_for_by_a_script_or_a_test():
    classes = {
        name for path in templates() for given in ATTRIBUTE.findall(path.read_text()) for name in OWN.findall(given)
    }
    looked_for = named_in([*(STATIC / "src").glob("*.js"), *(FOLDER.parent / "tests").rglob("*.py")])
    blocks = {re.split("__|--", name)[0] for name in styled()}
    assert without_partner(classes, styled() | looked_for | blocks) == set()


def test_python_writes_no_html():
    modules = [path for package in PACKAGES for path in (FOLDER.parent / package).rglob("*.py")]
    assert modules
    assert not [path.name for path in modules if HTML_IN_PYTHON.search(path.read_text())]


def test_templates_mark_nothing_safe():
    assert not [path.name for path in templates() if re.search(r"\|\s*safe\b|autoescape off", path.read_text())]
