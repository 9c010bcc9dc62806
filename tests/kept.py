"""Content that several tests look at: saved once, seen by each of them, and gone when the last one has run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import transaction

Told = TypeVar("Told")


@contextmanager
def kept(blocker: Any, make: Callable[[], Told]) -> Iterator[Told]:
    """Hand over what ``make`` saves, inside a transaction that is rolled back at the end.

    For fixtures of the scope class, with pytest-django's ``django_db_blocker``: the transaction of each test lies
    inside this one, so that what a test itself saves is gone after it.
    """
    with blocker.unblock(), transaction.atomic():
        yield make()
        transaction.set_rollback(True)
