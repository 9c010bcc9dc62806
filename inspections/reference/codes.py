"""Look-up tables between the codes of the reference data and the keys of their rows."""

from __future__ import annotations

from functools import cached_property

from inspections.models import Authority, Domain, Framework, Grade


class ReferenceCodes:
    """Ids by code and codes by id, each read on first use and kept, so make a new object for each piece of work.

    Unknown codes raise KeyError, except where a method says otherwise.
    """

    @cached_property
    def domains(self) -> dict[str, int]:
        """Ids of domains by code."""
        return dict(Domain.objects.values_list("code", "pk"))

    @cached_property
    def frameworks(self) -> dict[str, int]:
        """Ids of frameworks by code."""
        return dict(Framework.objects.values_list("code", "pk"))

    @cached_property
    def authorities(self) -> dict[str, int]:
        """Ids of authorities by LA code."""
        return dict(Authority.objects.values_list("la_code", "pk"))

    @cached_property
    def grades(self) -> dict[tuple[int, str], int]:
        """Ids of grades by the id of their framework and their code."""
        rows = Grade.objects.values_list("framework_id", "code", "pk")
        return {(framework_id, code): pk for framework_id, code, pk in rows}

    @cached_property
    def grade_codes(self) -> dict[int, str]:
        """Codes of grades by id."""
        return {pk: code for (_, code), pk in self.grades.items()}

    @cached_property
    def framework_codes(self) -> dict[int, str]:
        """Codes of frameworks by id."""
        return {pk: code for code, pk in self.frameworks.items()}

    def grade(self, framework_id: int | None, code: str | None) -> int | None:
        """Return the id of a grade on a framework's scale, None if the framework is unknown or has no such grade."""
        return self.grades.get((framework_id, code)) if framework_id and code else None
