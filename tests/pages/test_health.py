"""Whether the site lives and is ready, whatever name it is asked by."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from inspections.shared_services import NO_BROKER, SharedServices
from inspections.storage_faults import UNREACHABLE

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
BY_ADDRESS = {"host": "10.0.0.7:8000"}


def test_the_process_lives_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz", headers=BY_ADDRESS)
    assert (response.status_code, response.content) == (200, b"alive\n")


def test_the_site_is_ready_with_its_database(client):
    response = client.get("/readyz", headers=BY_ADDRESS)
    assert (response.status_code, response.json()) == (200, {"ready": True})
    assert response.headers["Cache-Control"] == "no-store"


def test_the_site_is_not_ready_while_the_database_cannot_be_reached(client, monkeypatch):
    def fail() -> None:
        raise OperationalError("Connection refused")

    monkeypatch.setattr(connection, "cursor", fail)
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"ready": False, "reason": UNREACHABLE})


def test_the_site_is_not_ready_before_it_is_migrated(client):
    MigrationRecorder(connection).migration_qs.filter(app="findings").latest("pk").delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "manage.py migrate" in response.json()["reason"]


def test_the_site_is_ready_without_broker_and_store_and_names_them(client, monkeypatch):
    monkeypatch.setattr(SharedServices, "faults", lambda self: (NO_BROKER,))
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"ready": True, "missing": [NO_BROKER]})


def test_asked_strictly_the_site_is_not_ready_without_broker_and_store(client, monkeypatch):
    assert client.get("/readyz?strict").status_code == 200
    monkeypatch.setattr(SharedServices, "faults", lambda self: (NO_BROKER,))
    response = client.get("/readyz?strict")
    assert (response.status_code, response.json()) == (503, {"ready": False, "missing": [NO_BROKER]})
