"""The pages for uploads, by their addresses: who may, what is refused with which sentence, and what decisions do."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ingest.load import load
from ingest.models import DocumentState, Upload, UploadedDocument, Wish
from ingest.uploads import arrival, limits, pages, storage
from ingest.uploads.pages import ANOTHER
from ingest.uploads.receiving import HELD
from inspections.documents.page_images import RendererBusy, page_images
from inspections.models import Report
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, later, paper, pdf, sif, with_findings
from tests.ingest.uploads.conftest import ready, send
from tests.markup import squeeze
from tests.stored import TEXT, source, three_pages

pytestmark = pytest.mark.django_db
SEND = "/admin/ingest/upload/add/"


def client_of(name: str, group: str = "") -> Client:
    client = Client()
    client.force_login(builders.editor(name, group=group))
    return client


@pytest.fixture
def editor() -> Client:
    return client_of("ada", "Editors")


@pytest.fixture
def administrator() -> Client:
    return client_of("head", "Administrators")


@pytest.fixture(autouse=True)
def started(monkeypatch) -> list[bool]:
    """Whenever the site would start its worker."""
    times: list[bool] = []
    monkeypatch.setattr(pages, "start_worker", lambda: times.append(True))
    return times


@pytest.fixture
def new() -> UploadedDocument:
    return ready(extraction(sif(), name="new.txt"), b"new.txt")


def file(content: bytes = b"words", name: str = "report.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def text(response) -> str:
    return squeeze(response.content.decode())


def addresses(document: UploadedDocument) -> dict[str, str]:
    upload = document.upload_id
    return {
        "send": SEND,
        "list": reverse("admin:ingest_upload_changelist"),
        "documents": reverse("admin:ingest_uploadeddocument_changelist"),
        "upload": reverse("upload", args=[upload]),
        "document": reverse("uploaded-document", args=[document.pk]),
        "file": reverse("uploaded-file", args=[document.pk]),
        "image": reverse("uploaded-image", args=[document.pk, 1]),
        "decide": reverse("upload-decide", args=[upload]),
    }


# Who may


@pytest.mark.either_database
def test_strangers_are_asked_to_log_in_and_staff_without_rights_are_refused(client, new):
    for name, address in addresses(new).items():
        for method in (client.get, client.post):
            response = method(address)
            assert response.status_code == 302, name
            assert response.headers["Location"].startswith("/admin/login/"), name
    nobody = client_of("nobody")
    for name, address in addresses(new).items():
        refused = nobody.post(address, {"action": "publish"}) if name == "decide" else nobody.get(address)
        assert refused.status_code == 403, name


@pytest.mark.either_database
def test_editors_send_keep_and_discard_and_administrators_publish(editor, administrator, new):
    page = addresses(new)["upload"]
    assert "Publish" not in text(editor.get(page))
    assert "Keep as a draft" in text(editor.get(page))
    assert "Publish all without errors (1)" in text(administrator.get(page))
    for action in ("publish", "publish-draft"):
        assert editor.post(addresses(new)["decide"], {"action": action}).status_code == 403
    for values in ({"action": "burn"}, {"action": "draft", "document": "x"}):
        assert editor.post(addresses(new)["decide"], values).status_code == 400
    assert editor.get(addresses(new)["decide"]).status_code == 405


# Sending files in


def test_files_are_stored_wait_and_are_taken_up(editor, started):
    response = editor.post(SEND, {"files": [file(name="../../a.txt"), file(b"", "empty.pdf")]})
    upload = Upload.objects.get()
    assert response.headers["Location"] == upload.get_absolute_url()
    assert [(one.name, one.state) for one in upload.documents.all()] == [("a.txt", "waiting"), ("empty.pdf", "refused")]
    assert storage.path_of(upload.documents.first().stored).read_bytes() == b"words"
    assert started == [True]
    page = text(editor.get(upload.get_absolute_url()))
    assert limits.EMPTY in page
    assert "1 of 2 done" in page


@pytest.mark.either_database
def test_the_limits_are_told_before(editor):
    page = text(editor.get(SEND))
    assert "Up to 100 files at once, each up to 120.0 MB, together up to 600.0 MB." in page


def refused(client, *files) -> str:
    response = client.post(SEND, {"files": list(files)})
    assert response.status_code == 422
    assert not Upload.objects.exists()
    assert list(storage.folder().iterdir()) == []
    return text(response)


@pytest.mark.either_database
def test_no_file_too_many_files_and_too_much_are_refused_with_a_sentence(editor, settings, monkeypatch):
    assert limits.NO_FILE in refused(editor)
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1
    assert limits.TOO_MANY in refused(editor, file(), file())
    monkeypatch.setattr(arrival, "MAX_TOTAL", 4)
    assert squeeze(limits.TOO_MUCH) in refused(editor, file())


@pytest.mark.either_database
def test_a_file_that_is_too_large_is_refused_beside_the_others(editor, monkeypatch):
    monkeypatch.setattr(arrival, "MAX_FILE", 8)
    editor.post(SEND, {"files": [file(b"123456789", "large.pdf"), file(b"small")]})
    states = {one.name: (one.state, one.message) for one in UploadedDocument.objects.all()}
    assert states == {"large.pdf": ("refused", limits.TOO_LARGE), "report.txt": ("waiting", "")}
    assert len(list(storage.folder().iterdir())) == 1


@pytest.mark.either_database
def test_a_request_that_broke_off_is_refused_with_a_sentence(editor):
    broken = editor.post(SEND, b"--x", content_type="multipart/form-data; boundary=")
    assert broken.status_code == 422
    assert limits.BROKEN_REQUEST in text(broken)


@pytest.mark.either_database
def test_a_file_that_is_held_is_named_with_a_link(editor):
    held = source(b"words", TEXT)
    response = editor.post(SEND, {"files": [file()]}, follow=True)
    assert HELD in text(response)
    assert f'href="{held.get_absolute_url()}"' in text(response)


@pytest.mark.either_database
def test_nothing_is_taken_from_a_page_of_somebody_else():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(builders.editor("ada", group="Editors"))
    assert strict.post(SEND, {"files": [file()]}).status_code == 403
    assert not Upload.objects.exists()
    assert list(storage.folder().iterdir()) == []


@pytest.mark.either_database
def test_no_other_address_takes_files(client, editor, new):
    for sender in (client, editor):
        for address in ("/admin/login/", "/search/", addresses(new)["decide"]):
            assert sender.post(address, {"files": [file()]}).status_code in (302, 400, 403, 405), address
    before = set(storage.folder().iterdir())
    assert client.post("/admin/login/", {"files": [file()], "username": "ada"}).status_code == 400
    assert set(storage.folder().iterdir()) == before


# Following an upload


@pytest.mark.either_database
def test_the_page_asks_again_only_as_long_as_something_is_open(editor, started, new):
    page = addresses(new)["upload"]
    assert "hx-get" not in text(editor.get(page))
    UploadedDocument.objects.update(state=DocumentState.READING)
    fragment = editor.get(page, headers={"HX-Request": "true"})
    assert f'hx-get="{page}"' in text(fragment)
    assert "<html" not in text(fragment)
    assert f'<a href="{page}">Refresh</a>' in text(editor.get(page))
    assert started == [True, True]


def test_the_page_takes_as_many_queries_for_many_documents_as_for_few(editor):
    def taken() -> int:
        upload = Upload.objects.latest("pk")
        with CaptureQueriesContext(
            connection,
        ) as captured:
            editor.get(upload.get_absolute_url())
        return len(captured)

    builders.editor("sender")
    for contents in ((b"1", b"2"), tuple(b"more" + bytes([n]) for n in range(9))):
        upload = send(*contents)
        for document in upload.documents.all():
            document.source = builders.report().source
            document.state, document.decided_by = DocumentState.PUBLISHED, upload.made_by
            document.decided_at = upload.made_at
            document.save()
        if len(contents) == 2:
            taken()
            few = taken()
    assert taken() == few


@pytest.mark.either_database
def test_refused_members_and_the_archive_are_named(editor):
    upload = send(b"archive")
    archive = upload.documents.get()
    UploadedDocument.objects.update(state=DocumentState.UNPACKED, stored="")
    UploadedDocument.objects.create(
        upload=upload, container=archive, name="pack.zip/x.pdf", state="refused", message="It is locked."
    )
    page = text(editor.get(upload.get_absolute_url()))
    assert "It is locked." in page
    assert "Unpacked: document-0.txt." in page


# Looking at a document


def test_the_preview_tells_records_notices_and_words(editor, new):
    page = text(editor.get(addresses(new)["document"]))
    for words in ("New, at /reports/wexcombe/sif-2015-11-27/", "Finding para-2", sif().findings[0].text, "page 2"):
        assert words in page
    assert "read by machine" in page


@pytest.mark.either_database
def test_the_preview_of_an_edition_tells_before_and_after(editor):
    load(extraction(sif()))
    changed = with_findings(sif(), finding("2", "Other words altogether."), *sif().findings[1:])
    document = ready(extraction(later(changed), name="later.txt"), b"later.txt")
    page = text(editor.get(addresses(document)["document"]))
    assert f"<del>{sif().findings[0].text}</del> <ins>Other words altogether.</ins>" in page
    assert "It holds a report that is published." in page
    assert "Keep as a draft" not in page


@pytest.mark.either_database
def test_before_it_is_read_there_is_nothing_to_see(editor, started):
    document = send(b"words").documents.get()
    assert "There is nothing to see yet." in text(editor.get(addresses(document)["document"]))
    assert started == [True]


@pytest.mark.either_database
@pytest.mark.parametrize(("asked", "shown"), [("", 1), ("?page=3", 3), ("?page=4", 1), ("?page=x", 1)])
def test_one_page_of_a_pdf_is_shown_beside_links_to_the_others(editor, asked, shown):
    made = pdf(sif(), name="a.pdf", pages=3)
    document = ready(made, b"a.pdf")
    page = text(editor.get(addresses(document)["document"] + asked))
    assert f"Page {shown} of 3" in page
    assert reverse("uploaded-image", args=[document.pk, shown]) in page
    assert "?page=2#pages" in page
    assert '<a href="?page=2#pages">page 2, line 40</a>' in page


@pytest.mark.either_database
def test_while_pages_are_drawn_for_others_the_image_is_asked_for_again(editor, monkeypatch):
    document = send(three_pages()).documents.get()

    def busy(*args):
        raise RendererBusy

    monkeypatch.setattr(page_images(), "image_of", busy)
    response = editor.get(addresses(document)["image"])
    assert (response.status_code, response["Retry-After"]) == (503, "3")


@pytest.mark.either_database
def test_the_file_and_its_pages_are_for_staff_and_for_nobodys_cache_until_a_decision(editor):
    document = send(three_pages()).documents.get()
    of = addresses(document)
    image, download = editor.get(of["image"]), editor.get(of["file"])
    assert (image.status_code, image["Content-Type"]) == (200, "image/webp")
    assert b"".join(download.streaming_content) == three_pages()
    assert download["Content-Disposition"].startswith("attachment")
    for response in (image, download):
        assert "no-store" in response["Cache-Control"]
    assert editor.get(reverse("uploaded-image", args=[document.pk, 9])).status_code == 404
    storage.forget(document.stored)
    for name in ("image", "file"):
        assert editor.get(of[name]).status_code == 404


# Deciding


def decided(client, document: UploadedDocument, **values) -> str:
    seen = {"document": document.pk, "seen": document.summary.get("token", "")}
    response = client.post(addresses(document)["decide"], seen | values, follow=True)
    document.refresh_from_db()
    return text(response)


def test_publishing_shows_where_the_report_is_and_how_to_take_it_back(administrator, new):
    page = decided(administrator, new, action="publish")
    report = Report.objects.get()
    assert "Published: new.txt." in page
    assert f'href="{report.get_absolute_url()}"' in page
    assert f"/admin/inspections/report/{report.pk}/change/#id_visibility" in page


@pytest.mark.either_database
def test_a_draft_is_marked_opens_at_the_desk_and_is_published_later(editor, administrator, new):
    page = decided(editor, new, action="draft")
    report = Report.objects.get()
    assert "Draft: for staff alone until it is published" in page
    desk = reverse("desk", args=[report.pk])
    assert f'href="{desk}"' in page
    assert "Draft: for staff alone" in text(editor.get(desk))
    assert Client().get(report.get_absolute_url()).status_code == 404
    assert "1 draft published." in decided(administrator, new, action="publish-draft")
    assert Client().get(report.get_absolute_url()).status_code == 200


@pytest.mark.either_database
def test_nobody_publishes_a_preview_that_another_has_replaced(administrator, new):
    assert ANOTHER in decided(administrator, new, action="publish", seen="another")
    assert new.state == "ready"


@pytest.mark.either_database
def test_what_happened_instead_is_told(editor):
    load(extraction(sif()))
    document = ready(extraction(later(sif()), name="later.txt"), b"later.txt")
    assert "what the public sees would change" in decided(editor, document, action="draft")


def test_all_that_are_without_errors_are_handed_to_the_worker(administrator, started, new):
    other = ready(extraction(paper(), name="paper.txt"), b"paper.txt")
    UploadedDocument.objects.filter(pk=other.pk).update(
        upload=new.upload, summary={**other.summary, "has_errors": True}
    )
    page = text(administrator.post(addresses(new)["decide"], {"action": "publish"}, follow=True))
    assert "1 document will be published." in page
    assert set(UploadedDocument.objects.values_list("name", "wish")) == {("new.txt", Wish.PUBLISH), ("paper.txt", "")}
    assert started


@pytest.mark.either_database
def test_all_new_ones_are_kept_as_drafts_and_editions_are_left(editor, new):
    load(extraction(paper(), name="held.txt"))
    other = ready(extraction(later(paper()), name="paper.txt"), b"paper.txt")
    UploadedDocument.objects.filter(pk=other.pk).update(upload=new.upload)
    editor.post(addresses(new)["decide"], {"action": "draft"})
    assert set(UploadedDocument.objects.values_list("name", "wish")) == {("new.txt", Wish.DRAFT), ("paper.txt", "")}


def test_all_are_discarded_and_who_did_it_stays(editor, new, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = text(editor.post(addresses(new)["decide"], {"action": "discard"}, follow=True))
    assert "1 document discarded." in page
    assert "ada," in page
    assert list(storage.folder().iterdir()) == []
