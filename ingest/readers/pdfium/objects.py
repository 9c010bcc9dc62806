"""The objects of a page in the order in which they are painted: texts, paths, pictures and shadings.

Forms are descended into: programs that stamp, merge or impose pages put whole pages into forms. A form that is painted
twice has its objects twice, each with its own matrix.
"""

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import pypdfium2.raw as c

from ingest.readers.pdfium import calls

MAX_DEPTH = 12
"""Forms inside of forms that are descended into."""

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in the space of the file, in points."""


class Matrix(NamedTuple):
    """Where the points of a form lie on the page."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The point of the page on which a point of the form lies."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: "Matrix | None") -> "Matrix":
        """The matrix inside of a form that has another one."""
        if not outer:
            return self
        e, f = outer.place(self.e, self.f)
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            e,
            f,
        )


class PaintedObject(NamedTuple):
    """The address of an object, its kind (``FPDF_PAGEOBJ_…``), and the matrix of the form around it, or None.

    ``forms`` are the forms around it from the outermost to the innermost, each with the matrix of the form around that.
    """

    handle: int
    kind: int
    matrix: Matrix | None
    forms: tuple[tuple[int, Matrix | None], ...] = ()

    def box(self) -> Rectangle | None:
        """The box of the object on the page."""
        left, low, right, high = (ctypes.c_float() for _ in range(4))
        if not calls.bounds_of(self.handle, left, low, right, high):
            return None
        box = left.value, low.value, right.value, high.value
        if not self.matrix:
            return box
        corners = [self.matrix.place(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        return (
            min(x for x, _ in corners),
            min(y for _, y in corners),
            max(x for x, _ in corners),
            max(y for _, y in corners),
        )


def matrix_of(handle: int) -> Matrix:
    """The matrix that an object states."""
    matrix = c.FS_MATRIX()
    calls.object_matrix(handle, ctypes.byref(matrix))
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


painted_object: Callable[[tuple[int, int, Matrix | None, tuple[tuple[int, Matrix | None], ...]]], PaintedObject]
painted_object = partial(tuple.__new__, PaintedObject)
"""An object of all its fields, twice as fast as the class itself."""


def painted_objects(page: Any) -> list[PaintedObject]:
    """The objects of an open page of pdfium, those inside of forms in the place of the forms."""
    found: list[PaintedObject] = []
    get, at, form = calls.object_at, calls.address_of(page), c.FPDF_PAGEOBJ_FORM
    handles = [get(at, index) for index in range(c.FPDFPage_CountObjects(page))]
    for handle, kind in zip(handles, map(calls.kind_of, handles), strict=True):
        if kind == form:
            found += _inside(handle, None, ())
        else:
            found.append(painted_object((handle, kind, None, ())))
    return found


def _inside(form: int, outer: Matrix | None, around: tuple[tuple[int, Matrix | None], ...]) -> Iterator[PaintedObject]:
    matrix = matrix_of(form).then(outer)
    forms = (*around, (form, outer))
    for index in range(calls.count_in_form(form)):
        handle = calls.object_in_form(form, index)
        kind = calls.kind_of(handle)
        if kind != c.FPDF_PAGEOBJ_FORM:
            yield PaintedObject(handle, kind, matrix, forms)
        elif len(forms) < MAX_DEPTH:
            yield from _inside(handle, matrix, forms)
