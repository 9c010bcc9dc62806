"""A loaded report with its plan, and what the checks of it find and repair."""

import pytest

from findings.checks import Breach, Invariant
from findings.models import Finding
from ingest.load import load
from tests.ingest.drafts_builder import extraction, plan, sif


def found(invariant: Invariant) -> list[Breach]:
    """What is wrong now."""
    return list(invariant.breaches())


def after_repair(invariant: Invariant) -> list[Breach]:
    """What is wrong still after everything that can be made again was."""
    assert invariant.repair
    invariant.repair(sorted({breach.subject for breach in found(invariant) if breach.subject}))
    return found(invariant)


@pytest.fixture
def three(db, settings, tmp_path) -> Finding:
    """Paragraph 3 of an inspection report that was loaded from stored bytes, with a plan in answer beside it."""
    settings.MEDIA_ROOT = tmp_path / "sources"
    load(extraction(sif(), content="Bytes."), b"Bytes.")
    load(extraction(plan(), name="plan.txt"))
    return Finding.objects.get(ref="3")
