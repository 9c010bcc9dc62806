"""How much the tests notice: ``python -m tests.mutants`` changes modules that decide, one small change at a time.

mutmut makes the changes ("mutants") and runs the tests; a mutant that no test notices has survived. ``[tool.mutants]``
in ``pyproject.toml`` names the modules, and the tests of a module besides the one at the same place under ``tests/``.
The modules of a folder are tried in one run, on the tests of all of them, because each run starts with all its tests.
Of a module with many mutants a sample is tried, always the same one for the same source and seed; the total is then an
estimate and printed as one. Everything happens in a copy of the repository under ``var/mutants``, which also keeps the
survivors, as differences, in ``survivors.txt``.

Only the code of functions and methods is changed. Mutants that run out of time count as killed, because an endless loop
would be noticed. All others that are not killed count as survived, including those that no test reaches.
"""

import argparse
import contextlib
import json
import math
import os
import random
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import groupby
from pathlib import Path

from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import get_mutant_name

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "var" / "mutants"
SURVIVORS = COPY / "survivors.txt"
# What must not be: the run was stopped, or the tool lost a mutant. Counted either way it would make the score a guess.
UNKNOWN = {"not checked", "check was interrupted by user"}
ROW = "{:<44} {:>8} {:>7} {:>7} {:>9} {:>9} {:>7}\n"


@dataclass(frozen=True, slots=True)
class Plan:
    """``[tool.mutants]``: the floor in per cent, the mutants tried of each module, and the tests of each module."""

    floor: float
    tries: int
    seed: int
    modules: dict[str, list[str]]

    @classmethod
    def read(cls, root: Path = ROOT) -> "Plan":
        """The plan as ``pyproject.toml`` declares it."""
        return cls(**tomllib.loads((root / "pyproject.toml").read_text())["tool"]["mutants"])

    def paths(self, pattern: str, root: Path = ROOT) -> list[str]:
        """The modules that a row names, as paths from the root."""
        return sorted(path.relative_to(root).as_posix() for path in root.glob(pattern))

    def tests_of(self, module: str, root: Path = ROOT) -> list[str]:
        """The test at the same place under ``tests/`` and those declared; without either, all tests of the folder."""
        path = Path(module)
        mirror = Path("tests", path.parent, f"test_{path.name}")
        held = {test for pattern, tests in self.modules.items() if fnmatch(module, pattern) for test in tests}
        if (root / mirror).is_file():
            held.add(mirror.as_posix())
        return sorted(held) or [mirror.parent.as_posix()]


@dataclass(frozen=True, slots=True)
class Score:
    """What became of one module: all its mutants, those tried, and of these the killed (some by the time limit)."""

    module: str
    mutants: int
    tried: int
    killed: int
    timed_out: int

    @property
    def share(self) -> float:
        """The share of the tried mutants that were killed, 0 to 1."""
        return self.killed / self.tried

    def __str__(self) -> str:
        numbers = (self.mutants, self.tried, self.killed, self.timed_out, self.tried - self.killed)
        return ROW.format(self.module, *numbers, f"{self.share:.1%}")


def estimate(scores: Sequence[Score]) -> tuple[float, float]:
    """The share killed of all mutants, modules weighted by their mutants, and the half width of its 95% interval."""
    total = sum(score.mutants for score in scores)
    share = sum(score.mutants * score.share for score in scores) / total
    variance = sum(
        (score.mutants / total) ** 2
        * (1 - score.tried / score.mutants)
        * (score.share * (1 - score.share) / max(score.tried - 1, 1))
        for score in scores
    )
    return share, 1.96 * math.sqrt(variance)


def mutants_of(module: str) -> list[str]:
    """The names of the mutants that mutmut makes of a module."""
    path = Path(module)
    return [get_mutant_name(path, name) for name in mutate_file_contents(module, path.read_text()).mutant_names]


def copy_repository() -> None:
    """A fresh copy of all files that git keeps or would keep, with the folder of real documents where mutmut looks."""
    shutil.rmtree(COPY, ignore_errors=True)
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0"):
        if (ROOT / name).is_file():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COPY / name)
    with contextlib.suppress(FileNotFoundError):
        (COPY / "shared").symlink_to((ROOT.parent / "shared").resolve(strict=True))


