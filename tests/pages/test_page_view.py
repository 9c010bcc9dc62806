"""The place of records: page with boxes, lines of a text, image and file; who may see them, and what others see."""

import re
import subprocess

import pytest
from django.urls import reverse

from inspections.documents import page_images
from inspections.documents.media_types import MediaType
from inspections.documents.page_images import PageImages
from tests import builders
from tests.markup import squeeze
from tests.stored import TEXT, keep_in, source, three_pages

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

LINES = [f"{n}. Line {n} of a text about Wexcombe & <its> services." for n in range(1, 101)]


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    keep_in(tmp_path, settings)


@pytest.fixture
def report():
    return builders.report(of=builders.inspection(), source=source(three_pages()), slug="sif-2015")


@pytest.fixture
def text():
    file = source("\n".join(LINES).encode(), TEXT)
    return builders.report(of=builders.inspection(), source=file, slug="text-2015")


def on_page(report, ref="7", **values):
    values = {"page": 1, "boxes": [[1, 72, 90, 400, 102], [1, 72, 104, 300, 116]]} | values
    return builders.finding(report, ref, **values)


def page_address(report, number=1, record=""):
    address = reverse("page-view", args=[report.source.sha256, number])
    return f"{address}?record={report.authority_slug}/{report.slug}/{record}" if record else address


def image_address(report, number=1):
    return reverse("page-image", args=[report.source.sha256, number])


def file_address(report):
    return reverse("source-file", args=[report.source.sha256])


def html_of(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return squeeze(response.content.decode())


def rects(html):
    found = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)">', html)
    return [tuple(float(value) for value in rect) for rect in found]


def test_pages_lead_to_the_pages_beside_them(client, report):
    first, second, third = (html_of(client, page_address(report, n)) for n in (1, 2, 3))
    assert 'rel="prev"' not in first
    assert f'href="{page_address(report, 2)}" rel="next"' in first
    assert f'href="{page_address(report, 1)}" rel="prev"' in second
    assert 'rel="next"' not in third


def test_the_page_is_one_click_away_from_wherever_its_record_is_shown(client, report):
    paragraph = on_page(report)
    recommendation = builders.recommendation(report, "1", page=2, boxes=[[2, 72, 60, 400, 72]])
    inspection = report.inspection.get_absolute_url()
    for address in (inspection, report.get_absolute_url(), paragraph.get_absolute_url()):
        assert f'href="{page_address(report, 1, "para-7")}"' in html_of(client, address)
    assert f'href="{page_address(report, 2, recommendation.anchor)}"' in html_of(client, inspection)
    document = html_of(client, report.source.get_absolute_url())
    assert all(f'href="{page_address(report, n)}"' in document for n in (1, 2, 3))
    assert f'href="{file_address(report)}"' in document


def test_without_the_file_there_are_no_links_to_its_pages(client):
    report = builders.report(of=builders.inspection())
    paragraph = on_page(report)
    assert "/pages/" not in html_of(client, report.get_absolute_url()) + html_of(client, paragraph.get_absolute_url())
    assert client.get(page_address(report)).status_code == client.get(file_address(report)).status_code == 404
    assert "not kept here" in html_of(client, report.source.get_absolute_url())


def test_pages_that_are_not_there_are_404(client, report, text):
    sha256, other = report.source.sha256, text.source.sha256
    for address in (
        page_address(report, 0),
        page_address(report, 4),
        image_address(report, 0),
        image_address(report, 4),
        f"/documents/{'0' * 64}/pages/1/",
        f"/documents/{'0' * 64}/pages/1.webp",
        f"/documents/{'0' * 64}/file",
        f"/documents/{sha256}/pages/-1/",
        f"/documents/{sha256}/lines/1/",
        f"/documents/{other}/pages/1/",
        f"/documents/{other}/pages/1.webp",
        f"/documents/{other}/lines/0/",
        f"/documents/{other}/lines/101/",
    ):
        assert client.get(address).status_code == 404, address


