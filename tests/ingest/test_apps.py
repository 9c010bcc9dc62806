"""The app: numbers of uploads are told where there is a page for them."""

import pytest

from tests.inspections.test_settings import python

TOLD = "from inspections.metrics import ASKED; print('told' if ASKED._collector_to_names else 'not told')"


@pytest.mark.parametrize(("token", "told"), [("", "not told"), ("secret", "told")])
def test_numbers_of_uploads_are_told_only_where_there_is_a_token(tmp_path, token, told):
    result = python("manage.py", "shell", "-v0", "-c", TOLD, folder=tmp_path, METRICS_TOKEN=token)
    assert result.stdout.strip() == told
