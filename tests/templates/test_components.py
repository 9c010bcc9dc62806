"""Components of pages: each says what it shows and takes, and gets exactly that by name."""

import pytest

from tests.templates.names import FOLDER, components, declared, header, names_of, templates

ADMIN = "admin/"
"""Templates that extend those of Django's admin, whose names come from there."""


def name(path):
    return str(path.relative_to(FOLDER))


COMPONENTS = {name(path): path.read_text() for path in components()}
PAGES = {name(path): path.read_text() for path in templates() if not name(path).startswith(ADMIN)}


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_begins_with_what_it_shows_and_takes(component):
    assert header(COMPONENTS[component]).split(" Takes: ")[0].endswith("."), "a sentence, then 'Takes: …'"
    required, optional = declared(COMPONENTS[component])
    assert required | optional == names_of(COMPONENTS[component]).taken


@pytest.mark.parametrize("page", PAGES)
def test_includes_name_all_that_the_component_takes_and_nothing_else(page):
    for include in names_of(PAGES[page]).includes:
        assert include.is_only, f"{include.name}: without only it would see everything"
        if not include.name:
            continue
        required, optional = declared(COMPONENTS[include.name])
        given = set(include.arguments)
        assert required <= given <= required | optional, f"{include.name} takes {required}, {optional}, not {given}"


def test_every_component_is_used():
    used = {include.name for text in PAGES.values() for include in names_of(text).includes}
    admin = " ".join(path.read_text() for path in (FOLDER / ADMIN).rglob("*.html"))
    python = " ".join(
        path.read_text() for folder in ("inspections", "findings") for path in (FOLDER.parent / folder).rglob("*.py")
    )
    records = {f"components/records/{kind}.html" for kind in ("finding", "recommendation", "action", "risk")}
    assert not [
        component for component in COMPONENTS if component not in used | records and component not in python + admin
    ]
