"""What is logged, and how: a line for each request and each fault, with the identifier of the request.

Lines are text for people, or one JSON object each for programs (``LOG_FORMAT``). The identifier is taken from the
header ``X-Request-ID`` where a proxy of ours stands in front (``TRUSTED_PROXIES``), and made anew otherwise; the answer
carries it, so that who reports a fault can name it. Of an address the query is left out, because it holds what people
look for.
"""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from pythonjsonlogger.core import RESERVED_ATTRS

HEADER = "X-Request-ID"
IDENTIFIER = re.compile(r"[\w.:-]{8,128}")
NONE = "-"

_current: ContextVar[str] = ContextVar("_current", default=NONE)
_requests = logging.getLogger("inspections.requests")


class OneLine(logging.Filter):
    """Make a warning of one line, where a request that is refused is no fault of the program."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, without its traceback."""
        record.exc_info = None
        record.levelno, record.levelname = logging.WARNING, logging.getLevelName(logging.WARNING)
        return True


class WithRequest(logging.Filter):
    """Give each record the identifier of the request that is being answered, "-" outside of one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record."""
        vars(record)["request_id"] = _current.get()
        return True


class RequestLogMiddleware:
    """Name each request, and log how it was answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view, with the identifier of the request."""
        identifier = identifier_of(request)
        token, began = _current.set(identifier), time.perf_counter()
        try:
            response = self.get_response(request)
            response.headers[HEADER] = identifier
            facts = {
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "milliseconds": round((time.perf_counter() - began) * 1000),
            }
            _requests.info("%(method)s %(path)s %(status)s in %(milliseconds)s ms", facts, extra=facts)
            return response
        finally:
            _current.reset(token)


def identifier_of(request: HttpRequest) -> str:
    """The identifier that our proxy gave to the request, else a new one."""
    given = request.headers.get(HEADER, "") if settings.TRUSTED_PROXIES else ""
    return given if IDENTIFIER.fullmatch(given) else uuid.uuid4().hex


def logging_settings(form: str, level: str, error_handler: str = "") -> dict[str, Any]:
    """Django's ``LOGGING``: ``form`` is "text" or "json"; ``error_handler`` names a class that is given faults as well.

    Faults go to the console in production too, where Django would only send mail.
    """
    handlers: dict[str, dict[str, object]] = {
        "console": {"class": "logging.StreamHandler", "filters": ["request"], "formatter": form}
    }
    if error_handler:
        handlers["errors"] = {"class": error_handler, "level": "ERROR", "filters": ["request"]}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "one_line": {"()": "inspections.logs.OneLine"},
            "request": {"()": "inspections.logs.WithRequest"},
        },
        "formatters": {
            "text": {"format": "%(levelname)s [%(request_id)s] %(message)s"},
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": "%(asctime)s %(levelname)s %(name)s %(request_id)s %(message)s",
                "reserved_attrs": [*RESERVED_ATTRS, "request"],  # its text holds the query
                "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
            },
        },
        "handlers": handlers,
        "root": {"handlers": list(handlers), "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING"},
            "django.security.DisallowedHost": {"filters": ["one_line"]},
            "inspections.requests": {"level": level},
            "waitress.queue": {"level": "ERROR"},  # that a request waits for a thread is no fault
        },
    }
