"""Every notice code is used, explained in a sentence, and shown in one group of the page about the data."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from inspections.notice_codes import NoticeCode, NoticeGroup
from tests.markup import squeeze


def test_codes_are_unique():
    # A member with the value of another one would be an alias of it.
    assert len(NoticeCode.__members__) == len(set(NoticeCode.values()))


def test_names_and_values_agree():
    assert [code.value for code in NoticeCode] == [code.name.lower().replace("_", "-") for code in NoticeCode]


@pytest.mark.parametrize("code", NoticeCode)
def test_explanations_are_sentences(code):
    assert re.fullmatch(r"[A-Z].*\.", code.label)


def test_every_code_is_in_one_group():
    assert [code for group in NoticeGroup for code in group.codes] == list(NoticeCode)


def test_every_code_is_used():
    root = Path(settings.BASE_DIR)
    packages = [root / package for package in ("ingest", "findings", "inspections")]
    program = "\n".join(path.read_text() for package in packages for path in package.rglob("*.py"))
    used = set(re.findall(r"\bNoticeCode\.([A-Z_]+)\b", program))
    assert {code.name for code in NoticeCode} == used & set(NoticeCode.__members__)


@pytest.mark.django_db
def test_the_page_about_the_data_explains_every_code(client):
    page = squeeze(client.get(reverse("about")).content.decode())
    for code in NoticeCode:
        assert f'<div id="notice-{code}"><dt><code>{code}</code></dt>' in page
    for group in NoticeGroup:
        assert group.label in page
