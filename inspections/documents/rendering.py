"""The process that draws pages of a PDF with pdfium: ``python -m inspections.documents.rendering``.

``sizes FILE`` prints the size of every page as JSON, ``image FILE PAGE`` prints one page as WebP, at 110 dots an inch
or fewer where the image would be too large. The exit status is 0, ``UNREADABLE`` if the file cannot be opened or has no
such page, ``OUT_OF_MEMORY`` if memory ran out, or that of a signal if the system ended the process.
"""

import json
import math
import sys
from io import BytesIO
from typing import Any

from inspections.documents.limits import OUT_OF_MEMORY, limit_memory, limit_time

DPI = 110
POINTS_AN_INCH = 72
MOST_PIXELS = 4_000_000
LONGEST_SIDE = 4_000
QUALITY = 78
UNREADABLE = 78
CPU_SECONDS = 12
MEGABYTES = 320


def scale_of(width: float, height: float) -> float:
    """Pixels a point for a page of this size in points: 110 an inch, or fewer where the image would be too large."""
    area, longest = max(width * height, 1.0), max(width, height, 1.0)
    return min(DPI / POINTS_AN_INCH, math.sqrt(MOST_PIXELS / area), LONGEST_SIDE / longest)


def pixels_of(width: float, height: float) -> tuple[int, int]:
    """The size in pixels of the image of a page whose size is given in points."""
    scale = scale_of(width, height)
    return max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale))


def sizes(document: Any) -> bytes:
    """The width and height of every page in points, as JSON, after rotation."""
    found = (document.get_page_size(index) for index in range(len(document)))
    return json.dumps([[round(width, 2), round(height, 2)] for width, height in found]).encode()


def image(document: Any, number: int) -> bytes:
    """A page as WebP; pages are numbered from 1."""
    page = document[number - 1]
    drawn = page.render(scale=scale_of(*page.get_size())).to_pil().convert("RGB")
    out = BytesIO()
    drawn.save(out, "WEBP", quality=QUALITY)
    return out.getvalue()


def main(task: str, path: str, *numbers: str) -> int:
    """Do one task within the limits, print its result, and return the exit status."""
    import pypdfium2
    from PIL import WebPImagePlugin  # noqa: F401  (loaded before the limits are set)

    limit_memory(MEGABYTES)
    limit_time(CPU_SECONDS)
    try:
        with pypdfium2.PdfDocument(path) as document:
            made = sizes(document) if task == "sizes" else image(document, int(numbers[0]))
    except MemoryError:
        return OUT_OF_MEMORY
    except (pypdfium2.PdfiumError, IndexError):
        return UNREADABLE
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
