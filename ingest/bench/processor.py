"""The processor time that a page takes here and in PostgreSQL, which other programs on the machine change little.

Linux tells it of each process (``/proc/PID/schedstat``: nanoseconds first). A server of another machine is not seen.
"""

from __future__ import annotations

import time
from pathlib import Path

from django.db import connection

PROCESSES = Path("/proc")


class ProcessorClock:
    """Milliseconds of processor time of this process and of the one that answers its queries, since it was started."""

    def __init__(self) -> None:
        self.server: Path | None = None
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid(), inet_server_addr() IS NULL")
                pid, is_here = cursor.fetchone()
            self.server = PROCESSES / str(pid) / "schedstat" if is_here else None
        self.started = self._now()

    def read(self) -> float:
        """How many have passed. The part of the server is 0 where it is not seen."""
        return self._now() - self.started

    def _now(self) -> float:
        return time.process_time() * 1000 + self._of_server()

    def _of_server(self) -> float:
        try:
            return int(self.server.read_text().split()[0]) / 1e6 if self.server else 0.0
        except OSError:
            return 0.0
