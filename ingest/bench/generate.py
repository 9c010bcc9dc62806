"""An invented knowledge base of any size, about the authorities of England, in the proportions of the real one.

Only for measuring: every title says that it is generated, and nothing is written into a database that holds reports. Reports go
round the authorities, each framework in its years, so that every authority has a history; a plan answers the last inspection before it.
Rows are built in memory, a few dozen reports at a time, and written kind after kind.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from findings.models import (
    Action,
    CrossReference,
    Evidence,
    Finding,
    FindingKind,
    Recommendation,
    ReferenceTarget,
    Section,
    Timescale,
)
from ingest.bench.vocabulary import Vocabulary
from inspections import statistics, version
from inspections.models import (
    Authority,
    Basis,
    FrameworkDomain,
    Grade,
    Inspection,
    InspectionStatement,
    Judgement,
    Notice,
    NoticeLevel,
    Report,
    ReportKind,
    ReportSource,
    SourceFile,
    SourceRole,
)

FINDINGS_A_REPORT = 130
BATCH = 40
PROFILE = "generated 1"


class NotEmptyError(ValueError):
    """The database holds reports."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of report: its years, and the least and most numbered paragraphs, recommendations and actions."""

    kind: ReportKind
    framework: str
    years: tuple[int, int]
    findings: tuple[int, int]
    recommendations: tuple[int, int]
    actions: tuple[int, int] = (0, 0)
    judges: bool = False


PATTERNS = (
    Pattern(ReportKind.JAR, "jar", (2006, 2008), (110, 170), (15, 25), judges=True),
    Pattern(ReportKind.LAC, "lac", (2013, 2013), (80, 120), (8, 14), judges=True),
    Pattern(ReportKind.SIF, "sif", (2014, 2017), (180, 280), (10, 22), judges=True),
    Pattern(ReportKind.CABINET_REPORT, "", (2014, 2018), (60, 100), (1, 6)),
    Pattern(ReportKind.IMPROVEMENT_PLAN, "", (2015, 2020), (20, 40), (5, 10), (30, 70)),
    Pattern(ReportKind.ILACS, "ilacs", (2018, 2021), (130, 200), (4, 9), judges=True),
    Pattern(ReportKind.FOCUSED_VISIT, "focused-visit", (2019, 2022), (60, 120), (2, 5)),
    Pattern(ReportKind.JTAI, "jtai", (2017, 2023), (100, 160), (4, 9)),
    Pattern(ReportKind.SEND, "send", (2023, 2025), (90, 150), (3, 7)),
    Pattern(ReportKind.ILACS, "ilacs", (2022, 2026), (130, 200), (4, 9), judges=True),
    Pattern(ReportKind.FOCUSED_VISIT, "focused-visit", (2023, 2026), (60, 120), (2, 5)),
)

ORDER: tuple[type[models.Model], ...] = (
    SourceFile, Inspection, Report, ReportSource, InspectionStatement, Section, Judgement, Finding, Evidence, Recommendation,
    Action, CrossReference, Notice,
)  # fmt: skip


@dataclass
class _Batch:
    """Rows to be written, by their table."""

    rows: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))

    def add(self, row: Any) -> Any:
        self.rows[type(row)].append(row)
        return row

    def save(self) -> None:
        with transaction.atomic():
            for model in ORDER:
                model._default_manager.bulk_create(self.rows[model], batch_size=2_000)


