"""The admin of everything that people correct, and of corrections themselves."""

from importlib.util import find_spec

if find_spec("findings.corrections"):
    from findings.admin import answered, corrections, judged, reports, said

    __all__ = ["answered", "corrections", "judged", "reports", "said"]
