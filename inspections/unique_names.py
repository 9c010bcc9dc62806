"""Unique names for addresses and anchors."""

from collections.abc import Container


def free_name(wanted: str, taken: Container[str], joint: str = "-") -> str:
    """Return the wanted name, with the first free number from 2 on if it is taken: "sif-2015", "sif-2015-2"."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}{joint}{number}"
    return name
