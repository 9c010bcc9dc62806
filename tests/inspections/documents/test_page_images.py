"""Pages as images: what is drawn, how large, what is kept, and what happens with files that nobody vouches for."""

import fcntl
import subprocess
import zlib
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from ingest.readers import read
from inspections.documents.page_images import REASONS, PageImages, PageNotDrawn, PageSize, RendererBusy
from tests.builders_pdf import pdf, raw_pdf, stream
from tests.stored import keep_in, page, source, three_pages

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    keep_in(tmp_path, settings)


@pytest.fixture
def images(tmp_path) -> PageImages:
    return PageImages(tmp_path / "page-images")


@pytest.fixture
def no_process(monkeypatch):
    """Call it, and from then on no process may be started."""

    def refuse(*_, **__):
        raise AssertionError("a process was started")

    return lambda: monkeypatch.setattr(subprocess, "run", refuse)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("L")


def darkest(image: Image.Image, box: tuple[float, float, float, float], size: PageSize) -> int:
    """The darkest dot inside a box that is given in points; 0 is black, 255 white."""
    across, down = image.width / size.width, image.height / size.height
    part = image.crop((int(box[0] * across), int(box[1] * down), int(box[2] * across), int(box[3] * down)))
    return min(part.tobytes())


def test_a_page_is_drawn_at_110_dots_an_inch(images):
    file = source(three_pages())
    image = Image.open(BytesIO(images.image(file, 2)))
    assert image.format == "WEBP"
    assert image.size == (910, 1287) == images.sizes(file)[1].pixels


def turned(data: bytes) -> bytes:
    """The same PDF with its pages turned to the right and cut at the left and at the top."""
    document, out = pypdfium2.PdfDocument(data), BytesIO()
    for leaf in document:
        leaf.set_rotation(90)
        leaf.set_cropbox(40, 0, 595, 800)
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("change", [bytes, turned])
def test_boxes_of_the_reader_lie_on_the_print_of_the_image(images, change):
    data = change(three_pages())
    file = source(data)
    image, size = opened(images.image(file, 1)), images.sizes(file)[0]
    boxes = [box for block in read(data).blocks for box in block.place.boxes if box.page == 1]
    assert boxes
    for box in boxes:
        assert 0 <= box.x0 < box.x1 <= size.width
        assert 0 <= box.top < box.bottom <= size.height
        assert darkest(image, (box.x0, box.top, box.x1, box.bottom), size) < 100
    left, top = min(box.x0 for box in boxes), min(box.top for box in boxes)
    assert darkest(image, (0, 0, left - 4, size.height), size) > 200
    assert darkest(image, (0, 0, size.width, top - 4), size) > 200


def test_boxes_lie_on_the_print_of_a_real_report(images, shared):
    data = (shared / "documents" / "reports" / "medway-sif-2015-11-27.pdf").read_bytes()
    file = source(data, pages=44)
    size = images.sizes(file)[11]
    assert len(images.sizes(file)) == 44
    image = opened(images.image(file, 12))
    assert image.size == size.pixels
    boxes = [box for block in read(data).blocks for box in block.place.boxes if box.page == 12]
    assert len(boxes) > 30
    assert all(darkest(image, (box.x0, box.top, box.x1, box.bottom), size) < 100 for box in boxes)


def test_a_page_is_drawn_once(images, no_process):
    file = source(three_pages())
    first, sizes = images.image(file, 1), images.sizes(file)
    no_process()
    assert images.image(file, 1) == first
    assert images.sizes(file) == sizes


def test_the_process_inherits_no_secret(images, monkeypatch):
    seen = {}

    def run(*_, **keywords):
        seen.update(keywords)
        return subprocess.CompletedProcess((), 0, stdout=b"image")

    monkeypatch.setattr(subprocess, "run", run)
    images.image(source(three_pages()), 1)
    assert seen["env"] == {}


@pytest.mark.parametrize("data", [b"%PDF-1.7 and nothing else", three_pages()[:300]])
def test_a_damaged_file_gives_a_sentence_and_is_not_tried_again_at_once(images, no_process, data):
    file = source(data)
    with pytest.raises(PageNotDrawn, match="damaged") as first:
        images.image(file, 1)
    assert first.value.code == "unreadable"
    no_process()
    with pytest.raises(PageNotDrawn, match="damaged"):
        images.image(file, 1)


def test_a_page_that_the_file_does_not_have_is_not_drawn(images):
    with pytest.raises(PageNotDrawn):
        images.image(source(three_pages()), 4)


def test_a_page_that_takes_too_long_is_given_up(tmp_path):
    images = PageImages(tmp_path / "page-images", seconds=0.001)
    with pytest.raises(PageNotDrawn, match="longer than is allowed"):
        images.image(source(three_pages()), 1)


def test_a_page_that_needs_too_much_memory_is_given_up(images, monkeypatch):
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess((), 77, stdout=b""))
    with pytest.raises(PageNotDrawn, match="more memory than is allowed"):
        images.image(source(three_pages()), 1)


def test_a_picture_of_gigabytes_neither_hangs_nor_harms(images):
    """A page with one picture of 30,000 by 30,000 dots, which is three kilobytes as it stands in the file."""
    packed = zlib.compress(zlib.compress(bytes(1 << 22), 9), 9)
    picture = b"/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    body = b"<< %s /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream" % (
        picture,
        len(packed),
        packed,
    )
    resources = b"/Resources << /XObject << /I 4 0 R >> >>"
    hostile = raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s /Contents 5 0 R >>" % resources,
        body,
        stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
    )
    try:
        drawn: object = opened(images.image(source(hostile), 1)).size
    except PageNotDrawn as reason:
        drawn = reason.code
    assert drawn == (910, 1287) or drawn in REASONS


def test_an_enormous_page_is_drawn_small(images):
    file = source(pdf(page, size=(14_000, 14_000)))
    assert opened(images.image(file, 1)).size == images.sizes(file)[0].pixels == (2000, 2000)


def test_no_more_pages_are_drawn_at_a_time_than_there_are_places(tmp_path):
    images = PageImages(tmp_path / "page-images", slots=1, patience=0)
    file = source(three_pages())
    images.image(file, 1)
    with (tmp_path / "page-images" / "slot-0").open("ab") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        with pytest.raises(RendererBusy):
            images.image(file, 2)
        assert images.image(file, 1), "what is kept needs no place"
    assert images.image(file, 2)


def test_only_some_requests_of_a_process_may_wait(tmp_path):
    images = PageImages(tmp_path / "page-images", waiting=0)
    with pytest.raises(RendererBusy):
        images.image(source(three_pages()), 1)
