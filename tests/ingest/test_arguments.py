"""Paths and numbers of a command line: what cannot be meant is refused with a sentence."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from ingest.arguments import add_paths, add_workers


@pytest.fixture
def parser():
    parser = ArgumentParser()
    add_paths(parser)
    add_workers(parser)
    return parser


def test_paths_and_workers_are_taken(parser):
    given = parser.parse_args(["a.pdf", "folder", "--workers", "3"])
    assert (given.paths, given.workers) == ([Path("a.pdf"), Path("folder")], 3)
    assert parser.parse_args(["a.pdf"]).workers >= 1


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "two", "", "²", "٣"])
def test_less_than_one_worker_is_refused(parser, capsys, number):
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["a.pdf", f"--workers={number}"])
    assert ended.value.code == 2
    assert f"argument --workers: “{number}” is no whole number of 1 or more." in capsys.readouterr().err


def test_an_empty_path_does_not_mean_the_folder_one_is_in(parser, capsys):
    with pytest.raises(SystemExit):
        parser.parse_args(["a.pdf", ""])
    assert "a path is empty; name a file or folder" in capsys.readouterr().err
