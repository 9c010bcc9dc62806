"""Real documents, each read once however many tests look at what it holds."""

from functools import cache
from pathlib import Path

from ingest.drafts import Extraction
from ingest.extract import extract


@cache
def reading_of(path: Path) -> Extraction:
    """What the document holds; of no use where reading itself is tested."""
    return extract(path.read_bytes(), path.name)
