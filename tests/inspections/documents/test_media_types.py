"""Every kind of file has a name for people and a suffix of its own."""

from inspections.documents.media_types import SUFFIXES, MediaType, name_of


def test_every_kind_has_a_name_and_a_suffix_of_its_own() -> None:
    assert all(kind.label and kind.suffix.startswith(".") for kind in MediaType)
    assert len(set(SUFFIXES.values())) == len(SUFFIXES) == len(MediaType)


def test_a_kind_is_named_and_an_unknown_one_is_itself() -> None:
    assert name_of("text/csv") == "CSV table (text/csv)"
    assert name_of("image/png") == "image/png"
