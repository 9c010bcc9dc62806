"""Template filters that show dates, grades, notices and licences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cache, lru_cache

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse

from inspections.counted import counted as in_words
from inspections.documents.licences import Licence
from inspections.documents.licences import licence_of as find_licence
from inspections.lists.as_at import as_at as find_as_at
from inspections.lists.parameters import not_taken as find_not_taken
from inspections.models import Authority, Inspection, Judgement, Notice, partial_dates
from inspections.places import place_words
from inspections.reference import tables
from inspections.reference.neighbour_list import neighbour_list as find_neighbour_list
from inspections.vocabulary import Absence, Basis, ConflictField, NoticeLevel

register = template.Library()
register.filter("place_words", place_words)

# Grades that mean the same on every scale share a shape and a colour. Shapes differ, so nobody needs to see the colour.
LOOKS = {
    "outstanding": "outstanding",
    "good": "good",
    "requires-improvement": "middling",
    "adequate": "middling",
    "inadequate": "inadequate",
}
NO_GRADE = "none"
# Outcomes of area SEND inspections are not grades of a four-point scale and must not look like them.
OUTCOME = "outcome"


@register.filter
def partial_date(value: str) -> str:
    """Return a date as people write it, in a ``time`` element with the ISO 8601 form; "" stays ""."""
    return _date(value) if value else ""


@lru_cache(maxsize=2000)
def _date(value: str) -> str:
    return render_to_string("components/layout/date.html", {"value": value, "display": partial_dates.display(value)})


@register.filter
def plain_date(value: str) -> str:
    """Return a date as people write it, without markup: "27 November 2015"."""
    return partial_dates.display(value)


@register.filter
def inspection_dates(inspection: Inspection) -> str:
    """Return first and last day: "17 to 28 July 2023", "14 September to 8 October 2015", "January 2013".

    Without either of them, returns the date of publication ("published July 2013"), or "" without any date.
    """
    first, last = partial_dates.display(inspection.started), partial_dates.display(inspection.ended)
    if not first or not last or first == last:
        return first or last or f"published {partial_dates.display(inspection.published)}" * bool(inspection.published)
    start, end = first.split(" "), last.split(" ")
    while len(start) > 1 and start[-1] == end[-1]:
        start.pop()
        end.pop()
    return f"{' '.join(start)} to {last}"


@register.filter
def counted(number: int, name: str) -> str:
    """Return a number with the name of what is counted, which is "change" or, if its plural is another, "one,many"."""
    one, _, many = str(name).partition(",")
    return in_words(number, one, many)


@register.filter
def look_of_code(code: str) -> str:
    """Return the name of the shape and colour of a grade, by its code or the reason why there is none."""
    return NO_GRADE if code in Absence.values() else LOOKS.get(code, OUTCOME)


@register.filter
def grade_look(judgement: Judgement) -> str:
    """Return the name of the grade's shape and colour."""
    return look_of_code(judgement.grade.code) if judgement.grade else NO_GRADE


@register.filter
def grade_word(judgement: Judgement) -> str:
    """Return the grade's name, or the reason why there is none.

    What is printed is a grade only on the scale of a framework; where none is known, the word is shown as printed.
    """
    if judgement.grade:
        return judgement.grade.name
    was_printed = judgement.absence == Absence.NOT_READ and judgement.grade_wording
    if was_printed and judgement.inspection.framework is None:
        return f"“{judgement.grade_wording}” as printed, framework not known"
    return judgement.get_absence_display()


@lru_cache(maxsize=500)
def _grade(look: str, word: str, is_reported: bool) -> str:
    context = {"look": look, "word": word, "is_reported": is_reported}
    return render_to_string("components/grades/grade.html", context)


@register.filter
def grade(judgement: Judgement) -> str:
    """Return the grade as word, shape and colour, outlined if another document reports it.

    A page may have hundreds of a few kinds, so each kind is rendered once.
    """
    return _grade(grade_look(judgement), grade_word(judgement), judgement.basis == Basis.REPORTED)


@register.filter
def grade_key(judgement: Judgement) -> str:
    """Return the grade as word, shape and colour for a legend, where no grade is outlined."""
    return _grade(grade_look(judgement), grade_word(judgement), is_reported=False)


@register.filter
def sample(authority: Authority | None) -> str:
    """Return a tag for an authority of the samples, "" for all others."""
    return _sample_tag() if authority and authority.is_sample else ""


@cache
def _sample_tag() -> str:
    return render_to_string("components/layout/sample_tag.html")


@register.inclusion_tag("components/coverage/as_at.html")
def as_at() -> dict[str, object]:
    """The sentence that says until when inspections are held; nothing where none is."""
    return {"groups": find_as_at(), "address": reverse("coverage")}


@register.inclusion_tag("components/layout/not_taken.html", takes_context=True)
def not_taken(context: Context) -> dict[str, object]:
    """The parameters of the address that the page does not take; nothing where it tells ``problems`` of its own."""
    request = context.get("request")
    if request is None or "problems" in context:
        return {}
    return {"names": find_not_taken(request), "path": request.path}


@register.inclusion_tag("components/about/neighbour_list.html")
def neighbour_list() -> dict[str, object]:
    """From which list the statistical neighbours are, and of which year."""
    found = find_neighbour_list()
    return {"source": found.source, "year": found.year, "year_in_words": found.year_in_words}


@register.filter
def conflict_value(value: str, field: str) -> str:
    """Return a value in a conflict as people write it: a date, the name of a grade, or a person's name."""
    if field == ConflictField.GRADE:
        return next((grade.name for grade in tables.grades() if grade.code == value), value)
    return value if field == ConflictField.LEAD_INSPECTOR else partial_date(value)


@register.filter
def licence_of(code: str) -> Licence:
    """Return the licence with the code."""
    return find_licence(code)


@register.filter
def file_size(size: int) -> str:
    """Return a number of bytes in KB or MB: "113 KB"."""
    return f"{max(1, round(size / 1000)):,} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


@register.filter
def by_level(notices: Collection[Notice]) -> str:
    """Return the number of notices of each level, the most severe first: "1 not read, 3 doubts, 2 notes"."""
    numbers = Counter(notice.level for notice in notices)
    counts = [(numbers[level], str(level.label).lower()) for level in reversed(NoticeLevel) if numbers[level]]
    return ", ".join(f"{number} {name}{'s' if number > 1 and ' ' not in name else ''}" for number, name in counts)
