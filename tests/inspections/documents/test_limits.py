"""A process that passes its limits ends, and its exit status tells why."""

import signal
import subprocess
import sys

import pytest

from inspections.documents.limits import OUT_OF_MEMORY, cause_of


def run(code: str) -> int:
    script = f"from inspections.documents.limits import *\n{code}"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (OUT_OF_MEMORY, "memory"),
        (1, "failed"),
        (2, "failed"),
        (-signal.SIGXCPU, "timeout"),
        (-signal.SIGSEGV, "crashed"),
        (-signal.SIGKILL, "crashed"),
        (0, "crashed"),
    ],
)
def test_the_exit_status_tells_the_cause(status, cause):
    assert cause_of(status) == cause


def test_no_more_memory_is_had_than_is_allowed_on_top_of_what_is_in_use():
    assert run("limit_memory(200)\nheld = bytes(100 << 20)") == 0
    assert (
        run("limit_memory(200)\ntry:\n    bytes(400 << 20)\nexcept MemoryError:\n    exit(OUT_OF_MEMORY)")
        == OUT_OF_MEMORY
    )


def test_a_process_that_takes_too_much_time_is_ended_by_the_system():
    assert cause_of(run("limit_time(0)\nwhile True: pass")) == "timeout"


def test_a_limit_that_is_lower_already_stays():
    code = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (5, 5))\nlimit_time(100)\n"
    assert run(f"{code}exit(resource.getrlimit(resource.RLIMIT_CPU)[0])") == 5
