"""Cursors: where a portion of rows ends, as a text that only the site can make.

A cursor holds the name of its data set, a digest of the filters, and the keys of the last row. It is signed, so what
comes back is what was given out; with another data set or other filters it is refused, because the rows in between
would be missing without a word.
"""

from __future__ import annotations

import hashlib

from django.core import signing
from django.http import QueryDict

from findings.views.dataset import Keys

SALT = "findings.api.cursors/1"


class WrongCursor(Exception):
    """A text that is no cursor of these rows; the message says what to do."""


def cursor_after(name: str, filters: QueryDict, keys: Keys) -> str:
    """The cursor behind the row with these keys."""
    return signing.Signer(salt=SALT).sign_object([name, _digest(filters), list(keys)])


def keys_of(cursor: str, name: str, filters: QueryDict) -> Keys:
    """The keys in a cursor. Raises WrongCursor."""
    try:
        of, under, keys = signing.Signer(salt=SALT).unsign_object(cursor)
    except (signing.BadSignature, ValueError) as error:
        message = "This cursor was not given out by this site. Follow the addresses in “next”, or begin without one."
        raise WrongCursor(message) from error
    if (of, under) != (name, _digest(filters)):
        message = "This cursor belongs to another data set or other filters. Follow “next”, or begin without one."
        raise WrongCursor(message)
    return tuple(keys)


def _digest(filters: QueryDict) -> str:
    chosen = sorted((name, sorted(filter(None, values))) for name, values in filters.lists() if any(values))
    return hashlib.sha256(repr(chosen).encode()).hexdigest()[:16]
