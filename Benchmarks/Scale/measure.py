"""Runs `unblock lint` on trees that hold one, two and four copies of some packages.

The copies are packages beside one another, as in a repository of many packages. Times are CPU seconds of the process;
memory is the most that was resident. Every run but the warm one reads no cache; the warm one repeats the greatest.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile

GOAL_MEGABYTES = 400
GOAL_GROWTH = 1.25
GOAL_WARM = 0.05


def run(program, directory, *options):
    """CPU seconds and megabytes of one run."""
    command = [program, "lint", "--format", "json", "--reproducible", "--fail-on", "never", "--no-index-store",
               "--no-simulate", *options, "."]
    process = subprocess.Popen(command, cwd=directory, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"unblock: error: {' '.join(command)} in {directory} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def lines_below(directory):
    total = 0
    for folder, _, names in os.walk(directory):
        for name in names:
            if name.endswith(".swift"):
                with open(os.path.join(folder, name), "rb") as file:
                    total += file.read().count(b"\n")
    return total


def add_copies(tree, directories, number):
    for directory in directories:
        target = os.path.join(tree, f"{os.path.basename(os.path.abspath(directory))}-{number}")
        shutil.copytree(directory, target, symlinks=True, ignore=shutil.ignore_patterns(".git", ".build"))


def main():
    program, directories = os.path.abspath(sys.argv[1]), sys.argv[2:]
    rounds = int(os.environ.get("ROUNDS", "1"))
    is_table = os.environ.get("FORMAT") == "tsv"

    def row(name, ours, peer, ratio, goal):
        met = "yes" if ratio <= goal else "no"
        if is_table:
            print(f"{name}\t{ours}\t{peer}\t{ratio:.3f}\t{goal}\t{met}", flush=True)
        else:
            print(f"{name:52} {ours:>12} {peer:>12} {ratio:7.3f} {goal:6}  {met}", flush=True)

    if is_table:
        print("name\tours\tpeer\tratio\tgoal\tmet")
    with tempfile.TemporaryDirectory(dir=os.environ.get("SCRATCH")) as scratch:
        tree, cache = os.path.join(scratch, "tree"), os.path.join(scratch, "cache")
        os.mkdir(tree)
        first = None
        copies = 0
        for wanted in (1, 2, 4):
            for copies in range(copies + 1, wanted + 1):
                add_copies(tree, directories, copies)
            lines = lines_below(tree)
            results = [run(program, tree, "--no-cache") for _ in range(rounds)]
            seconds = statistics.median(result[0] for result in results)
            memory = max(result[1] for result in results)
            per_line = seconds / lines * 1e6
            first = first or per_line
            row(f"{lines} lines, CPU per million lines / the first", f"{per_line:.2f} s", f"{first:.2f} s",
                per_line / first, GOAL_GROWTH)
            row(f"{lines} lines, peak memory / limit", f"{memory:.0f} MB", f"{GOAL_MEGABYTES} MB",
                memory / GOAL_MEGABYTES, 1.0)
        cold, _ = run(program, tree, "--cache", cache)
        warm, memory = run(program, tree, "--cache", cache)
        row("warm / cold, CPU", f"{warm:.2f} s", f"{cold:.2f} s", warm / cold, GOAL_WARM)
        row("warm, peak memory / limit", f"{memory:.0f} MB", f"{GOAL_MEGABYTES} MB", memory / GOAL_MEGABYTES, 1.0)


main()
