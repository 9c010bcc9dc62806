"""Sources as they are declared, and the sentences about mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.fetch.hosts import parsed
from ingest.fetch.sources import URN, SourcesError, chosen, load_sources
from inspections.vocabulary import Incoming, SourceKind

GOOD = """
[sources.council]
title = "Papers of a council"
kind = "addresses"
hosts = ["council.example.org", "files.example.org:8443"]
addresses = ["https://council.example.org/papers"]
lists = ["more.txt"]
documents = '\\.pdf$'
types = ["pdf", "docx"]
incoming = "publish"
every = 5
"""


@pytest.fixture
def declared(tmp_path: Path):
    def load(text: str):
        path = tmp_path / "sources.toml"
        path.write_text(text)
        return load_sources(path)

    return load


def test_a_source_is_as_it_is_declared(declared, tmp_path: Path):
    (source,) = declared(GOOD)
    assert (source.name, source.kind, source.incoming, source.every) == (
        "council", SourceKind.ADDRESSES, Incoming.PUBLISH, 5.0,
    )  # fmt: skip
    assert source.lists == (tmp_path / "more.txt",)
    assert source.types == {"pdf", "docx"}
    assert source.documents.search("https://council.example.org/a.pdf")
    assert source.allowed.schemes == {"https"}
    assert chosen((source,), ()) == chosen((source,), ("council",)) == (source,)
    with pytest.raises(SourcesError, match=r"There is no source “other”\. Known are: council"):
        chosen((source,), ("other",))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("kind = ", "sort = ", "kind must be tables or providers or addresses"),
        ('"Papers of a council"', '""', "title must be words"),
        ('"council.example.org", ', '"*.example.org", ', "hosts must be a list of whole names"),
        ('["council.example.org", "files.example.org:8443"]', "[]", "hosts must name"),
        ('"https://council.example.org/papers"', '"papers"', "which is no address"),
        ('addresses = ["https://council.example.org/papers"]\nlists = ["more.txt"]', "", "addresses or lists"),
        ("'\\.pdf$'", "'('", "documents is no pattern"),
        ('"docx"', '"exe"', "types must be a list of kinds of file"),
        ('"publish"', '"hide"', "incoming must be draft or publish"),
        ("every = 5", "every = 0.1", "every must be a number of at least 0.5"),
        ("every = 5", "every = true", "every must be a number"),
        ("every = 5", "evry = 5", "evry is not known"),
        ("[sources.council]", '[sources."A b"]', "is no source"),
        ("[sources.council]", "[council]", "must hold tables"),
        ("title", "title title", "is no TOML"),
        ('"addresses"', '"providers"', "page must be words"),
        ('kind = "addresses"', 'kind = "tables"', "addresses is not known"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(declared, old: str, new: str, sentence: str):
    assert old in GOOD
    with pytest.raises(SourcesError, match=sentence.replace("(", r"\(")):
        declared(GOOD.replace(old, new, 1))


def test_providers_need_their_number_in_the_address_and_a_pattern(declared):
    text = '[sources.a]\ntitle = "A"\nkind = "providers"\nhosts = ["a.example"]\npage = "https://a.example/{}"\n'
    with pytest.raises(SourcesError, match="for its number"):
        declared(text)
    with pytest.raises(SourcesError, match="which links of a page are documents"):
        declared(text.replace("{}", URN))


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(SourcesError, match="cannot be opened: No such file"):
        load_sources(tmp_path / "none.toml")


def test_the_sources_of_the_program_are_well_declared():
    sources = load_sources()
    assert {source.kind for source in sources} == {SourceKind.TABLES, SourceKind.PROVIDERS}
    assert all(source.incoming is Incoming.DRAFT for source in sources)
    (providers,) = (source for source in sources if source.page)
    assert providers.allowed.reason_against(parsed(providers.page.replace(URN, "80450"))) == ""
