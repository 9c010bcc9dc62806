"""What is logged: a line a request with its identifier, nothing of what people look for, a forged host in one line."""

import json
import logging
import logging.config
import re

import pytest
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse
from django.test import Client

from inspections.logs import OneLine, RequestLogMiddleware, WithRequest, identifier_of, logging_settings


def answered(rf, address: str = "/search/?q=secret", **headers: str) -> HttpResponse:
    response = RequestLogMiddleware(lambda _: HttpResponse("page"))(rf.get(address, headers=headers))
    assert isinstance(response, HttpResponse)
    return response


def test_a_forged_host_is_one_line_in_the_log_and_a_page_with_a_sentence(caplog, db):
    response = Client().get("/about/", headers={"host": "forged.example"})
    assert response.status_code == 400
    assert "not known under the name" in response.content.decode()
    (record,) = [record for record in caplog.records if "forged.example" in record.getMessage()]
    assert "Traceback" not in logging.Formatter().format(record)


def test_one_line_leaves_the_traceback_out():
    try:
        raise DisallowedHost("forged.example")
    except DisallowedHost as error:
        record = logging.LogRecord("x", 40, "", 1, "a line", (), (type(error), error, error.__traceback__))
    assert OneLine().filter(record)
    assert logging.Formatter("%(levelname)s %(message)s").format(record) == "WARNING a line"


def test_a_request_is_logged_with_its_identifier_and_without_what_was_looked_for(rf, caplog):
    caplog.handler.addFilter(WithRequest())
    with caplog.at_level("INFO", "inspections.requests"):
        response = answered(rf)
    (record,) = [record for record in caplog.records if record.name == "inspections.requests"]
    assert re.fullmatch(r"GET /search/ 200 in \d+ ms", record.getMessage())
    identifier = vars(record)["request_id"]
    assert identifier == response.headers["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f]{32}", identifier)
    outside = logging.LogRecord("x", 40, "", 1, "a line", (), None)
    assert WithRequest().filter(outside)
    assert vars(outside)["request_id"] == "-"


@pytest.mark.parametrize(
    ("proxies", "given", "is_taken"),
    [(1, "0123-abcd", True), (0, "0123-abcd", False), (1, "short", False), (1, "with a line\nbreak", False)],
)
def test_only_a_proxy_of_ours_names_requests(rf, settings, proxies, given, is_taken):
    settings.TRUSTED_PROXIES = proxies
    assert (identifier_of(rf.get("/", headers={"x-request-id": given})) == given) == is_taken


def test_each_line_is_an_object_where_programs_read_them():
    formatter = logging.config.DictConfigurator(logging_settings("json", "INFO")).configure_formatter(
        logging_settings("json", "INFO")["formatters"]["json"]
    )
    record = logging.LogRecord("inspections.requests", 20, "", 1, "GET /", (), None)
    WithRequest().filter(record)
    vars(record).update(status=200, request="GET /search/?q=secret")
    line = json.loads(formatter.format(record))
    assert "secret" not in str(line)
    assert (line["level"], line["logger"], line["request_id"], line["message"], line["status"]) == (
        "INFO",
        "inspections.requests",
        "-",
        "GET /",
        200,
    )
    assert line["time"]


def test_faults_go_to_the_handler_that_the_environment_names():
    named = logging_settings("text", "WARNING", "logging.NullHandler")
    assert named["root"] == {"handlers": ["console", "errors"], "level": "WARNING"}
    assert named["handlers"]["errors"] == {"class": "logging.NullHandler", "level": "ERROR", "filters": ["request"]}
    logging.config.DictConfigurator(named)
    assert logging_settings("text", "WARNING")["root"] == {"handlers": ["console"], "level": "WARNING"}
