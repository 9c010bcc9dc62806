#!/usr/bin/env python
"""Django's command line: ``manage.py extract``, ``manage.py ingest`` and Django's own commands."""

import os
import sys


def main() -> None:
    """Run a command; end it with 1 once nobody reads what it prints, as behind ``| head``."""
    try:
        run()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes it again at its end
        sys.exit(1)


def run() -> None:
    """Run a command with the project's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
    if sys.argv[1:2] == ["extract"]:
        # Reading knows no Django: to load it, with every model and page, would cost as much as several documents.
        from ingest.printing import main as print_facts

        print_facts(sys.argv[2:])
        return
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from inspections.storage_faults import sentence_about

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Not started. {error}")
    except Exception as error:
        if sentence := sentence_about(error):
            sys.exit(f"Stopped. {sentence}")
        raise


if __name__ == "__main__":
    main()
