"""The same document in other formats is read as the text is: reports in Word, plans in tables of every kind."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings

from ingest.exchange import to_json
from ingest.extract import extract
from tests.office import WordDocument, workbook

SAMPLE = (settings.BASE_DIR / "ingest" / "samples" / "12-ilacs-2023.txt").read_text()
PLACES = ("page", "line", "place", "boxes")
HEADING = 110
"""Characters; longer lines of the sample are no headings."""

TITLE = "Wexcombe Council: Children's Services Improvement Plan 2024"
PLAN = (
    ("Ref", "Action", "Lead officer", "By when", "Success measure", "RAG"),
    ("1.1", "Audit twenty plans, and tell staff", "Ann Grey, manager", "31/03/2025", "90% are good", "Amber"),
    ("1.2", "Train new staff", "Ben Moor", "Monthly", "All are trained", "Green"),
    ("2.1", "Open two homes", "Cleo Fenn", "TBC", "Homes are open", "Red"),
)


def report(data: bytes) -> Any:
    """The reports in a file, without their places."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(inner) for key, inner in value.items() if key not in PLACES}
        return [bare(inner) for inner in value] if isinstance(value, list) else value

    return bare(to_json(extract(data))["reports"])


def sample_in_word(with_lists: bool, with_styles: bool) -> bytes:
    """The sample as Word has it: numbers and headings as such, or typed."""
    made = WordDocument()
    numbers, bullets = made.lists(("decimal", "%1.")), made.lists(("bullet", "\uf0b7"))
    rows: list[list[str]] = []
    for line in [*SAMPLE.replace("\f", "").split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            made.table(*rows)
            rows = []
        number, bullet = re.match(r"\d+\.\s+(.*)", line), re.match(r"[-•]\s+(.*)", line)
        if with_lists and number:
            made.item(number[1], numbers)
        elif with_lists and bullet:
            made.item(bullet[1], bullets)
        elif with_styles and 0 < len(line) < HEADING and not re.search(r"[.:]", line):
            made.text(line, "Heading 2")
        elif line.strip():
            made.text(line)
    return made.data


@pytest.mark.parametrize("with_lists", [True, False], ids=["lists", "typed numbers"])
@pytest.mark.parametrize("with_styles", [True, False], ids=["styles", "no styles"])
def test_a_report_in_word_is_read_as_its_text(with_lists: bool, with_styles: bool) -> None:
    assert report(sample_in_word(with_lists, with_styles)) == report(SAMPLE.encode())


def in_word() -> bytes:
    made = WordDocument()
    made.text(TITLE, "Title")
    made.table(*PLAN)
    return made.data


def in_csv() -> bytes:
    rows = [[TITLE, *[""] * (len(PLAN[0]) - 1)], *PLAN]
    return "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode("cp1252")


def in_html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in PLAN)
    return f"<!DOCTYPE html><html><body><h1>{TITLE}</h1><table>{rows}</table></body></html>".encode()


@pytest.mark.parametrize(
    "made",
    [in_word, in_csv, in_html, lambda: workbook((TITLE,), (), *PLAN, merged=("A1:F1",))],
    ids=["Word", "CSV", "HTML", "Excel"],
)
def test_a_plan_has_the_same_actions_in_every_format(made: Callable[[], bytes]) -> None:
    text = "\n\n".join((TITLE, "\n".join("\t".join(row) for row in PLAN))).encode()
    (plan,), (found,) = report(text), report(made())
    assert len(plan["actions"]) == len(PLAN) - 1
    assert (found["actions"], found["title"], found["kind"]) == (plan["actions"], plan["title"], plan["kind"])
