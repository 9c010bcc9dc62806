"""Pages as images: their size, and what the process that draws them prints and how it ends."""

import json
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from inspections.documents.rendering import LONGEST_SIDE, MOST_PIXELS, UNREADABLE, pixels_of, scale_of
from tests.stored import three_pages


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "three-pages.pdf"
    path.write_bytes(three_pages())
    return path


def draw(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "inspections.documents.rendering", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False)


def test_a_page_of_common_size_has_110_dots_an_inch():
    assert scale_of(595, 842) == pytest.approx(110 / 72)


@pytest.mark.parametrize("size", [(595, 842), (1191, 1684), (14_400, 14_400), (14_400, 20), (3, 14_400), (1, 1)])
def test_no_page_gives_an_image_that_is_too_large(size):
    width, height = pixels_of(*size)
    assert 1 <= width <= LONGEST_SIDE + 1
    assert 1 <= height <= LONGEST_SIDE + 1
    assert width * height <= MOST_PIXELS * 1.01


def test_the_process_prints_the_sizes_of_all_pages(file):
    done = draw("sizes", file)
    assert done.returncode == 0
    assert [[round(side) for side in size] for size in json.loads(done.stdout)] == [[595, 842]] * 3


def test_the_process_prints_one_page_as_webp(file):
    image = Image.open(BytesIO(draw("image", file, 3).stdout))
    assert (image.format, image.size) == ("WEBP", pixels_of(595, 842))


@pytest.mark.parametrize("number", [4, 400])
def test_a_page_that_is_not_there_ends_with_its_own_status(file, number):
    done = draw("image", file, number)
    assert (done.returncode, done.stdout) == (UNREADABLE, b"")


def test_a_file_that_cannot_be_opened_ends_with_its_own_status(tmp_path):
    (tmp_path / "torn.pdf").write_bytes(three_pages()[:200])
    assert draw("sizes", tmp_path / "torn.pdf").returncode == UNREADABLE
