"""What the program that serves pages loads before anybody asks: else the first reader waits for all views and templates."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.urls import get_resolver


def load_pages() -> None:
    """Load every view that has an address, and every template."""
    get_resolver().url_patterns  # noqa: B018  (reading it imports them)
    folder = Path(settings.BASE_DIR) / "templates"
    for path in folder.rglob("*.html"):
        get_template(str(path.relative_to(folder)))
