"""``manage.py serve``, in which ``make run`` ends: what it reads, and that it serves what it says, where it says."""

import os
import re
import selectors
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ingest.management.commands import serve

ROOT = Path(__file__).resolve().parents[4]
SECONDS_TO_START = 120


@pytest.fixture
def documents(tmp_path, monkeypatch):
    """The user's own folder, in a place of the test."""
    monkeypatch.setattr(serve, "OWN_DOCUMENTS", tmp_path / "documents")
    return tmp_path / "documents"


def test_what_the_user_names_is_read(documents, tmp_path):
    assert serve.documents_to_read(tmp_path) == tmp_path


def test_a_folder_that_is_not_there_is_said_before_anything_happens(documents, tmp_path):
    with pytest.raises(CommandError, match="does not exist"):
        call_command("serve", documents=tmp_path / "missing")


def test_a_port_that_another_program_has_is_said_before_anything_happens(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CommandError, match="another program has it"):
            call_command("serve", documents=tmp_path, port=taken.getsockname()[1])


@pytest.mark.parametrize("port", [0, -1, 65_536])
def test_a_port_that_does_not_exist_is_said(tmp_path, port):
    with pytest.raises(CommandError, match=f"There is no port {port}"):
        call_command("serve", documents=tmp_path, port=port)


def test_without_documents_the_samples_are_read(documents):
    assert serve.documents_to_read(None) == serve.SAMPLES
    documents.mkdir()
    assert serve.documents_to_read(None) == serve.SAMPLES


def test_the_users_own_documents_come_before_the_samples(documents):
    documents.mkdir()
    (documents / "report.txt").write_text("A report")
    assert serve.documents_to_read(None) == documents


def test_there_are_samples():
    assert any(serve.SAMPLES.iterdir())


@pytest.mark.slow
def test_the_site_answers_at_the_printed_address_with_static_files_under_hashed_names(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "DJANGO_ENV"}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", port, "--documents", str(sorted(serve.SAMPLES.iterdir())[0])],
        cwd=ROOT,
        env={**environment, "VAR_DIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output = printed_until(server, "createsuperuser")
        address = re.findall(r"http://\S+", output)[0]
        assert address == f"http://127.0.0.1:{port}"
        for path in ("/", "/admin/login/"):
            page = urllib.request.urlopen(address + path, timeout=20).read().decode()  # noqa: S310
            static = re.findall(r'"(/static/[^"]+)"', page)
            assert any(name.endswith(".css") for name in static)
            for name in static:
                assert re.search(r"\.[0-9a-f]{12}\.", name)
                answer = urllib.request.urlopen(address + name, timeout=20)  # noqa: S310
                assert "immutable" in answer.headers["Cache-Control"]
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGINT)
        server.communicate(timeout=30)


def printed_until(server: "subprocess.Popen[bytes]", word: str) -> str:
    """What the server prints up to a word; fails with it when the server ends or takes too long."""
    output = ""
    deadline = time.monotonic() + SECONDS_TO_START
    assert server.stdout is not None
    with selectors.DefaultSelector() as printed:  # which takes any number of file, as select does not
        printed.register(server.stdout, selectors.EVENT_READ)
        while word not in output:
            ready = printed.select(max(0, deadline - time.monotonic()))
            chunk = os.read(server.stdout.fileno(), 65536).decode() if ready else ""
            assert chunk, f"the site did not start:\n{output}"
            output += chunk
    return output
