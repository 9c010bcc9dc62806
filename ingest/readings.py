"""A reading as JSON and back, complete, so that it can be kept until a person decides about it.

``ingest.exchange`` has the format for others, which leaves out what they do not need. Here every field of every draft
is written by its name; what comes back is equal to what was written. Types are those of the drafts: frozen dataclasses,
named tuples, tuples, enumerations, texts, numbers and None.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class OtherShape(ValueError):
    """What was written does not have the shape that this version of the program writes."""


def written(value: Any) -> Any:
    """A value of drafts as JSON holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: written(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | tuple):
        return [written(one) for one in value]
    if isinstance(value, dict):
        return {str(key): written(one) for key, one in value.items()}
    return value


def read_back(kind: type[T], value: Any) -> T:
    """The value of a type that was written. Raises OtherShape."""
    try:
        found: T = _read(kind, value)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise OtherShape(str(error)) from error
    return found


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):
        (inner,) = (one for one in get_args(kind) if one is not types.NoneType)
        return None if value is None else _read(inner, value)
    if origin is tuple:
        return _tuple(get_args(kind), value)
    if origin is dict:
        _, inner = get_args(kind)
        return {key: _read(inner, one) for key, one in value.items()}
    if is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]
        if hints.keys() != value.keys():
            raise OtherShape(f"{kind} has other fields than {sorted(value)}")
        return kind(**{name: _read(hint, value[name]) for name, hint in hints.items()})  # type: ignore[operator]
    if isinstance(kind, type) and issubclass(kind, tuple):
        hints = _hints(kind)
        return kind(*(_read(hint, one) for hint, one in zip(hints.values(), value, strict=True)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, (int, float) if kind is float else kind):
        raise OtherShape(f"{value!r} is no {kind}")
    return value


def _tuple(inner: tuple[Any, ...], value: list[Any]) -> tuple[Any, ...]:
    if inner[-1] is Ellipsis:
        return tuple(_read(inner[0], one) for one in value)
    return tuple(_read(one, part) for one, part in zip(inner, value, strict=True))
