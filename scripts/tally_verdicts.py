"""Counts what simulation says of findings and of their fixes.

usage: tally_verdicts.py REPORT…

Each REPORT is what `unblock lint --format json` wrote. Prints a table in Markdown with one row for each report, then the
reasons why findings are not modelled, then the places that were not reproduced and those whose change makes it worse.
"""

import collections
import json
import pathlib
import sys

OUTCOMES = ("confirmed", "not-reproduced", "not-modelled")
FIXES = ("fixed", "improved", "ineffective", "introduces-hazard")


def row(cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def table(reports):
    """One row for each report, and one for all."""
    yield row(["package", "findings", *OUTCOMES, *(f"after: {fix}" for fix in FIXES), "modelled"])
    yield row(["---"] * (3 + len(OUTCOMES) + len(FIXES)))
    total = [finding for findings in reports.values() for finding in findings]
    for name, findings in [*sorted(reports.items(), key=lambda item: item[0].lower()), ("all", total)]:
        outcomes = collections.Counter(finding["simulation"]["outcome"] for finding in findings)
        fixes = collections.Counter(finding["simulation"].get("fix") for finding in findings)
        modelled = len(findings) - outcomes["not-modelled"]
        share = f"{modelled / len(findings):.1%}" if findings else "-"
        yield row(
            [name, len(findings), *(outcomes[outcome] for outcome in OUTCOMES), *(fixes[fix] for fix in FIXES), share]
        )


def place(name, finding):
    return f"{name}\t{finding['file']}:{finding['line']}\t{finding['rule']}\t{finding['message']}"


def main(paths):
    reports = {}
    for path in map(pathlib.Path, paths):
        findings = json.loads(path.read_text())["findings"]
        reports[path.stem] = [finding for finding in findings if "simulation" in finding]
    print("\n".join(table(reports)))

    reasons = collections.Counter()
    for findings in reports.values():
        for finding in findings:
            if finding["simulation"]["outcome"] == "not-modelled":
                reasons[finding["simulation"].get("reason", "no reason is given")] += 1
    print("\nnot modelled")
    for reason, count in reasons.most_common():
        print(f"{count}\t{reason}")

    for title, key, values in (
        ("not reproduced", "outcome", {"not-reproduced"}),
        ("the change does not mend it", "fix", {"ineffective", "introduces-hazard"}),
    ):
        print(f"\n{title}")
        for name, findings in sorted(reports.items()):
            for finding in findings:
                if finding["simulation"].get(key) in values:
                    print(place(name, finding))

    verdicts = collections.Counter(
        fix.get("verdict", "not run") for findings in reports.values() for finding in findings for fix in finding["fixes"]
    )
    print("\noffered fixes: " + ", ".join(f"{count} {name}" for name, count in verdicts.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