def test_a_page_that_cannot_be_drawn_is_said_in_a_sentence(client):
    report = builders.report(source=source(b"%PDF-1.7 and nothing else"))
    paragraph = on_page(report)
    for address in (page_address(report), image_address(report)):
        assert "The PDF is damaged" in html_of(client, address, 422)
    assert "The PDF is damaged" in html_of(client, paragraph.get_absolute_url())


def test_a_full_house_says_when_to_come_back(client, report, monkeypatch, tmp_path):
    on_page(report)
    full = PageImages(tmp_path / "page-images", waiting=0)
    monkeypatch.setattr(page_images, "_images_in", lambda *_: full)
    for address in (page_address(report), image_address(report)):
        response = client.get(address)
        assert (response.status_code, response["Retry-After"]) == (503, "3")
        assert "Try again" in squeeze(response.content.decode())
    assert client.get(f"{report.get_absolute_url()}para-7/").status_code == 200


def test_an_image_is_asked_for_each_time_and_known_by_its_tag(client, report, monkeypatch):
    response = client.get(image_address(report), headers={"accept-encoding": "gzip"})
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, no-cache"
    assert not {"Content-Encoding", "Vary"} & set(response.headers)
    tag = response["ETag"]
    assert tag.startswith('"')
    assert tag != client.get(image_address(report, 2))["ETag"]

    def refuse(*_, **__):
        raise AssertionError("drawn again")

    monkeypatch.setattr(PageImages, "image", refuse)
    again = client.get(image_address(report), headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("kind", MediaType)
def test_every_kind_of_file_is_downloaded_with_its_own_type(client, kind):
    data = f"a file of the kind {kind.label}".encode()
    file = source(data, kind, name=f"pack.zip/plan{kind.suffix}")
    builders.report(source=file)
    response = client.get(reverse("source-file", args=[file.sha256]))
    assert b"".join(response) == data
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == f'attachment; filename="pack.zip_plan{kind.suffix}"'


def test_a_download_that_broke_off_goes_on(client):
    file = source(bytes(range(256)), MediaType.PDF)
    builders.report(source=file)
    address = reverse("source-file", args=[file.sha256])
    assert client.get(address)["Accept-Ranges"] == "bytes"
    part = client.get(address, headers={"range": "bytes=250-", "accept-encoding": "gzip"})
    assert (part.status_code, part["Content-Range"], part["Content-Length"]) == (206, "bytes 250-255/256", "6")
    assert b"".join(part) == bytes(range(250, 256))
    beyond = client.get(address, headers={"range": "bytes=256-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, "bytes */256")


def test_a_file_without_pages_has_no_images_and_its_records_say_where_they_stand(client):
    file = source(b"a plan", MediaType.EXCEL)
    report = builders.report(source=file)
    record = builders.finding(report, "2", page=None, line=14, where="sheet Actions, row 14")
    assert client.get(reverse("page-image", args=[file.sha256, 1])).status_code == 404
    assert client.get(reverse("lines-view", args=[file.sha256, 1])).status_code == 404
    shown = html_of(client, record.get_absolute_url())
    assert f"{file.name}</a>, sheet Actions, row 14" in shown
    assert "line 14" not in shown
    assert f"Excel workbook ({MediaType.EXCEL})" in html_of(client, file.get_absolute_url())


def test_a_file_is_downloaded_under_a_harmless_name(client):
    data = three_pages()
    report = builders.report(source=source(data, name='../a "bad"\r\nname.PDF.pdf'))
    response = client.get(file_address(report), headers={"accept-encoding": "gzip"})
    assert b"".join(response) == data
    assert response["Content-Disposition"] == 'attachment; filename="_a _bad_name.PDF.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Length"] == str(len(data))
    assert "Content-Encoding" not in response
    assert client.get(file_address(report), headers={"if-none-match": response["ETag"]}).status_code == 304


def test_a_file_that_was_lost_is_404(client, report):
    report.source.stored.delete(save=False)
    report.source.stored = "gone.pdf"
    report.source.save()
    assert client.get(file_address(report)).status_code == 404


def test_a_file_without_a_licence_is_for_staff_and_its_pages_are_for_everyone(client, report):
    report.licence = ""
    report.save()
    on_page(report)
    assert "states no licence" in html_of(client, file_address(report), 403)
    assert client.get(image_address(report))["Cache-Control"].startswith("public")
    shown = html_of(client, page_address(report)) + html_of(client, report.source.get_absolute_url())
    assert file_address(report) not in shown
    assert "states no licence" in shown
    client.force_login(builders.editor())
    response = client.get(file_address(report))
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private")
    assert "as a member of staff" in html_of(client, report.source.get_absolute_url())


@pytest.mark.parametrize("hidden", ["the report", "another report of the file"])
def test_a_file_with_a_hidden_report_is_for_staff(client, report, hidden):
    on_page(report)
    if hidden == "the report":
        report.visibility = "hidden"
        report.save()
    else:
        builders.report(source=report.source, visibility="hidden")
    assert client.get(image_address(report)).status_code == client.get(file_address(report)).status_code == 404
    assert not rects(html_of(client, page_address(report), 404 if hidden == "the report" else 403))
    client.force_login(builders.editor(group="Editors"))
    assert client.get(image_address(report))["Cache-Control"].startswith("private")
    assert client.get(page_address(report)).status_code == 200


def test_lines_are_shown_as_they_stand_with_the_record_marked(client, text):
    paragraph = builders.finding(text, "50", page=None, line=50, orig=f"{LINES[49]}\n{LINES[50]}")
    html = html_of(client, paragraph.get_absolute_url())
    marked = re.findall(r'value="(\d+)"><mark[^>]*>([^<]*)</mark>', html)
    assert [number for number, _ in marked] == ["50", "51"]
    assert marked[0][1] == "50. Line 50 of a text about Wexcombe &amp; &lt;its&gt; services."
    assert re.findall(r'value="(\d+)"', html) == [str(n) for n in range(47, 55)]
    (link, *_) = re.findall(r'href="(/documents/[^"]*/lines/[^"]*)"', html)
    around = html_of(client, link)
    assert "Lines 47 to 86" in around
    assert len(re.findall("<mark", around)) == 2
    assert paragraph.get_absolute_url() in around


def test_lines_lead_on_to_the_end_of_the_file(client, text):
    start = reverse("lines-view", args=[text.source.sha256, 1])
    html, seen = html_of(client, start), []
    while following := re.search(r'href="([^"]*)" rel="next"', html):
        seen.append(following[1])
        html = html_of(client, following[1])
    assert [address.rsplit("/", 2)[1] for address in seen] == ["41", "81"]
    assert "Lines 81 to 100 of 100" in re.sub(r"\s+", " ", html)
    assert start in html_of(client, seen[0])


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"binary\x00"])
def test_lines_that_cannot_be_shown_are_said_in_a_sentence(client, data):
    report = builders.report(source=source(data, TEXT))
    response = client.get(reverse("lines-view", args=[report.source.sha256, 1]))
    assert response.status_code == (200 if data == b"" else 422)


def test_queries_do_not_grow_with_the_records_of_a_page(client, report, text, django_assert_max_num_queries):
    def queries(address):
        with django_assert_max_num_queries(20) as found:
            assert client.get(address).status_code == 200
        return len(found)

    def fill(start, number):
        for n in range(start, start + number):
            on_page(report, str(n))
            builders.finding(text, str(n), page=None, line=5)

    addresses = (page_address(report, record="para-1"), reverse("lines-view", args=[text.source.sha256, 1]))
    fill(1, 2)
    few = [queries(address) for address in addresses]
    fill(3, 30)
    assert [queries(address) for address in addresses] == few


def test_a_page_is_drawn_by_one_process_for_all_who_ask(client, report, monkeypatch, settings, tmp_path):
    settings.PAGE_IMAGES_DIR = tmp_path / "page-images"  # nobody has drawn it for another test
    started: list[object] = []
    run = subprocess.run

    def noted(*args, **named):
        started.append(args)
        return run(*args, **named)

    monkeypatch.setattr(subprocess, "run", noted)
    for _ in range(2):
        client.get(page_address(report))
        client.get(image_address(report))
    assert len(started) == 2, "one for the sizes of the pages and one for the page"