class Generator:
    """Writes reports until there are as many findings as wanted."""

    def __init__(self, seed: int = 1) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing here is secret
        self.words = Vocabulary(self.random)
        self.authorities = list(Authority.objects.filter(is_sample=False).order_by("la_code"))
        self.frameworks: dict[str, list[FrameworkDomain]] = defaultdict(list)
        for row in FrameworkDomain.objects.select_related("framework", "domain").order_by("framework", "order"):
            self.frameworks[row.framework.code].append(row)
        self.grades: dict[str, list[Grade]] = defaultdict(list)
        for grade in Grade.objects.select_related("framework").order_by("framework", "rank"):
            self.grades[grade.framework.code].append(grade)
        self.last: dict[int, tuple[Inspection, list[Recommendation], Judgement]] = {}
        self.now = timezone.now()

    def run(self, findings: int) -> Iterator[int]:
        """Write at least so many findings; yields how many there are after every batch. Raises NotEmptyError."""
        if Report.objects.exists():
            raise NotEmptyError("This database holds reports; the generator writes only into an empty one.")
        plan, written, number = self._plan(findings), 0, 0
        while written < findings and (some := list(islice(plan, BATCH))):
            batch = _Batch()
            for authority, pattern, year in some:
                if written >= findings:
                    break
                number += 1
                written += self._report(batch, number, authority, pattern, year)
            batch.save()
            version.renew()
            yield written
        statistics.gather()

    def _plan(self, findings: int) -> Iterator[tuple[Authority, Pattern, int]]:
        """Reports without end; few findings are spread over all kinds by taking fewer authorities."""
        rounds = len(PATTERNS)
        wanted = max(1, findings // (FINDINGS_A_REPORT * rounds))
        taken = self.authorities[: min(len(self.authorities), wanted)]
        while True:
            for pattern in PATTERNS:
                for authority in taken:
                    yield authority, pattern, self.random.randint(*pattern.years)

    def _day(self, year: int) -> str:
        return f"{year}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def _report(self, batch: _Batch, number: int, authority: Authority, pattern: Pattern, year: int) -> int:
        """One report with all that is in it; the number of its findings."""
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
        self, batch: _Batch, number: int, authority: Authority, pattern: Pattern, published: str
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
        batch: _Batch,
        report: Report,
        pattern: Pattern,
        inspection: Inspection | None,
        earlier: tuple[Inspection, list[Recommendation], Judgement] | None,
    ) -> int:
        domains = self.frameworks.get(pattern.framework) or self.frameworks["ilacs"]
        findings = self._findings(batch, report, self.random.randint(*pattern.findings), domains)
        judgements = self._judgements(batch, report, inspection, pattern, findings) if pattern.judges else []
        asked = self._recommendations(batch, report, self.random.randint(*pattern.recommendations), findings, domains)
        self._actions(batch, report, self.random.randint(*pattern.actions), earlier[1] if earlier else [])
        if earlier and not pattern.judges and inspection is None:
            told = earlier[2]
            batch.add(
                Judgement(
                    report=report, anchor="reported-overall", ordinal=999, page=1, inspection=told.inspection,
                    domain=told.domain, domain_wording=told.domain_wording, scope=told.scope, grade=told.grade,
                    grade_wording=told.grade_wording, basis=Basis.REPORTED,
                )
            )  # fmt: skip
        if self.random.random() < 0.3:
            message = "Paragraph 7 is missing between 6 and 8. Look at page 3 of the document."
            code, level = "missing-paragraphs", NoticeLevel.WARNING
            batch.add(Notice(source=report.source, report=report, level=level, code=code, message=message, page=3))
        if inspection and judgements:
            self.last[inspection.authority_id] = (inspection, asked, judgements[0])
        return len(findings)

    def _findings(
        self, batch: _Batch, report: Report, number: int, domains: list[FrameworkDomain]
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
        batch: _Batch,
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
                    basis=Basis.PRIMARY, is_standing=True,
                    evidence_range=f"{carrying[0].ref} to {carrying[-1].ref}" if carrying else "",
                )
            )  # fmt: skip
            made.append(judgement)
            for ordinal, row in enumerate(carrying, 1):
                batch.add(Evidence(judgement=judgement, finding=row, ordinal=ordinal))
        return made

    def _recommendations(
        self,
        batch: _Batch,
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
                domain=self.random.choice(domains).domain, timescale=self.random.choice(["", *Timescale.values]),
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

    def _actions(self, batch: _Batch, report: Report, number: int, asked: list[Recommendation]) -> None:
        for place in range(1, number + 1):
            ref = f"{1 + place // 15}.{1 + place % 15}"
            text = self.words.text(1)
            row = batch.add(
                Action(
                    report=report, anchor=f"action-{ref}", ordinal=place, page=10, ref=ref, priority=ref.split(".", 1)[0],
                    text=text, orig=text, lead=self.random.choice(["", "Head of Safeguarding", "Director"]),
                    due=self.random.choice(["", "March 2020", "Ongoing"]),
                )
            )  # fmt: skip
            if asked:
                answered = self.random.choice(asked)
                batch.add(
                    CrossReference(
                        report=report, ordinal=1000 + place, action=row, target=ReferenceTarget.RECOMMENDATION,
                        ref=answered.ref, printed=f"Recommendation {answered.ref}", target_recommendation=answered,
                    )
                )  # fmt: skip
