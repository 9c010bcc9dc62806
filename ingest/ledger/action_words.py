"""How a plan may print what an action keeps in another form: its reference, the recommendations that it answers."""

from collections.abc import Iterator, Sequence

from ingest.drafts import ActionDraft, RecommendationDraft
from ingest.wording.number_words import NUMBER_WORDS

LABELS = (
    *("Recommendation", "Recommendations", "Rec", "Recs", "R", "AFI", "AFIs", "Area for improvement"),
    *("Areas for improvement", "Priority action", "Priority actions", "No", "Number"),
)
"""What stands in front of the numbers of recommendations."""

NUMBERED = ("Action", "Action no", "Action point", "Key action", "Improvement action", "Point", "Step")
"""What stands in front of the number of an action over its card or its words."""

OWNERS = ("", "Ofsted ", "Inspection ")


def reference_as_printed(action: ActionDraft) -> Iterator[str]:
    """How a row may print its reference: in front of its words, or with what is printed over it."""
    printed = action.orig.partition("\t")[0]
    if action.ref:
        yield f"{action.ref} {action.text}"
    if action.ref and printed.replace(" ", "").startswith(action.ref):
        yield printed


def number_as_printed(action: ActionDraft) -> Iterator[str]:
    """How a heading may print the number of an action, alone or in front of its words: "Action 3"."""
    if action.ref:
        yield from (f"{word} {action.ref}" for word in NUMBERED)
        yield from (f"{word} {action.ref} {action.text}" for word in NUMBERED)


def recommendation_as_printed(recommendation: RecommendationDraft) -> Iterator[str]:
    """How a row may print the words of a recommendation that it answers behind its number."""
    ref, words = recommendation.ref or "", recommendation.text
    if ref:
        yield from (f"{owner}{label} {ref} {words}" for label in LABELS for owner in OWNERS)
        yield f"R{ref} {words}"


def numbers_as_printed(numbers: Sequence[str]) -> Iterator[str]:
    """How a cell may print the numbers of recommendations: "1, 2", "Recs 1 and 2", "R1, R2", "AFI 1 to 3", "No. 4"."""
    if not numbers:
        return
    lists = [(*numbers[:-1], f"and {numbers[-1]}"), numbers, (numbers[0], "to", numbers[-1]), (numbers[0], numbers[-1])]
    for listed in dict.fromkeys(" ".join(one) for one in (lists if numbers[1:] else [numbers])):
        yield listed
        yield from (f"{owner}{label} {listed}" for label in LABELS for owner in OWNERS)
    for label in LABELS:
        for space in ("", " "):
            labelled = [f"{label}{space}{number}" for number in numbers]
            yield from (" ".join(labelled), " and ".join(labelled))
    if len(numbers) == 1 and numbers[0].isdigit() and 0 < int(numbers[0]) <= len(NUMBER_WORDS):
        yield f"Recommendation {NUMBER_WORDS[int(numbers[0]) - 1]}"
