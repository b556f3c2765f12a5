import SourceModel

/// JUnit XML: a suite per file, a case per finding, and a passing case for a file without findings.
///
/// A finding that fails the run is a `failure`; others pass and print themselves. A file that could not be analysed is
/// an `error`. So the report is red exactly when `Report.fails(at:)`. One failure per case and one case at least per
/// suite, since readers drop the rest; `classname` and `name` together are unique, since GitLab ignores duplicates.
struct JUnitReportWriter: ReportWriter {
    let options: ReportOptions

    private var isExtended: Bool { options.junitProfile == .extended }

    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let xml = try XMLWriter(to: sink)
        // By the name as written, which is what a merge can sort by.
        let sections = report.sections.sorted { $0.path.xmlSafe < $1.path.xmlSafe }
        var total = JUnitCounts()
        for section in sections { total.add(JUnitCounts(section, failOn: options.failOn)) }
        if sections.isEmpty { total.tests = 1 }

        xml.start("testsuites")
        // Ant's schema allows no attribute here.
        if isExtended {
            xml.attribute("name", report.tool.name)
            total.write(to: xml)
            xml.attribute("time", Numbers.decimal(options.reproducible ? 0 : report.summary.seconds, digits: 3))
        }
        var classNames = UniqueNames()
        for (index, section) in sections.enumerated() {
            let className = classNames.unique(JUnitNames.className(section.path))
            write(section, index: index, className: className, to: xml)
        }
        if sections.isEmpty {
            writeSuite(JUnitNames.emptyRun, file: nil, index: 0, counts: total, to: xml) {
                writeCase(JUnitNames.emptyRun, className: JUnitNames.emptyRun, file: nil, line: nil, to: xml)
            }
        }
        xml.end()
        try xml.finish()
    }

    private func write(_ section: FileSection, index: Int, className: String, to xml: XMLWriter) {
        var names = UniqueNames()
        // Ant's schema allows no output on a case: in the strict profile it is collected on the suite.
        var passing: [String] = []
        let counts = JUnitCounts(section, failOn: options.failOn)
        writeSuite(section.path, file: section.path, index: index, counts: counts, output: { passing }, to: xml) {
            if let problem = section.problem {
                writeCase(
                    names.unique("analysed"), className: className, file: section.path, line: 1, to: xml
                ) {
                    let text = "\(section.path.singleLine):1:1: error: \(problem)"
                    xml.element("error", ["type": "not-analysed", "message": problem.singleLine], text: text)
                }
            } else if section.findings.isEmpty {
                writeCase(names.unique("no findings"), className: className, file: section.path, line: 1, to: xml)
            }
            for finding in section.findings {
                let prose = FindingProse(finding)
                let text = prose.lines(finding).joined(separator: "\n")
                let name = names.unique(JUnitNames.caseName(finding))
                let timelines = finding.verdict?.timelines?.text
                writeCase(name, className: className, file: finding.file, line: finding.start.line, to: xml) {
                    if isExtended, let verdict = finding.verdict { writeProperties(verdict, to: xml) }
                    if finding.fails(at: options.failOn) {
                        let type = finding.severity.rawValue
                        xml.element("failure", ["type": type, "message": prose.message], text: text)
                        if isExtended, let timelines { xml.element("system-out", text: timelines) }
                    } else if isExtended {
                        let output = [text] + (timelines.map { [$0] } ?? [])
                        xml.element("system-out", text: output.joined(separator: "\n\n"))
                    } else {
                        passing.append(text)
                    }
                }
            }
        }
    }

    private func writeProperties(_ verdict: Verdict, to xml: XMLWriter) {
        xml.element("properties") {
            for (name, value) in JUnitNames.properties(verdict) {
                xml.element("property", ["name": name, "value": value])
            }
        }
    }

    private func writeSuite(
        _ name: String, file: String?, index: Int, counts: JUnitCounts, output: () -> [String] = { [] },
        to xml: XMLWriter, _ body: () -> Void
    ) {
        xml.start("testsuite")
        xml.attribute("name", name)
        xml.attribute("package", "unblock")
        xml.attribute("id", String(index))
        if isExtended, let file { xml.attribute("file", file) }
        counts.write(to: xml)
        xml.attribute("time", "0.000")
        xml.attribute("timestamp", JUnitNames.timestamp(options))
        xml.attribute("hostname", "localhost")
        // Ant's schema wants all three of these, empty or not, in this order around the cases.
        if !isExtended { xml.element("properties") }
        body()
        if !isExtended {
            xml.element("system-out", text: output().joined(separator: "\n\n"))
            xml.element("system-err")
        }
        xml.end()
    }

    private func writeCase(
        _ name: String, className: String, file: String?, line: Int?, to xml: XMLWriter, _ body: () -> Void = {}
    ) {
        xml.element(
            "testcase",
            [
                "name": name, "classname": className, "time": "0.000",
                "file": isExtended ? file.map(ReportPaths.plain) : nil,
                "line": isExtended ? line.map { String($0) } : nil,
            ], text: nil, body)
    }
}
