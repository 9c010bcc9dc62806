"""Names that must be unique: addresses and anchors."""

from collections.abc import Container


def free_name(wanted: str, taken: Container[str], joint: str = "-") -> str:
    """The wanted name, or with the first number from 2 on that is free: "sif-2015-11-27", "sif-2015-11-27-2"."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}{joint}{number}"
    return name
