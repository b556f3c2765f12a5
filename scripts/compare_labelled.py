"""Compares findings with a table of labelled call sites.

usage: compare_labelled.py TABLE FOLDER

TABLE has the columns repo, path, line, polarity (pos or neg), category and chain; FOLDER has one JSON-lines report
for each repository, named owner+name.jsonl. A site counts as reported when a finding stands on its line, or has it on
its evidence path.
"""

import csv
import json
import pathlib
import sys


def reported_lines(report):
    """Every (file, line) that a finding names, in the report of one repository."""
    lines = set()
    for text in report.read_text().splitlines():
        entry = json.loads(text)
        if "rule" not in entry:
            continue
        lines.add((entry["file"], entry["line"]))
        lines.update((step["file"], step["line"]) for step in entry.get("path", []))
    return lines


def main(table, folder):
    reports = {}
    for report in pathlib.Path(folder).glob("*.jsonl"):
        reports[report.stem.replace("+", "/")] = reported_lines(report)
    right = {"pos": 0, "neg": 0}
    wrong = {"pos": [], "neg": []}
    with open(table, newline="") as file:
        for site in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            polarity = site["polarity"]
            if site["repo"] not in reports or polarity not in right:
                continue
            is_reported = (site["path"], int(site["line"])) in reports[site["repo"]]
            if is_reported == (polarity == "pos"):
                right[polarity] += 1
            else:
                wrong[polarity].append(f"{site['repo']}/{site['path']}:{site['line']} {site['category']}")
    for polarity, words in (("pos", "missed"), ("neg", "false alarm")):
        for place in wrong[polarity]:
            print(f"{words}: {place}")
    for polarity, words in (("pos", "blocking sites reported"), ("neg", "harmless sites silent")):
        total = right[polarity] + len(wrong[polarity])
        print(f"{words}: {right[polarity]} of {total}")


if __name__ == "__main__":
    main(*sys.argv[1:])
