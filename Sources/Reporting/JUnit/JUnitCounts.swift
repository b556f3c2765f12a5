import SourceModel

/// The counts that JUnit repeats on the root and on every suite. Each case counts once: an error, a failure, skipped or
/// passed, whichever comes first.
struct JUnitCounts: Equatable {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    init() {}

    init(_ section: FileSection, failOn threshold: Severity?) {
        errors = section.problem == nil ? 0 : 1
        failures = section.findings.lazy.filter { $0.fails(at: threshold) }.count
        tests = max(errors + section.findings.count, 1)
    }

    /// Of all cases inside an element, however deep.
    init(_ element: XMLElement) {
        for child in element.elements {
            if child.name == "testsuite" {
                add(JUnitCounts(child))
            } else if child.name == "testcase" {
                let results = Set(child.elements.map(\.name))
                tests += 1
                if results.contains("error") {
                    errors += 1
                } else if results.contains("failure") {
                    failures += 1
                } else if results.contains("skipped") {
                    skipped += 1
                }
            }
        }
    }

    mutating func add(_ other: JUnitCounts) {
        tests += other.tests
        failures += other.failures
        errors += other.errors
        skipped += other.skipped
    }

    var attributes: [XMLAttribute] {
        [
            XMLAttribute(name: "tests", value: String(tests)), XMLAttribute(name: "failures", value: String(failures)),
            XMLAttribute(name: "errors", value: String(errors)), XMLAttribute(name: "skipped", value: String(skipped)),
        ]
    }

    func write(to xml: XMLWriter) {
        for attribute in attributes { xml.attribute(attribute.name, attribute.value) }
    }
}
