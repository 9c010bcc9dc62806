"""The rows of one generated report: source file, inspection, sections and all records.

Rows are built in memory and written table by table. Random numbers are drawn in a fixed order, so that the same seed
always gives the same rows.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.db import models
from django.utils import timezone

from findings.models import Action, CrossReference, Evidence, Finding, Recommendation, Section
from ingest.bench.patterns import Pattern
from ingest.bench.vocabulary import Vocabulary
from inspections.models import (
    Authority,
    FrameworkDomain,
    Grade,
    Inspection,
    InspectionStatement,
    Judgement,
    Notice,
    Report,
    ReportSource,
    SourceFile,
)
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Basis, FindingKind, NoticeLevel, ReferenceTarget, SourceRole, Timescale
from inspections.write import knowledge_change, renew

PROFILE = "generated 1"

ORDER: tuple[type[models.Model], ...] = (
    SourceFile, Inspection, Report, ReportSource, InspectionStatement, Section, Judgement, Finding, Evidence,
    Recommendation, Action, CrossReference, Notice,
)  # fmt: skip


@dataclass
class Batch:
    """Rows to write, by table."""

    rows: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))

    def add(self, row: Any) -> Any:
        """Add a row, and return it."""
        self.rows[type(row)].append(row)
        return row

    def save(self) -> None:
        """Write all rows, in one change."""
        with knowledge_change():
            for model in ORDER:
                model._default_manager.bulk_create(self.rows[model], batch_size=2_000)
            renew()


class Maker:
    """Makes reports one after the other; a plan answers the last inspection of its authority before it."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.words = Vocabulary(self.random)
        self.frameworks: dict[str, list[FrameworkDomain]] = defaultdict(list)
        for row in FrameworkDomain.objects.select_related("framework", "domain").order_by("framework", "order"):
            self.frameworks[row.framework.code].append(row)
        self.grades: dict[str, list[Grade]] = defaultdict(list)
        for grade in Grade.objects.select_related("framework").order_by("framework", "rank"):
            self.grades[grade.framework.code].append(grade)
        self.last: dict[int, tuple[Inspection, list[Recommendation], Judgement]] = {}
        self.now = timezone.now()

    def _day(self, year: int) -> str:
        return f"{year}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def report(self, batch: Batch, number: int, authority: Authority, pattern: Pattern, year: int) -> int:
        """Add one report with all its records to the batch, and return the number of its findings."""
        published = self._day(year)
        title = f"Generated {pattern.kind.label.lower()} {number} about {authority.name}"
        source = batch.add(
            SourceFile(
                sha256=hashlib.sha256(str(number).encode()).hexdigest(),
                name=f"generated-{number:05}.pdf",
                media_type="application/pdf",
                size=200_000,
                pages=30,
                reader=PROFILE,
                status="complete",
                read_at=self.now,
            )
        )
        inspection = self._inspection(batch, number, authority, pattern, published)
        earlier = self.last.get(authority.pk)
        report = batch.add(
            Report(
                kind=pattern.kind,
                identity=f"generated:{number}",
                slug=f"{pattern.kind.value}-{published}-{number}",
                title=title,
                authority=authority,
                inspection=inspection or (earlier[0] if earlier else None),
                is_own=inspection is not None,
                published=published,
                year=year,
                licence="OGL-3.0",
                profile=PROFILE,
                source=source,
                page=1,
                changed_at=self.now,
            )
        )
        batch.add(ReportSource(report=report, source=source, ordinal=1, role=SourceRole.CURRENT))
        about = inspection or (earlier[0] if earlier else None)
        if about:
            batch.add(
                InspectionStatement(
                    report=report, inspection=about, anchor="inspection", is_own=inspection is not None,
                    framework=about.framework, started=about.started, ended=about.ended, published=about.published,
                )
            )  # fmt: skip
        return self._contents(batch, report, pattern, inspection, earlier)

    def _inspection(
        self, batch: Batch, number: int, authority: Authority, pattern: Pattern, published: str
    ) -> Inspection | None:
        if not pattern.framework:
            return None
        started = f"{published[:8]}01"
        domains = self.frameworks.get(pattern.framework)
        row: Inspection = batch.add(
            Inspection(
                authority=authority,
                framework=domains[0].framework if domains else None,
                slug=f"{pattern.framework}-{number}",
                started=started,
                ended=published,
                published=published,
                year=int(published[:4]),
                lead_inspector=f"{self.random.choice(self.words.rare).title()} Marsh HMI",
                is_reported_only=False,
            )
        )
        return row

    def _contents(
        self,
        batch: Batch,
        report: Report,
        pattern: Pattern,
        inspection: Inspection | None,
        earlier: tuple[Inspection, list[Recommendation], Judgement] | None,
    ) -> int:
        domains = self.frameworks.get(pattern.framework) or self.frameworks["ilacs"]
        findings = self._findings(batch, report, self.random.randint(*pattern.findings), domains)
        judgements = self._judgements(batch, report, inspection, pattern, findings) if pattern.judges else []
        recommendations = self._recommendations(
            batch, report, self.random.randint(*pattern.recommendations), findings, domains
        )
        self._actions(batch, report, self.random.randint(*pattern.actions), earlier[1] if earlier else [])
        if earlier and not pattern.judges and inspection is None:
            quoted = earlier[2]
            batch.add(
                Judgement(
                    report=report, anchor="reported-overall", ordinal=999, page=1, inspection=quoted.inspection,
                    domain=quoted.domain, domain_wording=quoted.domain_wording, scope=quoted.scope, grade=quoted.grade,
                    grade_wording=quoted.grade_wording, basis=Basis.REPORTED,
                )
            )  # fmt: skip
        if self.random.random() < 0.3:
            message = "Paragraph 7 is missing between 6 and 8. Look at page 3 of the document."
            code, level = NoticeCode.MISSING_PARAGRAPHS, NoticeLevel.WARNING
            batch.add(Notice(source=report.source, report=report, level=level, code=code, message=message, page=3))
        if inspection and judgements:
            self.last[inspection.authority_id] = (inspection, recommendations, judgements[0])
        return len(findings)

    def _findings(
        self, batch: Batch, report: Report, number: int, domains: list[FrameworkDomain]
    ) -> list[tuple[Finding, FrameworkDomain]]:
        found: list[tuple[Finding, FrameworkDomain]] = []
        each = -(-number // len(domains))
        for place, domain in enumerate(domains):
            section = batch.add(
                Section(
                    report=report, anchor=f"s{place + 1}", ordinal=place * 1000, level=1, heading=domain.wording,
                    domain=domain.domain, page=2 + place * 4,
                )
            )  # fmt: skip
            for _ in range(min(each, number - len(found))):
                ref = str(len(found) + 1)
                page = 2 + len(found) // 6
                text = self.words.text(self.random.randint(2, 5))
                row = Finding(
                    report=report, anchor=f"para-{ref}", ordinal=place * 1000 + len(found) + 1, page=page, ref=ref,
                    boxes=[[page, 70.0, 100.5, 520.25, 160.75]], read={"text": text, "ref": ref},
                    kind=FindingKind.FINDING, section=section, domain=domain.domain, text=text, orig=text,
                )  # fmt: skip
                found.append((batch.add(row), domain))
        return found

    def _judgements(
        self,
        batch: Batch,
        report: Report,
        inspection: Inspection | None,
        pattern: Pattern,
        findings: list[tuple[Finding, FrameworkDomain]],
    ) -> list[Judgement]:
        made: list[Judgement] = []
        scale = self.grades[pattern.framework]
        for place, domain in enumerate(self.frameworks[pattern.framework]):
            grade = self.random.choices(scale, weights=[2, 8, 9, 4, *[1] * 9][: len(scale)])[0]
            carrying = [row for row, about in findings if about is domain]
            judgement = batch.add(
                Judgement(
                    report=report, anchor=f"judgement-{domain.domain.code}", ordinal=place + 1, page=1,
                    inspection=inspection, domain=domain.domain, domain_wording=domain.wording,
                    scope=domain.scopes.split()[0] if domain.scopes else "", grade=grade, grade_wording=grade.name,
                    basis=Basis.PRIMARY, is_preferred=True,
                    evidence_range=f"{carrying[0].ref} to {carrying[-1].ref}" if carrying else "",
                )
            )  # fmt: skip
            made.append(judgement)
            for ordinal, row in enumerate(carrying, 1):
                batch.add(Evidence(judgement=judgement, finding=row, ordinal=ordinal))
        return made

    def _recommendations(
        self,
        batch: Batch,
        report: Report,
        number: int,
        findings: list[tuple[Finding, FrameworkDomain]],
        domains: list[FrameworkDomain],
    ) -> list[Recommendation]:
        made = []
        for place in range(1, number + 1):
            text = self.words.text(self.random.randint(1, 2))
            row = Recommendation(
                report=report, anchor=f"rec-{place}", ordinal=place, page=28, ref=str(place), text=text, orig=text,
                domain=self.random.choice(domains).domain, timescale=self.random.choice(["", *Timescale.values()]),
                addressee=self.random.choice(["", "The council", "All partners"]),
            )  # fmt: skip
            made.append(batch.add(row))
            cited = self.random.choice(findings)[0]
            batch.add(
                CrossReference(
                    report=report, ordinal=place, recommendation=row, target=ReferenceTarget.PARAGRAPH, ref=cited.ref,
                    printed=f"(paragraph {cited.ref})", target_finding=cited,
                )
            )  # fmt: skip
        return made

    def _actions(self, batch: Batch, report: Report, number: int, recommendations: list[Recommendation]) -> None:
        for place in range(1, number + 1):
            ref = f"{1 + place // 15}.{1 + place % 15}"
            text = self.words.text(1)
            row = batch.add(
                Action(
                    report=report, anchor=f"action-{ref}", ordinal=place, page=10, ref=ref,
                    priority=ref.split(".", 1)[0], text=text, orig=text,
                    lead=self.random.choice(["", "Head of Safeguarding", "Director"]),
                    due=self.random.choice(["", "March 2020", "Ongoing"]),
                )
            )  # fmt: skip
            if recommendations:
                target = self.random.choice(recommendations)
                batch.add(
                    CrossReference(
                        report=report, ordinal=1000 + place, action=row, target=ReferenceTarget.RECOMMENDATION,
                        ref=target.ref, printed=f"Recommendation {target.ref}", target_recommendation=target,
                    )
                )  # fmt: skip
