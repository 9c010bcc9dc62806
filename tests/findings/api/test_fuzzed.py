"""Whatever the description of the API allows is answered as it tells, and what it forbids is refused in words.

Schemathesis makes the requests from the description alone. Where it makes what is allowed, it leaves out what no
description can tell: cursors, which the site signs, names of reports and other records, which are looked up, and words,
of which one must be a word.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode

from findings.views.datasets import DATASETS
from tests.findings.exports.downloads import store_examples
from tests.kept import kept

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

EXAMPLES = 6
PATHS = [
    path
    for one in DATASETS
    for path in (f"/api/v1/{one.name}/", *([f"/api/v1/{one.name}/{{permanent_id}}/"] if one.lookup else []))
]


class TestRequests:
    """Requests of every kind, over one story."""

    @pytest.fixture(autouse=True)
    def connected(self) -> Iterator[None]:
        """Let the end of a request leave the connection open, as the test client does."""
        for signal in (request_started, request_finished):
            signal.disconnect(close_old_connections)
        yield
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)

    @pytest.fixture(scope="class")
    @classmethod
    def described(cls, django_db_setup, django_db_blocker) -> Iterator[dict[str, Any]]:
        with kept(django_db_blocker, store_examples):
            yield Client().get(reverse("api-schema")).json()

    @pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.name.lower())
    @pytest.mark.parametrize("path", PATHS)
    def test_answers_are_as_described(self, described, path, mode):
        schema = schemathesis.openapi.from_dict(described)
        schema.app = get_wsgi_application()
        parameters = described["paths"][path]["get"]["parameters"]
        looked_up = {one["name"] for one in parameters if one["schema"].get("items") == {"type": "string"}}
        not_told = looked_up | {"cursor", "text"}
        cases = schema[path]["GET"].as_strategy(generation_mode=mode)

        @settings(
            max_examples=EXAMPLES,
            derandomize=True,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases)
        def ask(case: Any) -> None:
            if mode is GenerationMode.POSITIVE:
                case.query = {name: value for name, value in case.query.items() if name not in not_told}
            case.call_and_validate(headers={"Accept-Encoding": "identity"})

        ask()
