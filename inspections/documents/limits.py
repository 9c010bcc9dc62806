"""Limits of time and memory that a process sets itself before it opens an untrusted file, and the cause of its end.

The process that waits for it must limit wall-clock time.
"""

import math
import resource
import signal
import time
from pathlib import Path

OUT_OF_MEMORY = 77
MEGABYTE = 1 << 20


def limit_memory(megabytes: int) -> None:
    """Limit the address space to what the process has now and so much more, and forbid core dumps."""
    _limit(resource.RLIMIT_CORE, 0)
    if used := _address_space():
        _limit(resource.RLIMIT_AS, used + megabytes * MEGABYTE)


def limit_time(cpu_seconds: int) -> None:
    """Limit the processor time from now on."""
    _limit(resource.RLIMIT_CPU, math.ceil(time.process_time()) + cpu_seconds)


def cause_of(status: int) -> str:
    """Why a process failed, by its exit status: "memory", "failed", "timeout" or "crashed"."""
    if status == OUT_OF_MEMORY:
        return "memory"
    if status > 0:
        return "failed"
    return "timeout" if -status == signal.SIGXCPU else "crashed"


def _address_space() -> int:
    """The address space of this process in bytes; 0 where the system does not report it."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0


def _limit(kind: int, amount: int) -> None:
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))
