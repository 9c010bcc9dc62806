"""When bulk files are brought up to date, where the site is to make them itself (``PUBLISH_BULK=embedded``).

1. Commands that load documents make them at their end.
2. A process of low priority makes them when the server starts, when uploads have been worked off and, once an hour at
   most, when somebody looks at the page of the bulk files and they are out of date.

With ``PUBLISH_BULK=separate`` somebody else runs ``manage.py publish_bulk``. Nothing here knows how files are made.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import time

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper

from findings.bulk.published import LOCK, bulk_folder
from inspections.environment import StartedBy

logger = logging.getLogger(__name__)

SECONDS_BETWEEN = 3600


def publish_after_loading(stdout: OutputWrapper, stderr: OutputWrapper) -> None:
    """Bring the bulk files up to date and say so. If they cannot be made, what was loaded is loaded all the same."""
    if settings.PUBLISH_BULK != StartedBy.EMBEDDED:
        return
    try:
        call_command("publish_bulk", stdout=stdout)
    except CommandError as error:
        stderr.write(str(error))


def start_publishing(site: str = "") -> None:
    """Start a process of low priority that brings the bulk files up to date. ``site`` replaces ``SITE_ADDRESS``.

    Where it cannot be started, the site goes on with the files that there are.
    """
    if settings.PUBLISH_BULK != StartedBy.EMBEDDED:
        return
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "publish_bulk", "--background"]
    command += [f"--site={site}"] if site else []
    try:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, cwd=settings.BASE_DIR)  # noqa: S603
    except OSError as error:
        logger.warning("The bulk files are not brought up to date: %s", error)


def start_publishing_seldom(site: str = "") -> None:
    """Do so unless files were begun within the last hour, whatever became of them."""
    try:
        begun = (bulk_folder() / LOCK).stat().st_mtime
    except OSError:
        begun = 0.0
    if time.time() - begun > SECONDS_BETWEEN:
        start_publishing(site)
