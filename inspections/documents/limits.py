"""Limits of time and memory that a process sets itself before it opens a file that nobody vouches for, and how its end is told.

The clock on the wall is for the process that waits for it to watch.
"""

import math
import resource
import signal
import time
from pathlib import Path

OUT_OF_MEMORY = 77
MEGABYTE = 1 << 20


def limit_memory(megabytes: int) -> None:
    """Allow so much more address space than the process has now, and no core dump."""
    _limit(resource.RLIMIT_CORE, 0)
    if used := _address_space():
        _limit(resource.RLIMIT_AS, used + megabytes * MEGABYTE)


def limit_time(cpu_seconds: int) -> None:
    """Allow so much more processor time from now on."""
    _limit(resource.RLIMIT_CPU, math.ceil(time.process_time()) + cpu_seconds)


def cause_of(status: int) -> str:
    """Why a process ended that was to go on, by its exit status: "memory", "failed", "timeout" or "crashed"."""
    if status == OUT_OF_MEMORY:
        return "memory"
    if status > 0:
        return "failed"
    return "timeout" if -status == signal.SIGXCPU else "crashed"


def _address_space() -> int:
    """The address space of this process, in bytes; 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0


def _limit(kind: int, amount: int) -> None:
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))
