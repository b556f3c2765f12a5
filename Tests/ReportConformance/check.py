"""Checks every set of reports in a folder; prints one line per check and ends with status 1 when one failed."""

import json
import pathlib
import re
import sys
import urllib.parse

import jsonschema
import junitparser
from lxml import etree

LEVELS = ["note", "warning", "error"]


class Checks:
    def __init__(self):
        self.failed = 0

    def run(self, name, check, *arguments):
        """Runs a check that returns its problem; a report that cannot be read at all has one too."""
        try:
            self.expect(name, check(*arguments))
        except (etree.XMLSyntaxError, ValueError, KeyError, IndexError, OSError) as error:
            self.expect(name, f"cannot be read: {error!r}")

    def expect(self, name, problem):
        """Prints the outcome; `problem` is empty when the check passed."""
        print(f"{'FAILED' if problem else 'ok':7}{name}{': ' + problem if problem else ''}")
        self.failed += bool(problem)


def schema_errors(schema, document):
    """The first violations of an XML schema, or nothing."""
    if schema.validate(document):
        return ""
    return "; ".join(f"line {error.line}: {error.message}" for error in list(schema.error_log)[:3])


def check_sarif(path, schema, findings):
    document = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    for error in validator.iter_errors(document):
        return f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
    run = document["runs"][0]
    if [result["ruleId"] for result in run["results"]] != [finding["rule"] for finding in findings]:
        return "results differ from the JSON report"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result, finding in zip(run["results"], findings):
        if "ruleIndex" in result and rules[result["ruleIndex"]] != result["ruleId"]:
            return f"ruleIndex of {result['ruleId']} names another rule"
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        uri = location["uri"]
        if ("uriBaseId" in location) == uri.startswith("file:"):
            return f"{uri}: relative paths have a base, absolute ones none"
        if not re.fullmatch(r"(file://)?(?:[A-Za-z0-9._~/+@,=-]|%[0-9A-F]{2})+", uri):
            return f"{uri} is not percent-encoded"
        plain = urllib.parse.unquote(uri.removeprefix("file://"))
        if plain != re.sub(r"^(\./+)+", "", finding["file"]):
            return f"{uri} does not name {finding['file']!r}"
    return ""


def check_junit(path, schemas, findings, problems):
    """Against schemas, then as a reader counts it, compared with the JSON report."""
    document = etree.parse(str(path))
    for name, schema in schemas.items():
        errors = schema_errors(schema, document)
        if errors:
            return f"{name}: {errors}"
    tests = failures = errors = 0
    names = set()
    failing = []
    for suite in junitparser.JUnitXml.fromfile(str(path)):
        cases = list(suite)
        if not cases:
            return f"suite {suite.name!r} has no case"
        if suite.tests != len(cases):
            return f"suite {suite.name!r} says {suite.tests} tests, has {len(cases)}"
        for case in cases:
            key = (case.classname, case.name)
            if key in names:
                return f"{key} is there twice"
            names.add(key)
            if len(case.result) > 1:
                return f"{key} has {len(case.result)} results"
            for result in case.result:
                if isinstance(result, junitparser.Failure):
                    failures += 1
                    failing.append(result.type)
                    if result.message not in result.text:
                        return f"{key}: the text does not repeat the message"
                elif isinstance(result, junitparser.Error):
                    errors += 1
        tests += len(cases)
    expected = sorted(f["severity"] for f in findings if LEVELS.index(f["severity"]) >= 1)
    if sorted(failing) != expected:
        return f"failures {sorted(failing)}, but the JSON report has {expected}"
    if errors != problems:
        return f"{errors} errors, but {problems} files have problems"
    root = document.getroot()
    stated = {key: root.get(key) for key in ("tests", "failures", "errors") if root.get(key) is not None}
    counted = {"tests": tests, "failures": failures, "errors": errors}
    if any(int(value) != counted[key] for key, value in stated.items()):
        return f"the root says {stated}, counted {counted}"
    return ""


def check_gitlab(path, findings, problems):
    issues = json.loads(path.read_text(encoding="utf-8"))
    if len(issues) != len(findings) + problems:
        return f"{len(issues)} issues for {len(findings)} findings and {problems} problems"
    if len({issue["fingerprint"] for issue in issues}) != len(issues):
        return "fingerprints are not unique"
    for issue in issues:
        if issue["severity"] not in ("info", "minor", "major", "critical", "blocker"):
            return f"severity {issue['severity']}"
        if issue["location"]["path"].startswith("./") or issue["location"]["lines"]["begin"] < 1:
            return f"location {issue['location']}"
    return ""


def check_checkstyle(path, findings, problems):
    errors = etree.parse(str(path)).getroot().findall("file/error")
    wrong = {error.get("severity") for error in errors} - {"info", "warning", "error"}
    if wrong or len(errors) != len(findings) + problems:
        return f"{len(errors)} errors, severities {wrong}"
    return ""


def main(reports, schemas, own_schema):
    reports, schemas = pathlib.Path(reports), pathlib.Path(schemas)
    sarif_schema = json.loads((schemas / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    own = {"docs/junit.xsd": etree.XMLSchema(file=own_schema)}
    public = {name: etree.XMLSchema(file=str(schemas / name)) for name in ("junit-jenkins-10.xsd", "junit-ant.xsd")}
    checks = Checks()
    stems = sorted(path.name[:-5] for path in reports.glob("*.json") if not path.name.endswith(".gitlab.json"))
    checks.expect(f"{reports} holds reports", "" if stems else "no X.json there")
    for stem in stems:
        findings = json.loads((reports / f"{stem}.json").read_text(encoding="utf-8"))["findings"]
        sarif = reports / f"{stem}.sarif"
        invocation = json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]["invocations"][0]
        problems = sum(note["level"] == "error" for note in invocation["toolExecutionNotifications"])
        lines = (reports / f"{stem}.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
        same = [json.loads(line) for line in lines] == findings
        checks.expect(f"{stem}.jsonl", "" if same else "differs from the JSON report")
        checks.run(f"{stem}.sarif", check_sarif, sarif, sarif_schema, findings)
        for profile, wanted in (("strict", public | own), ("extended", own)):
            name = f"{stem}.{profile}.xml"
            checks.run(name, check_junit, reports / name, wanted, findings, problems)
        for name, check in ((f"{stem}.gitlab.json", check_gitlab), (f"{stem}.checkstyle.xml", check_checkstyle)):
            checks.run(name, check, reports / name, findings, problems)
    print(f"{'FAILED: ' + str(checks.failed) if checks.failed else 'all passed'}")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
