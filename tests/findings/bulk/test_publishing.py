"""One whole set takes the place of another; whatever breaks it off, the one before stays."""

import fcntl
from pathlib import Path

import pytest

from findings.bulk import publishing
from findings.bulk.making import BrokenRules
from findings.bulk.published import BulkSet, bulk_folder, published_set
from findings.bulk.publishing import NotPublished, publish
from tests.findings.bulk.sets import SITE, stored, written


@pytest.fixture
def making(monkeypatch):
    """Sets are made of what ``sets`` writes, each with the next name."""
    names = iter(("first", "second", "third"))
    monkeypatch.setattr(publishing, "make_files", lambda folder, site: written(folder, next(names), site=site))


def folders() -> set[str]:
    return {path.name for path in bulk_folder().iterdir() if path.is_dir()}


def test_one_whole_set_takes_the_place_of_another(making):
    first = publish(SITE)
    assert (published_set(), first.is_whole, folders()) == (first, True, {"first"})
    second = publish(f"{SITE}/")
    assert (published_set(), second.is_whole, folders()) == (second, True, {"second"})


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
def test_what_breaks_off_leaves_the_set_before_and_nothing_else(monkeypatch, fault):
    before = stored("before")

    def fail(folder: Path, site: str) -> BulkSet:
        (folder / "judgements.csv").write_text("half of it")
        raise fault

    monkeypatch.setattr(publishing, "make_files", fail)
    with pytest.raises(type(fault)):
        publish(SITE)
    assert (published_set(), before.is_whole, folders()) == (before, True, {"before"})


def test_a_set_that_breaks_its_description_is_told_with_what_to_do(monkeypatch):
    def fail(folder: Path, site: str) -> BulkSet:
        raise BrokenRules("The data set “Plans” cannot be written: no key.")

    monkeypatch.setattr(publishing, "make_files", fail)
    with pytest.raises(NotPublished, match=r"“Plans”.*Nothing was published.*stay"):
        publish(SITE)


def test_what_a_killed_process_left_is_removed(making):
    before = stored("before")
    for name in (".making", "whole-but-never-named"):
        (bulk_folder() / name).mkdir()
        (bulk_folder() / name / "judgements.csv").write_text("half of it")
    (bulk_folder() / ".new-note").write_text("{")
    publish(SITE)
    assert not before.is_whole
    assert {path.name for path in bulk_folder().iterdir()} == {"first", "current.json", "lock"}


def test_two_do_not_publish_at_once(making):
    bulk_folder().mkdir()
    with (bulk_folder() / "lock").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(NotPublished, match="Another process"):
            publish(SITE)
    assert publish(SITE).is_whole
