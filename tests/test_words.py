"""One word for one fact: the glossary has the five words for "valid now", and neither texts nor code have old ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from findings.views.datasets import DATASETS
from tests.markup import squeeze

WORDS = {"Latest", "Preferred", "Live", "Active", "Effective"}
GONE = re.compile(r"\bin[\s_-]+force\b|(?<![a-z])standing(?![a-z])", re.IGNORECASE)
FORMER_COLUMN = 'formerly="standing"'  # the name by which addresses of older files still choose a column
PROGRAMS = [
    path
    for package in ("inspections", "findings", "ingest")
    for path in sorted(Path(settings.BASE_DIR, package).rglob("*.py"))
    if "migrations" not in path.parts
]
TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))


def described() -> list[str]:
    """Every text by which exports explain themselves."""
    texts = [dataset.description for dataset in DATASETS]
    return texts + [
        text for dataset in DATASETS for column in dataset.columns for text in (column.name, column.description)
    ]


@pytest.mark.django_db
def test_the_glossary_has_each_word_once_in_one_sentence(client: Client) -> None:
    page = squeeze(client.get(reverse("about")).content.decode())
    glossary = page.split('id="words"')[1].split("</section>")[0]
    entries = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", glossary, re.DOTALL)
    assert {word for word, _ in entries} == WORDS
    assert len(entries) == len(WORDS)
    assert all(re.fullmatch(r"[^.]+\.", meaning.strip()) for _, meaning in entries)
    assert 'href="#words"' in page


def test_exports_and_templates_use_none_of_the_old_words() -> None:
    assert len(TEMPLATES) > 100
    assert [text for text in described() if GONE.search(text)] == []
    assert [path.name for path in TEMPLATES if GONE.search(path.read_text()) or GONE.search(path.name)] == []


def test_code_uses_none_of_the_old_words() -> None:
    assert len(PROGRAMS) > 500
    texts = {path: path.read_text().replace(FORMER_COLUMN, "") for path in PROGRAMS}
    assert [path.name for path, text in texts.items() if GONE.search(text) or GONE.search(path.name)] == []


def test_preferred_and_latest_are_two_columns_with_descriptions_of_their_own() -> None:
    columns = {column.name: column.description for column in DATASETS[0].columns}
    assert DATASETS[0].name == "judgements"
    assert columns["is_preferred"] != columns["is_latest"]
