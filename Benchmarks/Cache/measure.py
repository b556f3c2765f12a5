"""Runs `unblock lint` without a cache, with a new one, with the one that leaves, and with one file changed, in turn.

Where a debug build has left its index store, a run with it is compared with one without, both without a cache.
Times are CPU seconds of the process and its children; every row compares two kinds of run of one measurement, by the
median of the rounds' ratios. Findings must be the same in all of them; a difference ends the measurement.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile


def run(program, directory, *options):
    """CPU seconds and the report of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [program, "lint", "--format", "json", "--reproducible", "--fail-on", "never", *options, "."]
    outcome = subprocess.run(command, cwd=directory, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if outcome.returncode != 0:
        sys.exit(f"unblock: error: {' '.join(command)} in {directory} ended with {outcome.returncode}")
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return seconds, outcome.stdout


def same(directory, kind, report, expected):
    if report != expected:
        found, wanted = (json.loads(text)["findings"] for text in (report, expected))
        sys.exit(f"unblock: error: {directory}: {kind}: {len(found)} findings, not the same {len(wanted)}")


def measure(program, directory, rounds):
    """Ratios to the cold run, by kind of run."""
    ratios = {"no cache": [], "warm": [], "one file changed": []}
    with tempfile.TemporaryDirectory() as scratch:
        copy = os.path.join(scratch, os.path.basename(os.path.abspath(directory)))
        shutil.copytree(directory, copy, symlinks=True, ignore=shutil.ignore_patterns(".git", ".build"))
        files = sorted(
            os.path.join(folder, name)
            for folder, _, names in os.walk(copy) for name in names
            if name.endswith(".swift") and name != "Package.swift")
        for number in range(rounds):
            cache = os.path.join(scratch, f"cache{number}")
            alone, expected = run(program, copy, "--no-cache", "--no-index-store")
            cold, report = run(program, copy, "--cache", cache, "--no-index-store")
            same(directory, "cold", report, expected)
            warm, report = run(program, copy, "--cache", cache, "--no-index-store")
            same(directory, "warm", report, expected)
            with open(files[number % len(files)], "a") as file:
                file.write("// changed\n")
            changed, report = run(program, copy, "--cache", cache, "--no-index-store")
            same(directory, "one file changed", report, run(program, copy, "--no-cache", "--no-index-store")[1])
            ratios["no cache"].append((alone, cold))
            ratios["warm"].append((warm, cold))
            ratios["one file changed"].append((changed, cold))
    return ratios


def measure_index(program, directory, rounds):
    """Pairs of CPU seconds with the index store and without it."""
    store = os.path.join(directory, ".build", "debug", "index", "store")
    if not os.path.isdir(store):
        return []
    return [
        (run(program, directory, "--no-cache")[0], run(program, directory, "--no-cache", "--no-index-store")[0])
        for _ in range(rounds)]


def main():
    program, directories = os.path.abspath(sys.argv[1]), sys.argv[2:]
    rounds = int(os.environ.get("ROUNDS", "5"))
    is_table = os.environ.get("FORMAT") == "tsv"
    goals = {"warm": 0.05, "one file changed": None, "no cache": None, "index store": 1.1}
    if is_table:
        print("name\tours\tpeer\tratio\tgoal\tmet")
    for directory in directories:
        name = os.path.basename(os.path.abspath(directory))
        measured = measure(program, directory, rounds)
        measured["index store"] = measure_index(program, directory, rounds)
        for kind, pairs in measured.items():
            if not pairs:
                continue
            base = "syntax alone" if kind == "index store" else "cold"
            ratio = statistics.median(ours / cold for ours, cold in pairs)
            ours, cold = (statistics.median(values) for values in zip(*pairs))
            goal = goals[kind]
            met = "" if goal is None else "yes" if ratio <= goal else "no"
            if is_table:
                print(f"{name}, {kind} to {base}\t{ours:.3f}\t{cold:.3f}\t{ratio:.3f}\t{goal or ''}\t{met}")
            else:
                print(f"{name:28} {kind:18} {ours:8.3f} s {cold:8.3f} s {base} {ratio:7.3f}  {met}", flush=True)


main()
