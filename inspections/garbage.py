"""When the program that serves pages looks for garbage: seldom, because each look stops a page for longer than the page takes."""

import gc

NEW_OBJECTS = 10_000
"""New objects between two looks: enough that looks are few, and not so many that one of them holds up a page for a tenth of a second."""
ROUNDS = 20


def look_seldom() -> None:
    """Leave out of every look what is there now, which stays as long as the program; call it when the program is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, ROUNDS, ROUNDS)
