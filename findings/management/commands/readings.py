"""``manage.py readings``: print the interpretations of all loaded documents as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from findings.interpretation.readings import figure_readings, follow_readings, record_readings
from inspections.migrated import require_migrated


class Command(BaseCommand):
    """Prints one object: ``records`` with themes and polarity, ``follow``, and ``figures``; each a list."""

    help = "Print themes, polarity, follow-through and figures of all records that are held, as JSON."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print. CommandError for a database without its tables."""
        require_migrated()
        parts = {"records": record_readings(), "follow": follow_readings(), "figures": figure_readings()}
        self.stdout.write("{")
        for place, (name, rows) in enumerate(parts.items(), 1):
            self.stdout.write(f'"{name}": [')
            before = ""
            for row in rows:
                self.stdout.write(f"{before}{json.dumps(row, ensure_ascii=False)}", ending="")
                before = ",\n"
            self.stdout.write(f"\n]{',' if place < len(parts) else ''}")
        self.stdout.write("}")
