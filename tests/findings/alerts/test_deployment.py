"""What ``check --deploy`` says of settings for mails."""

import pytest
from django.core import checks

from findings.alerts.deployment import mail_settings


@pytest.mark.parametrize(
    ("address", "by_mail", "told"),
    [
        ("https://reports.example.org", True, []),
        ("http://reports.example.org", True, ["alerts.W001"]),
        ("http://reports.example.org", False, []),
    ],
)
def test_one_click_needs_https(settings, address, by_mail, told):
    settings.SITE_ADDRESS, settings.ALERTS_BY_MAIL = address, by_mail
    assert [one.id for one in mail_settings()] == told


def test_it_is_a_check_of_deployments():
    registered = checks.registry.registry
    everywhere, deployed = (str(registered.get_checks(include_deployment_checks=one)) for one in (False, True))
    assert "mail_settings" in deployed
    assert "mail_settings" not in everywhere
