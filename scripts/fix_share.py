"""Counts which findings have a preferred fix, and why the others have none.

usage: fix_share.py [--without-tests] REPORT…

Each REPORT is what `unblock lint --format json` wrote. Findings of confidence `possible` are left out, and with
`--without-tests` those in files below a folder whose name ends in `Tests`. Prints the share
for each report and rule, then the reasons by how often they occur; names in a reason are left out, so that equal
reasons fall together. A finding whose several fixes were all refused counts for the last reason alone.
"""

import collections
import json
import pathlib
import re
import sys


def share_lines(title, findings, key):
    """One line for each value of `key`: findings, those with a preferred fix, those with a safe one."""
    groups = collections.defaultdict(list)
    for finding in findings:
        groups[key(finding)].append(finding)
    yield f"{title}\tfindings\tpreferred\tsafe"
    for name, group in sorted(groups.items()):
        preferred = [fix for finding in group for fix in finding["fixes"] if fix["preferred"]]
        safe = [fix for fix in preferred if fix["safety"] == "safe"]
        yield f"{name}\t{len(group)}\t{len(preferred)}\t{len(safe)}"


def reason(finding):
    """Why the finding has no fix, without the names that occur in the sentence."""
    text = finding.get("unfixable") or "no reason is given"
    return re.sub(r"`[^`]*`", "`…`", text.split("; ")[-1])


def is_test(finding):
    """Whether the finding stands below a folder of tests."""
    return any(folder.endswith("Tests") for folder in finding["file"].split("/")[:-1])


def main(arguments):
    without_tests = "--without-tests" in arguments
    findings = []
    for path in (pathlib.Path(argument) for argument in arguments if argument != "--without-tests"):
        for finding in json.loads(path.read_text())["findings"]:
            if finding["confidence"] in ("certain", "likely") and not (without_tests and is_test(finding)):
                findings.append(finding | {"report": path.stem})
    print("\n".join(share_lines("report", findings, lambda finding: finding["report"])), end="\n\n")
    print("\n".join(share_lines("rule", findings, lambda finding: finding["rule"])), end="\n\n")
    print(*share_lines("all", findings, lambda finding: "all"), sep="\n", end="\n\n")
    reasons = collections.defaultdict(collections.Counter)
    for finding in findings:
        if not any(fix["preferred"] for fix in finding["fixes"]):
            reasons[reason(finding)][finding["rule"]] += 1
    print("findings\treason\trules")
    for text, rules in sorted(reasons.items(), key=lambda item: (-item[1].total(), item[0])):
        print(rules.total(), text, ", ".join(f"{rule} {count}" for rule, count in rules.most_common()), sep="\t")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
