"""Numbers with the name of what is counted."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 inspection", "2 inspections", or with a plural of its own "1,204 authorities"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
