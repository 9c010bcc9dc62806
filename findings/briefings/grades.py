"""Judgements in sentences: the latest of a domain and the one before it, each with its day."""

from __future__ import annotations

from inspections.judgements.over_time import JudgedDomain
from inspections.models import Judgement
from inspections.templatetags.reading import inspection_dates


def grade_sentence(judged: JudgedDomain) -> str:
    """The latest judgement of a domain in words, with the one before it if there is one."""
    before = f" Before: {judgement_words(judged.before)}." if judged.before else ""
    return f"{judged.domain.name}: {judgement_words(judged.latest)}.{before}"


def judgement_words(judgement: Judgement) -> str:
    """The grade, or why there is none, with the framework and the days of the inspection."""
    inspection = judgement.inspection
    grade = judgement.grade.name if judgement.grade else judgement.get_absence_display()
    framework = inspection.framework.short_name if inspection.framework else "framework not known"
    days = inspection_dates(inspection) if inspection.started or inspection.ended else "days not known"
    return f"{grade} ({framework}, {days})"
