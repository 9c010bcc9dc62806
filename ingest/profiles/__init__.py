"""The kinds of report that can be read: one profile a file, and the explicit tuple that the pipeline asks."""

from ingest.profiles.jar import Jar
from ingest.profiles.protocol import Part, Profile

PROFILES: tuple[Profile, ...] = (Jar(),)

__all__ = ["PROFILES", "Part", "Profile"]
