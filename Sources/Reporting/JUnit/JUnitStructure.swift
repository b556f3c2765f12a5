/// The demands of JUnit readers that a schema cannot state.
enum JUnitStructure {
    static func problems(in document: JUnitDocument) -> [JUnitProblem] {
        var problems: [JUnitProblem] = []
        var firstLines: [String: Int] = [:]
        if let root = document.root {
            if document.suites.isEmpty {
                problems.append(
                    JUnitProblem(
                        line: root.line, message: "the report has no suite", advice: "write one passing case at least"))
            }
            var counts = JUnitCounts()
            for suite in document.suites { counts.add(JUnitCounts(suite)) }
            problems += wrongCounts(of: root, counts)
        }
        for suite in document.suites { check(suite, &firstLines, &problems) }
        return problems
    }

    private static func check(_ suite: XMLElement, _ firstLines: inout [String: Int], _ problems: inout [JUnitProblem])
    {
        let counts = JUnitCounts(suite)
        if counts.tests == 0 {
            problems.append(
                JUnitProblem(
                    line: suite.line, message: "the suite has no test case, so Jenkins drops it",
                    advice: "write one passing case"))
        }
        problems += wrongCounts(of: suite, counts)
        for child in suite.elements {
            if child.name == "testsuite" { check(child, &firstLines, &problems) }
            if child.name == "testcase" { checkCase(child, &firstLines, &problems) }
        }
    }

    private static func checkCase(
        _ testCase: XMLElement, _ firstLines: inout [String: Int], _ problems: inout [JUnitProblem]
    ) {
        let results = testCase.elements.filter { ["failure", "error", "skipped"].contains($0.name) }
        if results.count > 1 {
            problems.append(
                JUnitProblem(
                    line: testCase.line, message: "the test case has \(results.count) results; readers show the first",
                    advice: "write a case for each"))
        }
        let (className, name) = (testCase["classname"] ?? "", testCase["name"] ?? "")
        let key = "\(className)\u{0}\(name)"
        if let first = firstLines[key] {
            let label = className.isEmpty ? name : "\(className).\(name)"
            problems.append(
                JUnitProblem(
                    line: testCase.line,
                    message: "the test case `\(label.singleLine)` is also on line \(first), so GitLab ignores one",
                    advice: "give it a name of its own, for example by merging with `unblock report merge`"))
        } else {
            firstLines[key] = testCase.line
        }
    }

    private static func wrongCounts(of element: XMLElement, _ counts: JUnitCounts) -> [JUnitProblem] {
        counts.attributes.compactMap { attribute in
            guard let stated = element[attribute.name], stated != attribute.value else { return nil }
            return JUnitProblem(
                line: element.line,
                message: "<\(element.name)> says \(attribute.name)=\"\(stated.singleLine)\" but has \(attribute.value)",
                advice: "write \(attribute.name)=\"\(attribute.value)\"")
        }
    }
}
