"""A loaded report, and somebody who corrects it."""

import pytest
from django.contrib.auth.models import User

from findings.models import Finding
from ingest.load import load
from tests import builders
from tests.ingest.drafts_builder import extraction, sif


@pytest.fixture
def user(db) -> User:
    person: User = builders.editor()
    return person


@pytest.fixture
def three(db) -> Finding:
    """Paragraph 3 of a single inspection report that was loaded."""
    load(extraction(sif()))
    return Finding.objects.get(ref="3")
