"""Judgements in sentences: the latest of a domain and the one before it, each with its day."""

from __future__ import annotations

from inspections.judgements.latest import OVERALL, without_overall
from inspections.judgements.over_time import JudgedDomain
from inspections.models import Judgement
from inspections.models.inspection_days import counting_day
from inspections.templatetags.reading import inspection_dates


def grade_sentence(judged: JudgedDomain, newest: str = "") -> str:
    """The latest judgement of a domain in words, with the one before it if there is one.

    ``newest`` is the day of the newest judgement in other domains: an overall judgement that is older says so.
    """
    before = f" Before: {judgement_words(judged.before)}." if judged.before else ""
    is_overall = judged.domain.code == OVERALL
    newer = without_overall(counting_day(judged.latest.inspection), newest) if is_overall else ""
    return f"{judged.domain.name}: {judgement_words(judged.latest)}.{f' {newer}.' if newer else ''}{before}"


def judgement_words(judgement: Judgement) -> str:
    """The grade, or why there is none, with framework and days of the inspection, and whether its report is held."""
    inspection = judgement.inspection
    grade = judgement.grade.name if judgement.grade else judgement.get_absence_display()
    framework = inspection.framework.short_name if inspection.framework else "framework not known"
    days = inspection_dates(inspection) if counting_day(inspection) else "days not known"
    held = ", its report is not held" if inspection.is_reported_only else ""
    return f"{grade} ({framework}, {days}{held})"
