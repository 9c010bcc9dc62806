"""Numbers for Prometheus: only for who has the token, and counted only where there is one."""

import pytest
from django.http import Http404

from inspections.metrics import metrics_page
from tests.inspections.test_settings import python

MIDDLEWARE = "from django.conf import settings; print([one for one in settings.MIDDLEWARE if 'rometheus' in one])"


@pytest.mark.parametrize(
    ("token", "header"), [("", ""), ("", "Bearer "), ("secret", ""), ("secret", "Bearer other"), ("secret", "secret")]
)
def test_without_the_token_there_is_no_such_page(rf, settings, token, header):
    settings.METRICS_TOKEN = token
    with pytest.raises(Http404):
        metrics_page(rf.get("/metrics", headers={"authorization": header}))


def test_with_the_token_the_numbers_are_told(rf, settings):
    settings.METRICS_TOKEN = "secret"
    response = metrics_page(rf.get("/metrics", headers={"authorization": "Bearer secret"}))
    assert response.headers["Content-Type"].startswith("text/plain")
    assert b"# TYPE python_info gauge" in response.content


@pytest.mark.parametrize("token", ["", "secret"])
def test_requests_are_counted_only_where_there_is_a_token(tmp_path, token):
    result = python("manage.py", "shell", "-v0", "-c", MIDDLEWARE, folder=tmp_path, METRICS_TOKEN=token)
    assert ("PrometheusBeforeMiddleware" in result.stdout) == bool(token)
