"""What guides, README and decision records name exists: paths, modules, names in the code, commands and links.

Words in capitals ("PATH", "NAME.py") stand for what a reader puts in their place. The changelog is left out, because
it also tells of what has gone.
"""

import importlib
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("inspections", "findings", "ingest", "tests")
CODE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^ {4}(\S.*)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*/?")
PLACEHOLDER = re.compile(r"[A-Z][A-Z_]{3,}")
# What guides name that is not in the repository: made by the program or by people, and files at any place.
MADE = {"documents", "var", ".venv", "node_modules", "static/built", "../shared", "before.jsonl", "__init__.py"}
# Examples of what is printed or sent: anchors of records and headers.
EXAMPLES = {"rec-5/2", "annex/para-2", "action-1.10", "X-Forwarded-Proto", "logging.handlers.SysLogHandler"}
LONGEST_LINE = 120


@cache
def tracked() -> frozenset[str]:
    """The files that git keeps, and those that are new, as paths from the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return frozenset(name for name in names if (ROOT / name).is_file())


GUIDES = sorted(name for name in tracked() if name.endswith(".md") and name != "CHANGELOG.md")


@cache
def words_of_the_code() -> frozenset[str]:
    """Every identifier and every name with hyphens of the code, its settings and its data."""
    suffixes = (".py", ".html", ".toml", ".csv", ".scss")
    texts = [
        (ROOT / name).read_text() for name in tracked() if name.endswith(suffixes) and name != "tests/test_guides.py"
    ]
    return frozenset(word for text in texts for word in re.findall(r"[\w-]+", text))


def named(guide: str) -> Iterator[str]:
    """What stands between backticks, without what is only an address of the site."""
    for code in CODE.findall(re.sub(r"^```.*?^```", "", (ROOT / guide).read_text(), flags=re.MULTILINE | re.DOTALL)):
        if not code.startswith("/") and code not in EXAMPLES:
            yield code


def commands(guide: str) -> list[str]:
    """Everything that could be typed: lines set off as code, and what stands between backticks."""
    text = (ROOT / guide).read_text()
    return [*BLOCK.findall(text), *CODE.findall(text)]


def is_there(path: str, guide: str) -> bool:
    """Whether the path exists, from the root or from the folder of the guide; wildcards match something."""
    path = path.rstrip("/")
    if path in MADE or path.split("/")[0] in MADE or any(path.startswith(f"{made}/") for made in MADE):
        return True
    bases = (ROOT, (ROOT / guide).parent)
    return any(next(base.glob(path), None) if "*" in path else (base / path).exists() for base in bases)


def is_placeholder(word: str) -> bool:
    """Whether a word in capitals stands for something else, and is not the name of a file."""
    return bool(PLACEHOLDER.fullmatch(Path(word).stem)) and Path(word).stem not in {
        Path(name).stem for name in tracked()
    }


def is_path(code: str) -> bool:
    looks = "/" in code or code.endswith((".py", ".md", ".csv", ".toml", ".lock", ".html", ".json", ".yaml", ".jsonl"))
    return looks and bool(PATH.fullmatch(code)) and not any(map(is_placeholder, Path(code).parts))


def is_module(code: str) -> bool:
    return bool(re.fullmatch(rf"(?:{'|'.join(PACKAGES)})(?:\.\w+)+", code))


def resolves(dotted: str) -> bool:
    """Whether the dotted name is a module, or a name in one."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for name in parts[length:]:
            if not hasattr(found, name):
                return False
            found = getattr(found, name)
        return True
    return False


def test_the_guides_are_there():
    assert {"README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"} <= set(GUIDES)
    assert any("/decisions/" in guide for guide in GUIDES)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_exists(guide):
    assert [code for code in named(guide) if is_path(code) and not is_there(code, guide)] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_link_leads_somewhere(guide):
    targets = [target for target in LINK.findall((ROOT / guide).read_text()) if not target.startswith(("https:", "#"))]
    folder = (ROOT / guide).parent
    assert [target for target in targets if not (folder / target.split("#")[0]).exists()] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_module_and_name_is_in_the_code(guide):
    codes = [code for code in named(guide) if not is_path(code)]
    modules = [code for code in codes if is_module(code)]
    assert [code for code in modules if not resolves(code)] == []
    names = [code for code in codes if re.fullmatch(r"[A-Za-z_]\w*(?:[.-]\w+)*", code) and code not in modules]
    parts = {part for name in names for part in (name.split(".") if "-" not in name else [name])}
    assert sorted(part for part in parts if part not in words_of_the_code() and not is_placeholder(part)) == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_name_stands_in_the_file_that_is_named_with_it(guide):
    text = " ".join((ROOT / guide).read_text().split())
    for name, path in re.findall(r"`(\w+)` (?:in |\()`([\w./-]+\.\w+)`", text):
        base = ROOT if (ROOT / path).is_file() else (ROOT / guide).parent
        assert re.search(rf"\b{name}\b", (base / path).read_text()), f"{name} in {path}"


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_can_be_typed(guide):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for line in commands(guide):
        if made := re.match(r"make ([a-z]+)", line):
            assert made[1] in targets, line
        for command in re.findall(r"manage\.py (\w+)", line):
            assert command in get_commands(), line
        for module in re.findall(r"python -m ([\w.]+)", line):
            assert resolves(module), line
        for test in re.findall(r"\b(tests/[\w/.]+)", line):
            assert is_there(test, guide), line


@pytest.mark.parametrize("guide", GUIDES)
def test_lines_fit_an_editor(guide):
    lines = (ROOT / guide).read_text().splitlines()
    assert [line for line in lines if len(line) > LONGEST_LINE and not re.search(r"\||\]\(|^ {4}", line)] == []


def test_the_guide_to_profiles_lists_every_module_that_profiles_use_and_every_folder_of_them():
    guide = (ROOT / "ingest" / "profiles" / "README.md").read_text()
    modules = [f"`{name}`" for name in tracked() if re.fullmatch(r"ingest/structure/(?!__init__)\w+\.py", name)]
    assert len(modules) > 30
    assert sorted(module for module in modules if module not in guide) == []
    folders = {name.split("/")[2] for name in tracked() if re.fullmatch(r"ingest/profiles/\w+/\w+\.py", name)}
    assert sorted(folder for folder in folders if f"`{folder}/" not in guide) == []


def test_every_decision_record_is_in_the_index_and_has_its_parts():
    index = (ROOT / ".github" / "CONTRIBUTING.md").read_text()
    records = [guide for guide in GUIDES if "/decisions/" in guide]
    assert records
    for record in records:
        assert f"(../{record})" in index, record
        text = (ROOT / record).read_text()
        assert re.match(rf"# {int(Path(record).name[:4])}\. ", text), record
        for part in ("**Context.**", "**Decision.**", "**Consequences.**"):
            assert part in text, record
        assert len(text.splitlines()) <= 50, record


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text().splitlines()) <= 120
