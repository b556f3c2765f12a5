#!/bin/sh
# Checks reports against the public schemas and with a reader of other people's making.
#
# usage: UNBLOCK_SCHEMAS=FOLDER Tests/ReportConformance/check.sh REPORTS_DIR
#
# FOLDER holds sarif-2.1.0.json, junit-jenkins-10.xsd and junit-ant.xsd.
# REPORTS_DIR holds reports of one run under one stem: X.json, X.jsonl, X.sarif, X.strict.xml, X.extended.xml,
# X.gitlab.json, X.checkstyle.xml; for example Tests/ReportingTests/Golden.
# Python's packages come from PyPI into a virtual environment below .build; nothing else is touched.
set -eu

reports=${1:?usage: UNBLOCK_SCHEMAS=FOLDER $0 REPORTS_DIR}
: "${UNBLOCK_SCHEMAS:?set it to the folder that holds the public schemas}"
here=$(cd "$(dirname "$0")" && pwd)
environment=${UNBLOCK_CONFORMANCE_VENV:-$here/../../.build/report-conformance}

if [ ! -x "$environment/bin/python" ]; then
    python3 -m venv "$environment"
fi
"$environment/bin/python" -c 'import jsonschema, junitparser, lxml' 2>/dev/null ||
    "$environment/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
exec "$environment/bin/python" "$here/check.py" "$reports" "$UNBLOCK_SCHEMAS" "$here/../../docs/junit.xsd"
