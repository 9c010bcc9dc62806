"""Which files stand at a path, and what becomes of those that cannot be opened."""

import os
import zipfile
from errno import EACCES
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from ingest import files, pipeline, unpacking
from ingest.extract import extract
from ingest.files import MissingPathError, NotAFileError, find_files, open_file, printable
from ingest.models import IngestRun
from inspections.models import SourceFile

LETTER = "Wexcombe Town Council\n\nThank you for your letter about the library.\n"


@pytest.fixture
def folder(tmp_path) -> Path:
    inside: Path = tmp_path / "documents"
    (inside / "council").mkdir(parents=True)
    (inside / "council" / "b.txt").write_text(LETTER)
    (inside / "a.txt").write_text(LETTER + "Yours")
    return inside


@pytest.fixture
def closed(monkeypatch, folder) -> None:
    """A folder and a file without the right to them; the right of who runs the tests may be to everything."""

    def refuse(path):
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))

    (folder / "closed").mkdir()
    (folder / "closed.txt").write_text(LETTER)
    scan, open_ = os.scandir, files.open_file
    monkeypatch.setattr(os, "scandir", lambda path: refuse(path) if str(path).endswith("closed") else scan(path))
    for module in (files, unpacking):
        monkeypatch.setattr(
            module, "open_file", lambda path: refuse(path) if path.name == "closed.txt" else open_(path)
        )


def names(found: files.FoundFiles) -> tuple[list[str], dict[str, str]]:
    return [path.name for path in found.files], {one.path.name: one.reason for one in found.unopened}


def test_files_come_in_a_fixed_order_and_each_once(folder):
    assert names(find_files([folder, folder / "a.txt"])) == (["a.txt", "b.txt"], {})


def test_hidden_files_and_folders_are_passed_over(folder):
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text(LETTER)
    (folder / ".DS_Store").write_text("x")
    assert names(find_files([folder])) == (["a.txt", "b.txt"], {})


def test_a_hidden_folder_that_is_named_is_read(folder):
    hidden = folder.rename(folder.with_name(".documents"))
    assert names(find_files([hidden]))[0] == ["a.txt", "b.txt"]


def test_links_that_lead_nowhere_pipes_and_linked_folders_are_told_and_the_rest_is_found(folder):
    (folder / "dangling.txt").symlink_to(folder / "gone.txt")
    (folder / "round").symlink_to(folder)
    (folder / "linked.txt").symlink_to(folder / "a.txt")
    os.mkfifo(folder / "pipe")
    found, unopened = names(find_files([folder]))
    assert found == ["a.txt", "b.txt", "linked.txt"]
    assert set(unopened) == {"dangling.txt", "round", "pipe"}
    assert "No such file" in unopened["dangling.txt"]
    assert "link to a folder" in unopened["round"]


@pytest.mark.usefixtures("closed")
def test_a_folder_without_the_right_to_it_is_told(folder):
    assert names(find_files([folder]))[1] == {"closed": "It cannot be opened: Permission denied."}


@pytest.mark.parametrize("name", ["nowhere", "dangling"])
def test_a_path_at_which_nothing_stands_is_an_error(tmp_path, name):
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    with pytest.raises(MissingPathError, match=name):
        find_files([tmp_path / name])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Prüfung – 2019\xa0(Kopie).pdf", "Prüfung – 2019\xa0(Kopie).pdf"),
        (os.fsdecode(b"Pr\xfcfung.pdf"), "Pr\ufffdfung.pdf"),
        ("two\nlines.txt", "two\ufffdlines.txt"),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
    ],
)
def test_names_are_shown_as_text_whatever_bytes_they_are(name, shown):
    assert printable(name) == shown


def ingest(*paths: Path, **options) -> str:
    out = StringIO()
    call_command("ingest", *map(str, paths), stdout=out, **{"workers": 1, **options})
    return out.getvalue()


@pytest.mark.django_db
@pytest.mark.usefixtures("closed")
def test_what_cannot_be_opened_has_failed_and_the_others_are_read(folder):
    said = ingest(folder)
    assert "closed: failed; It cannot be opened: Permission denied." in said
    assert "closed.txt: failed; It cannot be opened: Permission denied." in said
    assert "4 documents: 2 refused, 2 failed." in said
    outcomes = dict(IngestRun.objects.get().items.values_list("name", "outcome"))
    assert outcomes == {"closed": "failed", "closed.txt": "failed", "a.txt": "refused", "b.txt": "refused"}


@pytest.mark.django_db
def test_a_file_that_cannot_be_opened_fails_a_strict_run(folder):
    (folder / "a.txt").unlink()
    (folder / "council" / "b.txt").unlink()
    (folder / "dangling.txt").symlink_to(folder / "gone.txt")
    assert "1 document: 1 failed." in ingest(folder)
    with pytest.raises(SystemExit):
        ingest(folder, strict=True)


@pytest.mark.django_db
def test_a_name_that_is_no_text_is_stored_and_printed_with_replacements(tmp_path):
    path = tmp_path / os.fsdecode(b"Pr\xfcfung.txt")
    path.write_text(LETTER)
    assert "Pr\ufffdfung.txt: refused" in ingest(path)
    assert SourceFile.objects.get().name == "Pr\ufffdfung.txt"
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("extract", str(path), stdout=out)
    assert out.getvalue().encode()


@pytest.mark.django_db
def test_a_file_that_goes_away_before_it_is_read_has_failed_and_the_others_are_read(folder, monkeypatch):
    def lose(documents):
        (folder / "a.txt").unlink()
        return {}

    monkeypatch.setattr(pipeline, "already_read", lose)
    said = ingest(folder)
    assert "a.txt: failed; It cannot be opened: No such file or directory." in said
    assert "2 documents: 1 refused, 1 failed." in said


@pytest.mark.django_db
def test_the_second_of_two_equal_files_fails_when_the_first_went_away(folder, monkeypatch):
    (folder / "a.txt").write_text(LETTER)

    def lose(documents):
        (folder / "a.txt").unlink()
        return {}

    monkeypatch.setattr(pipeline, "already_read", lose)
    assert "2 documents: 2 failed." in ingest(folder)


@pytest.mark.django_db
def test_members_of_an_archive_are_loaded_by_their_place(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "stored"
    sample = settings.BASE_DIR / "ingest" / "samples" / "11-send.txt"
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.writestr("a/report.txt", sample.read_bytes())
    assert "pack.zip/a/report.txt: loaded" in ingest(tmp_path / "pack.zip")
    stored = SourceFile.objects.get()
    assert stored.name == "pack.zip/a/report.txt"
    assert Path(stored.stored.path).read_bytes() == sample.read_bytes()
    assert "1 document: 1 unchanged." in ingest(tmp_path / "pack.zip")


def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    assert names(find_files([tmp_path / "pipe.pdf"]))[1] == {"pipe.pdf": files.NO_FILE}
    with pytest.raises(NotAFileError):
        open_file(tmp_path / "pipe.pdf")


@pytest.mark.django_db
def test_a_file_that_goes_away_before_its_bytes_are_kept_is_read_again_when_it_is_back(seeds, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    path = tmp_path / "report.txt"
    path.write_bytes(seeds["001"].read_bytes())
    document = files.hash_file(files.FoundFile(path, path.name))
    assert isinstance(document, files.HashedFile)
    extraction = extract(path.read_bytes(), path.name)
    path.unlink()
    pipeline._load(document, extraction, 0.0, draft=False)
    assert not SourceFile.objects.get().stored
    path.write_bytes(seeds["001"].read_bytes())
    ingest(path)
    assert SourceFile.objects.get().stored
