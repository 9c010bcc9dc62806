"""Which parameters of its address a page takes; every page says which of those in its address it does not take.

Lists and analyses know their filters and show nothing while one is wrong. All other pages show the same whatever else
their address asks, and say so, because a page that looks narrowed and is not would mislead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest

View = TypeVar("View", bound=Callable[..., Any])


def takes(*names: str) -> Callable[[View], View]:
    """Declare the parameters that a view takes, for ``public_page`` and ``kept_page``; without it, it takes none."""

    def declare(view: View) -> View:
        view.parameters = frozenset(names)  # type: ignore[attr-defined]  # functions take attributes
        return view

    return declare


def not_taken(request: HttpRequest) -> list[str]:
    """The parameters in the address that its page does not take.

    None for views that are no public pages.
    """
    match = request.resolver_match
    taken = getattr(match.func, "parameters", None) if match else None
    return [] if taken is None else [name for name in request.GET if name not in taken]