def configure(modules: list[str], tests: list[str]) -> None:
    """Tell mutmut, in the copy's ``pyproject.toml``, which modules to change and which tests to run."""
    head = "[tool.mutmut]\n"
    rows = f"only_mutate = {json.dumps(modules)}\npytest_add_cli_args_test_selection = {json.dumps(tests)}\n"
    text = (ROOT / "pyproject.toml").read_text()
    (COPY / "pyproject.toml").write_text(text.replace(head, head + rows))


def mutate(chosen: dict[str, list[str]], tests: list[str], children: int) -> dict[str, str]:
    """Try the chosen mutants of these modules; what became of each. SystemExit when one is lost or mutmut fails."""
    configure(list(chosen), tests)
    shutil.rmtree(COPY / "mutants", ignore_errors=True)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    tool = Path(sys.executable).with_name("mutmut")
    names = [name for own in chosen.values() for name in own]
    command = [str(tool), "run", "--max-children", str(children), *names]
    done = subprocess.run(command, cwd=COPY, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{', '.join(chosen)}: mutmut failed\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    became: dict[str, str] = {}
    for module, own in chosen.items():
        data = SourceFileMutationData(path=module)
        data.load()
        became |= {name: status_by_exit_code[data.exit_code_by_key[name]] for name in own}
    if lost := [name for name, status in became.items() if status in UNKNOWN]:
        sys.exit(f"Nothing is known of {', '.join(lost)}")
    return became


def sample(plan: Plan, module: str, names: list[str]) -> list[str]:
    """The mutants to try: all of a small module, always the same ones of a large one."""
    if len(names) <= plan.tries:
        return names
    return sorted(random.Random(f"{plan.seed} {module}").sample(names, plan.tries))  # noqa: S311


def score(plan: Plan, modules: list[str], children: int) -> Iterator[Score]:
    """Try the modules, those of a folder in one run of mutmut, and keep their survivors."""
    for _, folder in groupby(modules, key=lambda module: Path(module).parent):
        made = {module: names for module in folder if (names := mutants_of(module))}
        if not made:
            continue
        chosen = {module: sample(plan, module, names) for module, names in made.items()}
        became = mutate(chosen, sorted({test for module in made for test in plan.tests_of(module)}), children)
        for module, names in made.items():
            counts = Counter(became[name] for name in chosen[module])
            with SURVIVORS.open("a") as file:
                for name in chosen[module]:
                    if became[name] not in ("killed", "timeout"):
                        file.write(f"# {name}: {became[name]}\n{get_diff_for_mutant(name, path=module)}\n\n")
            yield Score(
                module, len(names), len(chosen[module]), counts["killed"] + counts["timeout"], counts["timeout"]
            )


def main() -> None:
    """Print a row for each module and the total. SystemExit when the total is under the floor or without mutants."""
    plan = Plan.read()
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__.splitlines()[0])
    parser.add_argument(
        "modules", nargs="*", help="modules or patterns as in pyproject.toml; without one, all declared"
    )
    parser.add_argument("--tries", type=int, default=plan.tries, help="most mutants tried of a module; 0 for all")
    parser.add_argument("--children", type=int, default=os.cpu_count() or 1, help="how many mutants run at a time")
    given = parser.parse_args()
    plan = Plan(plan.floor, given.tries or sys.maxsize, plan.seed, plan.modules)
    modules = sorted(
        {path for pattern in given.modules or plan.modules for path in plan.paths(pattern)},
        key=lambda module: (Path(module).parent, module),
    )
    copy_repository()
    sys.stdout.write(ROW.format("module", "mutants", "tried", "killed", "by time", "survived", "score"))
    scores = []
    with contextlib.chdir(COPY):  # where mutmut looks for what it made
        for scored in score(plan, modules, given.children):
            scores.append(scored)
            sys.stdout.write(str(scored))
            sys.stdout.flush()
    if not scores:
        sys.exit("There is nothing to change there.")
    share, margin = estimate(scores)
    mutants, tried, killed = (sum(getattr(s, name) for s in scores) for name in ("mutants", "tried", "killed"))
    sys.stdout.write(ROW.format("total", mutants, tried, killed, sum(s.timed_out for s in scores), tried - killed, ""))
    basis = "all of them" if tried == mutants else f"an estimate from {tried} of them, 95% within ±{margin:.1%}"
    sys.stdout.write(f"{share:.1%} of {mutants} mutants killed: {basis}. Survivors: {SURVIVORS.relative_to(ROOT)}\n")
    if 100 * share < plan.floor:
        sys.exit(f"The floor is {plan.floor}%.")


if __name__ == "__main__":
    main()
