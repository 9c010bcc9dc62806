"""Whether the site lives and is ready, for whoever supervises it.

They are answered before the name of the host is checked, because supervisors ask by address and without HTTPS:

- ``/healthz``: 200 while this process answers at all. If it does not, start it again.
- ``/readyz``: 200 if the database can be reached and has the tables of this version, else 503 with a sentence. Until it
  is ready again, send no readers here; to start it again would not help. What else is configured and cannot be reached,
  broker or object store, ``missing`` names: readers are served on, because most pages need neither.
- ``/readyz?strict``: 503 where anything is missing, for whoever is told of faults.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse

from inspections.shared_services import SharedServices
from inspections.storage_faults import sentence_about

UNAVAILABLE = 503
LIVES, READY = "/healthz", "/readyz"
STRICT = "strict"
NOT_MIGRATED = "The database has not the tables of this version. Run `manage.py migrate`."
FAILED = "The database cannot be read."


class HealthMiddleware:
    """Answer for the health of this process."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._is_migrated = False
        self._services = SharedServices()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The state of this process, or the response of the view."""
        if request.path_info == LIVES:
            return _answer(HttpResponse("alive\n", content_type="text/plain; charset=utf-8"))
        if request.path_info == READY:
            fault, missing = self._fault(), self._services.faults()
            is_ready = not fault and not (missing and STRICT in request.GET)
            body = (
                {"ready": is_ready} | ({"reason": fault} if fault else {}) | ({"missing": missing} if missing else {})
            )
            return _answer(JsonResponse(body, status=200 if is_ready else UNAVAILABLE))
        return self.get_response(request)

    def _fault(self) -> str:
        """What is wrong, "" if nothing is. Migrations are looked for until all are there: they do not go away."""
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            if not self._is_migrated:
                executor = MigrationExecutor(connection)
                self._is_migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        except Error as error:
            return sentence_about(error) or FAILED
        finally:
            connection.close_if_unusable_or_obsolete()
        return "" if self._is_migrated else NOT_MIGRATED


def _answer(response: HttpResponse) -> HttpResponse:
    """The answer with the headers that other middleware would give it."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Length"] = str(len(response.content))
    return response
