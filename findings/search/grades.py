"""The grade under which a record stands in its report, by which search filters and which results show.

In this order: of a judgement its own grade, or why it has none; of a finding the grade of the judgement whose evidence
holds it; of any other record, and of a finding that no evidence or that of several grades holds, the grade of its
domain. Only the judgements that the report itself makes count. Where they leave more than one grade there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from findings.models import Evidence, Finding, Recommendation
from findings.search.texts import SearchedRecord
from inspections.models import Judgement
from inspections.vocabulary import Basis

NONE = ""


def grade_code(judgement: Judgement) -> str:
    """The code of the grade of a judgement, or the reason why it has none; needs its ``grade``."""
    return judgement.grade.code if judgement.grade else judgement.absence


class GradesOfReport:
    """The grades of the records of a report."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        own = {row.pk: row for row in judgements if row.basis == Basis.PRIMARY}
        self._by_domain: dict[int, set[str]] = defaultdict(set)
        self._by_finding: dict[int, set[str]] = defaultdict(set)
        for row in own.values():
            self._by_domain[row.domain_id].add(grade_code(row))
        held = Evidence.objects.filter(judgement__in=own).order_by().values_list("judgement", "finding")
        for judgement, finding in held if own else ():
            self._by_finding[finding].add(grade_code(own[judgement]))

    def of(self, record: SearchedRecord) -> str:
        """The code of the grade of a record, or of the reason why there is none; "" where none is known."""
        match record:
            case Judgement():
                return grade_code(record)
            case Finding() if len(held := self._by_finding.get(record.pk, set())) == 1:
                return next(iter(held))
            case Finding() | Recommendation():
                section = record.section
                domain = record.domain_id or (section.domain_id if section else None)
                found = self._by_domain.get(domain, set()) if domain else set()
                return next(iter(found)) if len(found) == 1 else NONE
            case _:
                return NONE
