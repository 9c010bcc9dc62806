"""What is logged."""

import logging

from django.test import Client


def test_a_forged_host_is_one_line_in_the_log_and_a_page_with_a_sentence(caplog, db):
    response = Client().get("/about/", headers={"host": "forged.example"})
    assert response.status_code == 400
    assert "not known under the name" in response.content.decode()
    (record,) = [record for record in caplog.records if "forged.example" in record.getMessage()]
    assert "Traceback" not in logging.Formatter().format(record)
