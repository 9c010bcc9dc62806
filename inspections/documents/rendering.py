"""Pages of a PDF as images, drawn by pdfium in a process of its own; ``python -m inspections.documents.rendering`` is that process.

``sizes FILE`` prints the size of every page as JSON, ``image FILE PAGE`` prints one page as WebP. A page is drawn at 110 dots an inch,
or smaller where that would be too many dots. The exit status is 0, or tells why nothing came: the file cannot be opened or has
no such page (``UNREADABLE``), memory ran out (``OUT_OF_MEMORY``), or the system ended the process.
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
    """Dots a point for a page of this size in points; less than 110 an inch where the image would be too large."""
    area, longest = max(width * height, 1.0), max(width, height, 1.0)
    return min(DPI / POINTS_AN_INCH, math.sqrt(MOST_PIXELS / area), LONGEST_SIDE / longest)


def pixels_of(width: float, height: float) -> tuple[int, int]:
    """The size of the image of a page of this size in points."""
    scale = scale_of(width, height)
    return max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale))


def sizes(document: Any) -> bytes:
    """The width and height of every page in points, turned as the page is shown."""
    found = (document.get_page_size(index) for index in range(len(document)))
    return json.dumps([[round(width, 2), round(height, 2)] for width, height in found]).encode()


def image(document: Any, number: int) -> bytes:
    """The page of this number, from 1, as WebP."""
    page = document[number - 1]
    drawn = page.render(scale=scale_of(*page.get_size())).to_pil().convert("RGB")
    out = BytesIO()
    drawn.save(out, "WEBP", quality=QUALITY)
    return out.getvalue()


def main(task: str, path: str, *numbers: str) -> int:
    """Do one task within the limits, print what came of it, and give the exit status."""
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
