"""What a profile is: the reader of one kind of report, which knows nothing of files or databases."""

from dataclasses import dataclass
from typing import Protocol

from ingest.blocks import Block
from ingest.drafts import ReportDraft
from ingest.profiles.families import Family
from inspections.vocabulary import ReportKind


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks of one report: a whole document, or a stretch of a pack that binds several together."""

    blocks: tuple[Block, ...]
    media_type: str


class Profile(Protocol):
    """One kind of report.

    ``name`` carries the version ("ilacs/1") and is recorded with what is read. ``family`` says what a part must show
    before the profile is asked for its score.
    """

    name: str
    kind: ReportKind
    family: Family

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """Tell whether a report of this kind begins at ``blocks[index]`` (its cover or title, not a mention of it)."""
        ...

    def score(self, part: Part) -> float:
        """Tell how surely the part is of this kind: 0 declines, 1 is certain. A tie between profiles is an error."""
        ...

    def extract(self, part: Part) -> ReportDraft:
        """Read the facts of the part; what is uncertain comes as notices in the draft."""
        ...
